package io.emotion4j.training.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.emotion4j.training.export.ModelNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What both export commands take. */
@SuppressWarnings("NullAway.Init")
final class ExportOptions {

    @Option(
            names = "--run",
            required = true,
            description = "the run's folder, or a network.bin, or a checkpoint.bin (its averaged weights)")
    private Path run;

    @Option(names = "--out", required = true, description = "folder to write the model to")
    private Path out;

    @Option(names = "--model-version", defaultValue = "1.0.0")
    private String version;

    @Option(names = "--metrics", description = "JSON object of numbers: the figures of descriptor and card")
    private @Nullable Path metrics;

    @Option(names = "--license", defaultValue = "CC-BY-NC-4.0", description = "of the weights")
    private String license;

    @Option(names = "--source", defaultValue = "trained by the emotion4j project")
    private String source;

    @Option(names = "--command", defaultValue = "not recorded", description = "the training command, for the card")
    private String command;

    @Option(names = "--seed", defaultValue = "1", description = "of the training, for the card")
    private long seed;

    Path run() {
        return run;
    }

    Path out() {
        return out;
    }

    ModelNotes notes(String id, String trainingData) throws IOException {
        return new ModelNotes(id, version, license, trainingData, source, command, seed, figures());
    }

    private Map<String, Double> figures() throws IOException {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (metrics != null) {
            JsonNode json = new ObjectMapper().readTree(Files.readString(metrics));
            for (Map.Entry<String, JsonNode> entry : json.properties()) {
                if (!entry.getValue().isNumber()) {
                    throw new IOException("Metric '" + entry.getKey() + "' in " + metrics + " must be a number, found "
                            + entry.getValue() + "; leave out what is none");
                }
                figures.put(entry.getKey(), entry.getValue().doubleValue());
            }
        }
        return figures;
    }
}

package io.emotion4j.cli.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of a model's descriptor and card, as {@code --metrics} names them. */
final class Figures {

    private Figures() {}

    /**
     * Reads them.
     *
     * @param metrics a JSON object of numbers, or null for none
     * @throws IOException when it is something else
     */
    static Map<String, Double> read(@Nullable Path metrics) throws IOException {
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

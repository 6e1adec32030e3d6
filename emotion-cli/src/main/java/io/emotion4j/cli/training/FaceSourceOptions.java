package io.emotion4j.cli.training;

import io.emotion4j.training.classifier.FaceFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One source of labelled faces; the options of the next begin with its {@code --data}. */
@SuppressWarnings("NullAway.Init")
final class FaceSourceOptions {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description =
                    "fer2013.csv (emotion,pixels,Usage), or a folder a class (happy/1.jpg), or these in folders train "
                            + "and val; may be given again for more sources")
    private Path data;

    @Option(
            names = "--votes",
            paramLabel = "CSV",
            description = "FER+ votes of the --data before it: line by line of a CSV file, by file name of a folder. "
                    + "Where a source has none, its labels teach both heads")
    private @Nullable Path votes;

    @Option(
            names = "--data-weight",
            paramLabel = "N",
            description =
                    "how often an epoch shows each face of the --data before it: 0.5 = every other one, 2 = twice")
    // Not as defaultValue: in a group, picocli would read it from a group that is not there yet.
    private double weight = 1;

    FaceFiles files() {
        return new FaceFiles(data, votes, weight);
    }
}

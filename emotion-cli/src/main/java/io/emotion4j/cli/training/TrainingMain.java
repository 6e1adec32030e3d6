package io.emotion4j.cli.training;

import io.emotion4j.evaluation.data.ContactSheets;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "emotion4j",
        description = "Trains classifiers and detectors and writes them as models.",
        subcommands = {
            TrainClassifierCommand.class,
            TrainDetectorCommand.class,
            ExportClassifierCommand.class,
            ExportDetectorCommand.class,
            QuantizeClassifierCommand.class
        },
        mixinStandardHelpOptions = true)
public final class TrainingMain {

    private TrainingMain() {}

    @Command(name = "unpack-sheets", description = "Contact sheets and labels.csv to fer2013.csv and fer2013new.csv")
    void unpackSheets(@Parameters(paramLabel = "SOURCE") Path source, @Parameters(paramLabel = "TARGET") Path target)
            throws IOException {
        ContactSheets.unpack(source, target);
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new TrainingMain()).setCaseInsensitiveEnumValuesAllowed(true);
    }
}

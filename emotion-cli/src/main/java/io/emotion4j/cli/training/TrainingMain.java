package io.emotion4j.cli.training;

import io.emotion4j.cli.Main;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of {@code emotion4j} that need the trainer and with it PyTorch. */
@Command(
        name = "emotion4j",
        description = "Trains classifiers and detectors and writes them as models.",
        subcommands = {
            TrainClassifierCommand.class,
            TrainDetectorCommand.class,
            ExportClassifierCommand.class,
            ExportDetectorCommand.class,
            QuantizeClassifierCommand.class,
            QuantizeDetectorCommand.class
        },
        mixinStandardHelpOptions = true)
public final class TrainingMain {

    private TrainingMain() {}

    /**
     * Runs the program and ends the JVM.
     *
     * @param args see {@code emotion4j train-classifier --help}
     */
    public static void main(String[] args) {
        Main.run(commandLine(), args);
    }

    static CommandLine commandLine() {
        return Main.configured(new CommandLine(new TrainingMain()));
    }
}

package io.emotion4j.cli.training;

import io.emotion4j.training.torch.OptimizerKind;
import io.emotion4j.training.torch.TrainingOptions;
import picocli.CommandLine.Option;

/** How the weights move: options of both training commands, whose defaults depend on the network. */
final class OptimizerOptions {

    @Option(names = "--optimizer", description = "one of ${COMPLETION-CANDIDATES}")
    private OptimizerKind kind;

    @Option(names = "--batch", description = "pictures a step")
    private int batch;

    @Option(names = "--rate", description = "highest learning rate")
    private double rate;

    @Option(names = "--warm-up", description = "epochs of rising learning rate")
    private double warmUp;

    @Option(names = "--decay", description = "weight decay")
    private double decay;

    @Option(names = "--clip", description = "largest gradient norm")
    private double clip;

    /** The defaults. */
    OptimizerOptions(OptimizerKind kind, int batch, double rate, double warmUp, double decay, double clip) {
        this.kind = kind;
        this.batch = batch;
        this.rate = rate;
        this.warmUp = warmUp;
        this.decay = decay;
        this.clip = clip;
    }

    int batch() {
        return batch;
    }

    /** These options, and those of the run. */
    TrainingOptions with(RunOptions run) {
        return run.options(kind, rate, warmUp, decay, clip);
    }
}

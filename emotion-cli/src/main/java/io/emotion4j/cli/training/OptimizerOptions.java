package io.emotion4j.cli.training;

import io.emotion4j.training.torch.OptimizerKind;
import io.emotion4j.training.torch.TrainingOptions;
import java.math.BigDecimal;
import picocli.CommandLine.Option;

/**
 * How the weights move: options of both training commands, whose defaults depend on the network. Decimal, so that {@code --help} shows
 * the defaults without an exponent.
 */
final class OptimizerOptions {

    @Option(names = "--optimizer", description = "one of ${COMPLETION-CANDIDATES}")
    private OptimizerKind kind;

    @Option(names = "--batch", description = "pictures a step")
    private int batch;

    @Option(names = "--rate", description = "highest learning rate")
    private BigDecimal rate;

    @Option(names = "--warm-up", description = "epochs of rising learning rate")
    private BigDecimal warmUp;

    @Option(names = "--decay", description = "weight decay")
    private BigDecimal decay;

    @Option(names = "--clip", description = "largest gradient norm")
    private BigDecimal clip;

    @Option(
            names = "--sharpness",
            defaultValue = "0",
            description =
                    "radius around the weights in which the loss is to be low (sharpness-aware minimisation; 0.05 is usual); "
                            + "0: not asked for; else a step takes twice the time")
    private BigDecimal sharpness = BigDecimal.ZERO;

    @Option(
            names = "--replicas",
            defaultValue = "1",
            description =
                    "of the network that learn at once, a batch and --threads each; a step is of all their batches."
                            + " On several cores quicker than more threads")
    private int replicas;

    /** The defaults. */
    OptimizerOptions(OptimizerKind kind, int batch, String rate, String warmUp, String decay, String clip) {
        this.kind = kind;
        this.batch = batch;
        this.rate = new BigDecimal(rate);
        this.warmUp = new BigDecimal(warmUp);
        this.decay = new BigDecimal(decay);
        this.clip = new BigDecimal(clip);
    }

    int batch() {
        return batch;
    }

    /** These options, and those of the run. */
    TrainingOptions with(RunOptions run) {
        return run.options(average -> new TrainingOptions.Steps(
                        kind,
                        rate.doubleValue(),
                        warmUp.doubleValue(),
                        decay.doubleValue(),
                        clip.doubleValue(),
                        average,
                        sharpness.doubleValue()))
                .withReplicas(replicas);
    }
}

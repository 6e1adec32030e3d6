package io.emotion4j.training.torch;

import java.util.Objects;

/**
 * How a network is trained.
 *
 * @param epochs passes over the data
 * @param seed of everything random
 * @param steps how the weights move
 * @param computing what of the machine is used
 * @since 0.1.0
 */
public record TrainingOptions(int epochs, long seed, Steps steps, Computing computing) {

    /** Checks what would otherwise fail in the middle of a run. */
    public TrainingOptions {
        if (epochs < 1) {
            throw new IllegalArgumentException("Epochs must be 1 or more, found " + epochs);
        }
        Objects.requireNonNull(steps, "steps");
        Objects.requireNonNull(computing, "computing");
    }

    /**
     * How the weights move.
     *
     * @param optimizer the rule of a step
     * @param rate highest learning rate, above 0; reached after {@code warmUpEpochs}, then it falls to 0 along a cosine
     * @param warmUpEpochs 0 or more
     * @param decay weight decay, 0 or more
     * @param clip largest norm of the gradients, above 0
     * @param averageSteps steps over which the exponential moving average of the weights reaches back, 1 or more
     * @param sharpness radius around the weights in which the loss is to be low (sharpness-aware minimisation, Foret et al. 2021), 0
     *     or more; 0 = not asked for; above 0 a step takes twice the time
     */
    public record Steps(
            OptimizerKind optimizer,
            double rate,
            double warmUpEpochs,
            double decay,
            double clip,
            double averageSteps,
            double sharpness) {

        /** Checks the numbers. */
        public Steps {
            Objects.requireNonNull(optimizer, "optimizer");
            if (!(rate > 0 && clip > 0 && warmUpEpochs >= 0 && decay >= 0 && averageSteps >= 1)) {
                throw new IllegalArgumentException(
                        "Learning rate and largest gradient norm must be above 0, warm-up and "
                                + "weight decay 0 or more, average steps 1 or more, found " + rate + ", " + clip + ", "
                                + warmUpEpochs + ", " + decay + " and " + averageSteps);
            }
            if (!(sharpness >= 0 && sharpness < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The radius of sharpness-aware minimisation must be 0 or more (0.05 is usual), found "
                                + sharpness);
            }
        }

        /** Share of the old average that a step keeps; the average is short at the start, when the weights still move far. */
        double keepAt(long step) {
            return Math.min(1 - 1 / averageSteps, (1.0 + step) / (10.0 + step));
        }
    }

    /**
     * What of the machine is used.
     *
     * @param threads of PyTorch, 1 or more
     * @param loaderThreads that prepare batches, 1 or more; how many they are changes no number
     * @param bfloat16 whether activations are rounded to bfloat16 in training
     * @param replicas of the network that learn at once, with {@code threads} each: a step takes the mean of their gradients, of a batch
     *     each; 1 or more. Where more than one draws random numbers (dropout), a run is not repeated to the last bit
     */
    public record Computing(int threads, int loaderThreads, boolean bfloat16, int replicas) {

        /** Checks the numbers. */
        public Computing {
            if (threads < 1 || loaderThreads < 1 || replicas < 1) {
                throw new IllegalArgumentException("Threads, loader threads and replicas must be 1 or more, found "
                        + threads + ", " + loaderThreads + " and " + replicas);
            }
        }

        /** With one replica. */
        public Computing(int threads, int loaderThreads, boolean bfloat16) {
            this(threads, loaderThreads, bfloat16, 1);
        }
    }

    /** The same with so many {@link Computing#replicas}. */
    public TrainingOptions withReplicas(int replicas) {
        return new TrainingOptions(
                epochs,
                seed,
                steps,
                new Computing(computing.threads(), computing.loaderThreads(), computing.bfloat16(), replicas));
    }

    double rateAt(double epoch) {
        double warmUp = steps.warmUpEpochs();
        if (epoch < warmUp) {
            return steps.rate() * Math.max(epoch, 0.01) / warmUp;
        }
        double done = (epoch - warmUp) / Math.max(1e-9, epochs - warmUp);
        return steps.rate() * (0.5 + 0.5 * Math.cos(Math.PI * Math.min(1, done)));
    }
}

package io.emotion4j.training.torch;

/**
 * How a network is trained.
 *
 * @param epochs passes over the data
 * @param rate highest learning rate; reached after {@code warmUpEpochs}, then it falls to 0 along a cosine
 * @param adamw AdamW in place of SGD with Nesterov momentum
 * @param decay weight decay
 * @param clip largest norm of the gradients
 * @param averageSteps steps over which the exponential moving average of the weights reaches back
 * @param seed of everything random
 * @param threads of PyTorch
 * @param loaderThreads that prepare batches; how many they are changes no number
 * @param bfloat16 whether activations are rounded to bfloat16 in training
 * @since 0.1.0
 */
public record TrainingOptions(
        int epochs,
        double rate,
        double warmUpEpochs,
        boolean adamw,
        double decay,
        double clip,
        double averageSteps,
        long seed,
        int threads,
        int loaderThreads,
        boolean bfloat16) {

    /** Checks what would otherwise fail in the middle of a run. */
    public TrainingOptions {
        if (epochs < 1 || threads < 1 || loaderThreads < 1) {
            throw new IllegalArgumentException("Epochs, threads and loader threads must be 1 or more, found " + epochs
                    + ", " + threads + " and " + loaderThreads);
        }
    }

    double rateAt(double epoch) {
        if (epoch < warmUpEpochs) {
            return rate * Math.max(epoch, 0.01) / warmUpEpochs;
        }
        double done = (epoch - warmUpEpochs) / Math.max(1e-9, epochs - warmUpEpochs);
        return rate * (0.5 + 0.5 * Math.cos(Math.PI * Math.min(1, done)));
    }

    /** Share of the old average that a step keeps; the average is short at the start, when the weights still move far. */
    double keepAt(long step) {
        return Math.min(1 - 1 / averageSteps, (1.0 + step) / (10.0 + step));
    }
}

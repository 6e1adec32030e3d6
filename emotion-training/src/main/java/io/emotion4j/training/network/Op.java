package io.emotion4j.training.network;

import org.jspecify.annotations.Nullable;

/**
 * One layer of a {@link Network}. Tensors are float32 NCHW; weights are named and live in {@link Network#weights()}.
 */
public sealed interface Op {

    /** 2-D convolution, padding {@code kernel / 2} on every side; weight [out, in / groups, kernel, kernel], bias [out]. */
    record Convolution(String weight, @Nullable String bias, int kernel, int stride, int groups) implements Op {}

    /** Batch normalisation over channels (epsilon {@value #EPSILON}); every weight has shape [channels]. */
    record BatchNorm(String gamma, String beta, String mean, String variance) implements Op {
        public static final double EPSILON = 1e-5;
    }

    record Relu() implements Op {}

    record Sigmoid() implements Op {}

    /** Sum of two tensors of one shape. */
    record Add() implements Op {}

    /** Product of [N,C,H,W] and [N,C,1,1]. */
    record Scale() implements Op {}

    /** Largest value in every 2x2 window, stride 2. */
    record MaxPool() implements Op {}

    /** Mean over height and width: [N,C,H,W] to [N,C,1,1]. */
    record GlobalAverage() implements Op {}

    /** Zeroes a share of the values in training and scales the others up; does nothing in inference. */
    record Dropout(double rate) implements Op {}

    /** Nearest-neighbour enlargement to twice the height and width. */
    record Upsample() implements Op {}

    /**
     * Rounds to 256 levels: the nearest of {@code (level - zeroPoint) * scale}, level 0 to 255. A convolution that reads such a
     * value multiplies whole numbers, where the engine can.
     */
    record Quantize(float scale, int zeroPoint) implements Op {}

    /** [N,C,1,1] to [N,C]. */
    record Flatten() implements Op {}

    /** [N,C,H,W] to [N,H*W,C]: one row a cell. */
    record Cells() implements Op {}
}

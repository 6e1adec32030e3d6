package io.emotion4j.training.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a {@link Network}. Tensors are float32 NCHW; weights are named and live in {@link Network#weights()}.
 *
 * @since 0.1.0
 */
public sealed interface Op {

    /** Has it written, reading the values {@code in} and giving the value {@code out}, by the method of its kind. */
    void write(LayerWriter writer, List<String> in, String out);

    /** {@return height and width of what it gives where it reads a value of the given height and width} */
    default int[] outputSize(int[] in) {
        return in;
    }

    /** {@return the names of its weights} */
    default List<String> weights() {
        return List.of();
    }

    /** {@return whether it only gives the values that it reads another shape} */
    default boolean reshapes() {
        return false;
    }

    /** 2-D convolution, padding {@code kernel / 2} on every side; weight [out, in / groups, kernel, kernel], bias [out]. */
    record Convolution(String weight, @Nullable String bias, int kernel, int stride, int groups) implements Op {
        @Override
        public void write(LayerWriter writer, List<String> in, String out) {
            writer.convolution(this, in.get(0), out);
        }

        @Override
        public List<String> weights() {
            return bias == null ? List.of(weight) : List.of(weight, bias);
        }

        @Override
        public int[] outputSize(int[] in) {
            return new int[] {(in[0] - 1) / stride + 1, (in[1] - 1) / stride + 1};
        }
    }

    /**
     * The first layer of a network that reads pixels as they are, uint8 NHWC: the convolution of {@code (pixel - middle) * factor}, padded
     * with 0. See {@link PixelInput}.
     *
     * @param channels of a pixel
     */
    record PixelConvolution(Convolution convolution, int channels, float middle, float factor) implements Op {
        @Override
        public void write(LayerWriter writer, List<String> in, String out) {
            writer.pixelConvolution(this, in.get(0), out);
        }

        @Override
        public List<String> weights() {
            return convolution.weights();
        }

        @Override
        public int[] outputSize(int[] in) {
            return convolution.outputSize(in);
        }
    }

    /**
     * A {@link PixelConvolution} whose result is rounded, computed in whole numbers: pixels are some already.
     *
     * @param levels what is below the least of them becomes the least, so that of zero point 0 they cut off what {@link Relu} does
     */
    record RoundedPixelConvolution(PixelConvolution pixels, Quantize levels) implements Op {
        @Override
        public void write(LayerWriter writer, List<String> in, String out) {
            writer.roundedPixelConvolution(this, in.get(0), out);
        }

        @Override
        public List<String> weights() {
            return pixels.weights();
        }

        @Override
        public int[] outputSize(int[] in) {
            return pixels.outputSize(in);
        }
    }

    /** Batch normalisation over channels (epsilon {@value #EPSILON}); every weight has shape [channels]. */
    record BatchNorm(String gamma, String beta, String mean, String variance) implements Op {
        public static final double EPSILON = 1e-5;

        @Override
        public void write(LayerWriter writer, List<String> in, String out) {
            writer.batchNorm(this, in.get(0), out);
        }

        @Override
        public List<String> weights() {
            return List.of(gamma, beta, mean, variance);
        }
    }

    record Relu() implements Op {
        @Override
        public void write(LayerWriter writer, List<String> in, String out) {
            writer.relu(in.get(0), out);
        }
    }

    record Sigmoid() implements Op {
        @Override
        public void write(LayerWriter writer, List<String> in, String out) {
            writer.sigmoid(in.get(0), out);
        }
    }

    /** Sum of two tensors of one shape. */
    record Add() implements Op {
        @Override
        public void write(LayerWriter writer, List<String> in, String out) {
            writer.add(in.get(0), in.get(1), out);
        }
    }

    /** Product of [N,C,H,W] and [N,C,1,1], or of two tensors of one shape. */
    record Scale() implements Op {
        @Override
        public void write(LayerWriter writer, List<String> in, String out) {
            writer.scale(in.get(0), in.get(1), out);
        }
    }

    /** Largest value in every 2x2 window, stride 2. */
    record MaxPool() implements Op {
        @Override
        public void write(LayerWriter writer, List<String> in, String out) {
            writer.maxPool(in.get(0), out);
        }

        @Override
        public int[] outputSize(int[] in) {
            return new int[] {in[0] / 2, in[1] / 2};
        }
    }

    /** Mean over height and width: [N,C,H,W] to [N,C,1,1]. */
    record GlobalAverage() implements Op {
        @Override
        public void write(LayerWriter writer, List<String> in, String out) {
            writer.globalAverage(in.get(0), out);
        }

        @Override
        public int[] outputSize(int[] in) {
            return new int[] {1, 1};
        }
    }

    /** Zeroes a share of the values in training and scales the others up; does nothing in inference. */
    record Dropout(double rate) implements Op {
        @Override
        public void write(LayerWriter writer, List<String> in, String out) {
            writer.dropout(this, in.get(0), out);
        }
    }

    /** Nearest-neighbour enlargement to twice the height and width. */
    record Upsample() implements Op {
        @Override
        public void write(LayerWriter writer, List<String> in, String out) {
            writer.upsample(in.get(0), out);
        }

        @Override
        public int[] outputSize(int[] in) {
            return new int[] {in[0] * 2, in[1] * 2};
        }
    }

    /**
     * Rounds to 256 levels: the nearest of {@code (level - zeroPoint) * scale}, level 0 to 255. A convolution that reads such a
     * value multiplies whole numbers, where the engine can.
     */
    record Quantize(float scale, int zeroPoint) implements Op {
        @Override
        public void write(LayerWriter writer, List<String> in, String out) {
            writer.quantize(this, in.get(0), out);
        }
    }

    /** Channels {@code first} to {@code first + count - 1}: [N,C,H,W] to [N,count,H,W]. */
    record Channels(int first, int count) implements Op {
        @Override
        public void write(LayerWriter writer, List<String> in, String out) {
            writer.channels(this, in.get(0), out);
        }
    }

    /** [N,C,1,1] to [N,C]. */
    record Flatten() implements Op {
        @Override
        public void write(LayerWriter writer, List<String> in, String out) {
            writer.flatten(in.get(0), out);
        }

        @Override
        public boolean reshapes() {
            return true;
        }
    }

    /** [N,C,H,W] to [N,H*W,C]: one row a cell. */
    record Cells() implements Op {
        @Override
        public void write(LayerWriter writer, List<String> in, String out) {
            writer.cells(in.get(0), out);
        }

        @Override
        public boolean reshapes() {
            return true;
        }
    }
}

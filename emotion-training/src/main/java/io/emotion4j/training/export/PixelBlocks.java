package io.emotion4j.training.export;

import io.emotion4j.training.network.Op;
import io.emotion4j.training.network.Weight;

/**
 * A convolution of pixels, written as one of blocks: pixels that lie side by side in a row are one with as many more channels, and so are the results
 * that they give. Nothing is moved for that in uint8 NHWC, and engines convolve whole numbers of 12 channels several times as fast as of 3.
 *
 * <p>A block's results read the block itself and the one before it, so the kernel is two blocks wide.
 */
final class PixelBlocks {

    /** Results of a block: with a stride of 2, four pixels. */
    static final int RESULTS = 2;

    /** Blocks that a kernel reads. */
    static final int WIDTH = 2;

    private final Op.Convolution convolution;
    private final int channels;

    /** @throws IllegalArgumentException when the kernel reaches into the block after, or farther than the one before */
    PixelBlocks(Op.PixelConvolution op) {
        convolution = op.convolution();
        channels = op.channels();
        int before = convolution.kernel() / 2;
        if (before > pixels() || convolution.kernel() - before > convolution.stride()) {
            throw new IllegalArgumentException("A kernel of " + convolution.kernel() + " pixels in steps of "
                    + convolution.stride() + " does not fit into blocks of " + pixels());
        }
    }

    /** {@return pixels of a block} */
    int pixels() {
        return RESULTS * convolution.stride();
    }

    /** {@return [results * out, pixels * channels, kernel, WIDTH] from [out, channels, kernel, kernel]} */
    Weight kernel(Weight weight) {
        int out = weight.shape()[0];
        int k = convolution.kernel();
        int deep = pixels() * channels;
        float[] values = new float[RESULTS * out * deep * k * WIDTH];
        for (int result = 0; result < RESULTS; result++) {
            for (int column = 0; column < k; column++) {
                int pixel = pixels() + result * convolution.stride() + column - k / 2;
                int block = pixel / pixels();
                int first = pixel % pixels() * channels;
                for (int o = 0; o < out; o++) {
                    for (int c = 0; c < channels; c++) {
                        for (int row = 0; row < k; row++) {
                            int to = (((result * out + o) * deep + first + c) * k + row) * WIDTH + block;
                            values[to] = weight.values()[((o * channels + c) * k + row) * k + column];
                        }
                    }
                }
            }
        }
        return new Weight(new int[] {RESULTS * out, deep, k, WIDTH}, values, weight.trained());
    }
}

package io.emotion4j.convert;

import io.emotion4j.convert.KerasFile.Weight;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Layers as Keras's documentation defines them, number by number, channels last: what imported networks are compared with. */
record Hwc(int height, int width, int channels, double[] values) {

    static Hwc of(int height, int width, int channels, float[] values) {
        double[] copy = new double[values.length];
        Arrays.setAll(copy, i -> values[i]);
        return new Hwc(height, width, channels, copy);
    }

    static Hwc empty(int height, int width, int channels) {
        return new Hwc(height, width, channels, new double[height * width * channels]);
    }

    double at(int y, int x, int c) {
        return values[(y * width + x) * channels + c];
    }

    void set(int y, int x, int c, double value) {
        values[(y * width + x) * channels + c] = value;
    }

    private static int padding(int size, int kernel, int stride, boolean same) {
        int out = (size + stride - 1) / stride;
        return same ? Math.max(0, (out - 1) * stride + kernel - size) / 2 : 0;
    }

    private static int size(int size, int kernel, int stride, boolean same) {
        return same ? (size + stride - 1) / stride : (size - kernel) / stride + 1;
    }

    /** @param kernel height, width, in, out */
    Hwc convolved(Weight kernel, Weight bias, int stride, boolean same) {
        int[] k = kernel.shape();
        Hwc out = empty(size(height, k[0], stride, same), size(width, k[1], stride, same), k[3]);
        int top = padding(height, k[0], stride, same);
        int left = padding(width, k[1], stride, same);
        for (int y = 0; y < out.height; y++) {
            for (int x = 0; x < out.width; x++) {
                for (int o = 0; o < k[3]; o++) {
                    double sum = bias == null ? 0 : bias.values()[o];
                    for (int dy = 0; dy < k[0]; dy++) {
                        for (int dx = 0; dx < k[1]; dx++) {
                            int sy = y * stride + dy - top;
                            int sx = x * stride + dx - left;
                            for (int i = 0; i < k[2] && inside(sy, sx); i++) {
                                sum += at(sy, sx, i) * kernel.values()[((dy * k[1] + dx) * k[2] + i) * k[3] + o];
                            }
                        }
                    }
                    out.set(y, x, o, sum);
                }
            }
        }
        return out;
    }

    /** @param kernel height, width, in, times */
    Hwc depthwise(Weight kernel, Weight bias, int stride, boolean same) {
        int[] k = kernel.shape();
        Hwc out = empty(size(height, k[0], stride, same), size(width, k[1], stride, same), k[2] * k[3]);
        int top = padding(height, k[0], stride, same);
        int left = padding(width, k[1], stride, same);
        for (int y = 0; y < out.height; y++) {
            for (int x = 0; x < out.width; x++) {
                for (int o = 0; o < out.channels; o++) {
                    double sum = bias == null ? 0 : bias.values()[o];
                    for (int dy = 0; dy < k[0]; dy++) {
                        for (int dx = 0; dx < k[1]; dx++) {
                            int sy = y * stride + dy - top;
                            int sx = x * stride + dx - left;
                            if (inside(sy, sx)) {
                                sum += at(sy, sx, o / k[3]) * kernel.values()[(dy * k[1] + dx) * k[2] * k[3] + o];
                            }
                        }
                    }
                    out.set(y, x, o, sum);
                }
            }
        }
        return out;
    }

    private boolean inside(int y, int x) {
        return y >= 0 && y < height && x >= 0 && x < width;
    }

    Hwc normalised(Weight gamma, Weight beta, Weight mean, Weight variance, double epsilon) {
        Hwc out = empty(height, width, channels);
        for (int i = 0; i < values.length; i++) {
            int c = i % channels;
            out.values[i] = (values[i] - mean.values()[c])
                            / Math.sqrt(variance.values()[c] + epsilon)
                            * (gamma == null ? 1 : gamma.values()[c])
                    + (beta == null ? 0 : beta.values()[c]);
        }
        return out;
    }

    Hwc each(DoubleUnaryOperator function) {
        return new Hwc(
                height, width, channels, Arrays.stream(values).map(function).toArray());
    }

    Hwc pooled(boolean mean, int size, int stride, boolean same) {
        Hwc out = empty(size(height, size, stride, same), size(width, size, stride, same), channels);
        int top = padding(height, size, stride, same);
        int left = padding(width, size, stride, same);
        for (int y = 0; y < out.height; y++) {
            for (int x = 0; x < out.width; x++) {
                for (int c = 0; c < channels; c++) {
                    double most = Double.NEGATIVE_INFINITY;
                    double sum = 0;
                    int count = 0;
                    for (int i = 0; i < size * size; i++) {
                        int sy = y * stride + i / size - top;
                        int sx = x * stride + i % size - left;
                        if (inside(sy, sx)) {
                            most = Math.max(most, at(sy, sx, c));
                            sum += at(sy, sx, c);
                            count++;
                        }
                    }
                    out.set(y, x, c, mean ? sum / count : most);
                }
            }
        }
        return out;
    }

    Hwc padded(int top, int bottom, int left, int right) {
        Hwc out = empty(height + top + bottom, width + left + right, channels);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < channels; c++) {
                    out.set(y + top, x + left, c, at(y, x, c));
                }
            }
        }
        return out;
    }

    /** All numbers as they lie, as one place of many channels. */
    Hwc flat() {
        return new Hwc(1, 1, values.length, values);
    }

    Hwc overAll(boolean mean) {
        Hwc out = empty(1, 1, channels);
        for (int c = 0; c < channels; c++) {
            double most = Double.NEGATIVE_INFINITY;
            double sum = 0;
            for (int i = c; i < values.length; i += channels) {
                most = Math.max(most, values[i]);
                sum += values[i];
            }
            out.values[c] = mean ? sum / (height * width) : most;
        }
        return out;
    }

    Hwc plus(Hwc other) {
        Hwc out = empty(height, width, channels);
        Arrays.setAll(out.values, i -> values[i] + other.values[i]);
        return out;
    }

    /** @param gate one number a channel */
    Hwc times(Hwc gate) {
        Hwc out = empty(height, width, channels);
        Arrays.setAll(out.values, i -> values[i] * gate.values[i % channels]);
        return out;
    }

    Hwc beside(Hwc other) {
        Hwc out = empty(height, width, channels + other.channels);
        for (int i = 0; i < height * width; i++) {
            System.arraycopy(values, i * channels, out.values, i * out.channels, channels);
            System.arraycopy(other.values, i * other.channels, out.values, i * out.channels + channels, other.channels);
        }
        return out;
    }

    /** @param kernel in, out */
    Hwc dense(Weight kernel, Weight bias) {
        return flat().convolved(
                        new Weight(new int[] {1, 1, kernel.shape()[0], kernel.shape()[1]}, kernel.values()),
                        bias,
                        1,
                        false);
    }

    Hwc softmax() {
        double sum = Arrays.stream(values).map(Math::exp).sum();
        return each(value -> Math.exp(value) / sum);
    }

    static double relu(double value) {
        return Math.max(0, value);
    }

    static double sigmoid(double value) {
        return 1 / (1 + Math.exp(-value));
    }
}

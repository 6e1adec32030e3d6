package io.emotion4j.training.network;

/**
 * Writes the layers of a network in some form: a method for each kind of layer, so that a new kind does not compile before every form
 * has it. Each is given the names of the values that the layer reads and of the one that it gives.
 *
 * @since 0.1.0
 */
public interface LayerWriter {

    void convolution(Op.Convolution op, String in, String out);

    void pixelConvolution(Op.PixelConvolution op, String in, String out);

    /** Written as floats that are rounded, where a form has nothing better. */
    default void roundedPixelConvolution(Op.RoundedPixelConvolution op, String in, String out) {
        pixelConvolution(op.pixels(), in, out + "_sum");
        quantize(op.levels(), out + "_sum", out);
    }

    void batchNorm(Op.BatchNorm op, String in, String out);

    void relu(String in, String out);

    void sigmoid(String in, String out);

    void add(String in, String other, String out);

    void scale(String in, String other, String out);

    void maxPool(String in, String out);

    void globalAverage(String in, String out);

    void dropout(Op.Dropout op, String in, String out);

    void upsample(String in, String out);

    void quantize(Op.Quantize op, String in, String out);

    void channels(Op.Channels op, String in, String out);

    void flatten(String in, String out);

    void cells(String in, String out);
}

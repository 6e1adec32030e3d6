package io.emotion4j.training.torch;

import io.emotion4j.training.network.LayerWriter;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Op;
import java.math.BigDecimal;

/**
 * Turns the layers of a network into TorchScript statements, as they run in inference. {@link TrainingSource} has them as they are trained.
 */
class TorchScriptSource implements LayerWriter {

    static final int FLOAT32 = 6;
    static final int CHANNELS_LAST = 2;

    final Network network;
    private final StringBuilder text = new StringBuilder();

    TorchScriptSource(Network network) {
        this.network = network;
    }

    /** Statements that compute every value of the network from {@code input}, indented by four blanks. */
    static String statements(Network network) {
        return new TorchScriptSource(network).statements();
    }

    String statements() {
        if (!network.readsPixels()) {
            line(Network.INPUT, channelsLast(Network.INPUT));
        }
        network.nodes().forEach(node -> node.write(this));
        network.outputs().values().forEach(value -> line(value, to(value, FLOAT32)));
        return text.toString();
    }

    final void line(String value, String expression) {
        text.append("    ").append(value).append(" = ").append(expression).append('\n');
    }

    @Override
    public void convolution(Op.Convolution c, String in, String out) {
        line(out, convolution(c, in, "self." + c.weight(), c.bias() == null ? "None" : "self." + c.bias(), c.stride()));
    }

    /** A convolution with filters, bias and stride of their own. */
    static String convolution(Op.Convolution c, String in, String filters, String bias, int stride) {
        int pad = c.kernel() / 2;
        return "torch.conv2d(%s, %s, %s, [%d, %d], [%d, %d], [1, 1], %d)"
                .formatted(in, filters, bias, stride, stride, pad, pad, c.groups());
    }

    /** Pixels lie as this engine's convolutions like their channels. */
    @Override
    public void pixelConvolution(Op.PixelConvolution op, String in, String out) {
        Op.Convolution c = op.convolution();
        int pad = c.kernel() / 2;
        String numbers = "torch.sub(" + to(in, FLOAT32) + ", " + op.middle() + ")";
        line(
                out,
                "torch.conv2d(torch.permute(%s, [0, 3, 1, 2]), torch.mul(self.%s, %s), %s, [%d, %d], [%d, %d], [1, 1], 1)"
                        .formatted(
                                numbers,
                                c.weight(),
                                new BigDecimal(op.factor()).toPlainString(),
                                c.bias() == null ? "None" : "self." + c.bias(),
                                c.stride(),
                                c.stride(),
                                pad,
                                pad));
    }

    @Override
    public void batchNorm(Op.BatchNorm n, String in, String out) {
        batchNorm(n, in, out, false);
    }

    /** @param measuring whether by the batch's own mean and variance */
    final void batchNorm(Op.BatchNorm n, String in, String out, boolean measuring) {
        line(
                out,
                "torch.batch_norm(%s, self.%s, self.%s, self.%s, self.%s, %s, 0.10000000000000001, 1.0000000000000001e-05, True)"
                        .formatted(in, n.gamma(), n.beta(), n.mean(), n.variance(), measuring ? "True" : "False"));
    }

    @Override
    public void relu(String in, String out) {
        line(out, "torch.relu(" + in + ")");
    }

    @Override
    public void sigmoid(String in, String out) {
        line(out, "torch.sigmoid(" + in + ")");
    }

    @Override
    public void add(String in, String other, String out) {
        line(out, "torch.add(" + in + ", " + other + ")");
    }

    @Override
    public void scale(String in, String other, String out) {
        line(out, "torch.mul(" + in + ", " + other + ")");
    }

    @Override
    public void maxPool(String in, String out) {
        line(out, "torch.max_pool2d(" + in + ", [2, 2], [2, 2], [0, 0], [1, 1])");
    }

    @Override
    public void globalAverage(String in, String out) {
        line(out, "torch.mean(" + in + ", [2, 3], True)");
    }

    @Override
    public void dropout(Op.Dropout d, String in, String out) {
        line(out, in);
    }

    @Override
    public void upsample(String in, String out) {
        line(out, "torch.upsample_nearest2d(" + in + ", None, [2., 2.])");
    }

    @Override
    public void quantize(Op.Quantize q, String in, String out) {
        line(
                out,
                "torch.fake_quantize_per_tensor_affine(%s, %s, %d, 0, 255)"
                        .formatted(in, new BigDecimal(q.scale()).toPlainString(), q.zeroPoint()));
    }

    @Override
    public void channels(Op.Channels op, String in, String out) {
        line(out, "torch.slice(" + in + ", 1, " + op.first() + ", " + (op.first() + op.count()) + ")");
    }

    @Override
    public void flatten(String in, String out) {
        line(out, "torch.flatten(" + in + ", 1)");
    }

    @Override
    public void cells(String in, String out) {
        line(out, "torch.permute(torch.flatten(" + in + ", 2), [0, 2, 1])");
    }

    static String to(String value, int type) {
        return "torch.to(" + value + ", " + type + ")";
    }

    static String channelsLast(String value) {
        return "torch.contiguous(" + value + ", memory_format=" + CHANNELS_LAST + ")";
    }
}

package io.emotion4j.training.torch;

import io.emotion4j.training.network.LayerWriter;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Op;
import java.math.BigDecimal;

/**
 * Turns the layers of a network into TorchScript statements. In training, batch normalisation that is trained uses the
 * statistics of the batch and, with {@link Mode#TRAIN_BFLOAT16}, activations and convolution weights are rounded to bfloat16 (master weights,
 * their gradients, the statistics and the outputs stay float32), which about halves the time on processors that have AVX-512 BF16.
 */
final class TorchScriptSource implements LayerWriter {

    enum Mode {
        INFER,
        TRAIN,
        TRAIN_BFLOAT16
    }

    private static final int FLOAT32 = 6;
    private static final int BFLOAT16 = 15;
    private static final int CHANNELS_LAST = 2;
    /**
     * On processors of the Zen 5 family, PyTorch 2.7.1 gives gradients without meaning (1e30, NaN) for what a bfloat16 convolution of 1, 4 or
     * 10 filters reads. Convolutions whose number of filters is no multiple of this stay float32; they are small. So do depthwise ones of
     * stride 2, whose gradients point elsewhere there (oneDNN 3.7.1, brgconv_strided).
     */
    private static final int SAFE_CHANNELS = 16;

    private final Network network;
    private final Mode mode;
    private final StringBuilder text = new StringBuilder();

    private TorchScriptSource(Network network, Mode mode) {
        this.network = network;
        this.mode = mode;
    }

    /** Statements that compute every value of the network from {@code input}, indented by four blanks. */
    static String statements(Network network, Mode mode) {
        TorchScriptSource source = new TorchScriptSource(network, mode);
        if (!network.readsPixels()) {
            source.line(Network.INPUT, "torch.contiguous(" + Network.INPUT + ", memory_format=" + CHANNELS_LAST + ")");
        }
        if (mode == Mode.TRAIN_BFLOAT16) {
            source.line(Network.INPUT, "torch.to(" + Network.INPUT + ", " + BFLOAT16 + ")");
        }
        network.nodes().forEach(node -> node.write(source));
        network.outputs().values().forEach(value -> source.line(value, "torch.to(" + value + ", " + FLOAT32 + ")"));
        return source.text.toString();
    }

    private void line(String value, String expression) {
        text.append("    ").append(value).append(" = ").append(expression).append('\n');
    }

    @Override
    public void convolution(Op.Convolution c, String in, String out) {
        int pad = c.kernel() / 2;
        boolean unsafe =
                network.weight(c.weight()).shape()[0] % SAFE_CHANNELS != 0 || (c.groups() > 1 && c.stride() > 1);
        boolean exact = mode == Mode.TRAIN_BFLOAT16 && unsafe;
        String convolution = "torch.conv2d(%s, %s, %s, [%d, %d], [%d, %d], [1, 1], %d)"
                .formatted(
                        exact ? to(in, FLOAT32) : in,
                        exact ? "self." + c.weight() : rounded(c.weight()),
                        c.bias() == null ? "None" : exact ? "self." + c.bias() : rounded(c.bias()),
                        c.stride(),
                        c.stride(),
                        pad,
                        pad,
                        c.groups());
        line(out, exact ? to(convolution, BFLOAT16) : convolution);
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
        boolean measuring = training() && network.weight(n.gamma()).trained();
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
        line(out, training() ? "torch.dropout(" + in + ", " + d.rate() + ", True)" : in);
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

    private boolean training() {
        return mode != Mode.INFER;
    }

    private String rounded(String weight) {
        return mode == Mode.TRAIN_BFLOAT16 ? to("self." + weight, BFLOAT16) : "self." + weight;
    }

    private static String to(String value, int type) {
        return "torch.to(" + value + ", " + type + ")";
    }
}

package io.emotion4j.training.torch;

import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Network.Node;
import io.emotion4j.training.network.Op;
import java.math.BigDecimal;
import java.util.List;

/**
 * Turns the layers of a network into TorchScript statements. In training, batch normalisation that is trained uses the
 * statistics of the batch and, with {@link Mode#TRAIN_BFLOAT16}, activations and convolution weights are rounded to bfloat16 (master weights,
 * their gradients, the statistics and the outputs stay float32), which about halves the time on processors that have AVX-512 BF16.
 */
final class TorchScriptSource {

    enum Mode {
        INFER,
        TRAIN,
        TRAIN_BFLOAT16
    }

    private static final int FLOAT32 = 6;
    private static final int BFLOAT16 = 15;
    private static final int CHANNELS_LAST = 2;

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
        source.line(Network.INPUT, "torch.contiguous(" + Network.INPUT + ", memory_format=" + CHANNELS_LAST + ")");
        if (mode == Mode.TRAIN_BFLOAT16) {
            source.line(Network.INPUT, "torch.to(" + Network.INPUT + ", " + BFLOAT16 + ")");
        }
        for (Node node : network.nodes()) {
            source.line(node.output(), source.expression(node.op(), node.inputs()));
        }
        network.outputs().values().forEach(value -> source.line(value, "torch.to(" + value + ", " + FLOAT32 + ")"));
        return source.text.toString();
    }

    private void line(String value, String expression) {
        text.append("    ").append(value).append(" = ").append(expression).append('\n');
    }

    private String expression(Op op, List<String> in) {
        String x = in.get(0);
        boolean training = mode != Mode.INFER;
        if (op instanceof Op.Convolution c) {
            int pad = c.kernel() / 2;
            return "torch.conv2d(%s, %s, %s, [%d, %d], [%d, %d], [1, 1], %d)"
                    .formatted(
                            x,
                            rounded(c.weight()),
                            c.bias() == null ? "None" : rounded(c.bias()),
                            c.stride(),
                            c.stride(),
                            pad,
                            pad,
                            c.groups());
        } else if (op instanceof Op.BatchNorm n) {
            boolean measuring = training && network.weight(n.gamma()).trained();
            return "torch.batch_norm(%s, self.%s, self.%s, self.%s, self.%s, %s, 0.10000000000000001, 1.0000000000000001e-05, True)"
                    .formatted(x, n.gamma(), n.beta(), n.mean(), n.variance(), measuring ? "True" : "False");
        } else if (op instanceof Op.Relu) {
            return "torch.relu(" + x + ")";
        } else if (op instanceof Op.Sigmoid) {
            return "torch.sigmoid(" + x + ")";
        } else if (op instanceof Op.Add) {
            return "torch.add(" + x + ", " + in.get(1) + ")";
        } else if (op instanceof Op.Scale) {
            return "torch.mul(" + x + ", " + in.get(1) + ")";
        } else if (op instanceof Op.MaxPool) {
            return "torch.max_pool2d(" + x + ", [2, 2], [2, 2], [0, 0], [1, 1])";
        } else if (op instanceof Op.GlobalAverage) {
            return "torch.mean(" + x + ", [2, 3], True)";
        } else if (op instanceof Op.Dropout d) {
            return training ? "torch.dropout(" + x + ", " + d.rate() + ", True)" : x;
        } else if (op instanceof Op.Upsample) {
            return "torch.upsample_nearest2d(" + x + ", None, [2., 2.])";
        } else if (op instanceof Op.Quantize q) {
            return "torch.fake_quantize_per_tensor_affine(%s, %s, %d, 0, 255)"
                    .formatted(x, new BigDecimal(q.scale()).toPlainString(), q.zeroPoint());
        } else if (op instanceof Op.Flatten) {
            return "torch.flatten(" + x + ", 1)";
        } else if (op instanceof Op.Cells) {
            return "torch.permute(torch.flatten(" + x + ", 2), [0, 2, 1])";
        }
        throw new IllegalArgumentException("No TorchScript for " + op);
    }

    private String rounded(String weight) {
        return mode == Mode.TRAIN_BFLOAT16 ? "torch.to(self." + weight + ", " + BFLOAT16 + ")" : "self." + weight;
    }
}

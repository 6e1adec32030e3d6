package io.emotion4j.training.torch;

import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Network.Node;
import io.emotion4j.training.network.Op;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The layers of a network as they are trained: batch normalisation that is trained uses the statistics of the batch. In bfloat16, activations
 * and convolution weights are rounded (master weights, their gradients, the statistics and the outputs stay float32), which about halves
 * the time on processors that have AVX-512 BF16.
 */
final class TrainingSource extends TorchScriptSource {

    private static final int BFLOAT16 = 15;
    private static final String EPSILON = new BigDecimal(String.valueOf(Op.BatchNorm.EPSILON)).toPlainString();
    /**
     * On processors of the Zen 5 family, PyTorch 2.7.1 gives gradients without meaning (1e30, NaN) for what a bfloat16 convolution of 1, 4 or
     * 10 filters reads. Convolutions whose number of filters is no multiple of this stay float32, but for heads.
     */
    private static final int SAFE_CHANNELS = 16;

    private final boolean bfloat16;
    private final Map<String, Node> producers = new HashMap<>();
    private final Map<String, Integer> readers = new HashMap<>();
    /** Pointwise layers of an unsafe number of filters, by the value that they read. */
    private final Map<String, List<Op.Convolution>> heads = new HashMap<>();

    private TrainingSource(Network network, boolean bfloat16) {
        super(network);
        this.bfloat16 = bfloat16;
        for (Node node : network.nodes()) {
            producers.put(node.output(), node);
            node.inputs().forEach(value -> readers.merge(value, 1, Integer::sum));
            Op.Convolution c = node.convolution();
            if (c != null && isHead(c)) {
                heads.computeIfAbsent(node.inputs().get(0), value -> new ArrayList<>())
                        .add(c);
            }
        }
        network.outputs().values().forEach(value -> readers.merge(value, 1, Integer::sum));
    }

    /** Statements that compute every value of the network from {@code input}, indented by four blanks. */
    static String statements(Network network, boolean bfloat16) {
        return new TrainingSource(network, bfloat16).statements();
    }

    @Override
    String statements() {
        if (bfloat16) {
            line(Network.INPUT, to(Network.INPUT, BFLOAT16));
        }
        return super.statements();
    }

    @Override
    public void convolution(Op.Convolution c, String in, String out) {
        if (isHead(c)) {
            head(c, in, out);
            return;
        }
        String filters = "self." + c.weight();
        String bias = c.bias() == null ? "None" : "self." + c.bias();
        Op.BatchNorm norm = settledNorm(c, out);
        if (norm != null) {
            String factor = out + "_factor";
            line(
                    factor,
                    "torch.mul(self.%s, torch.rsqrt(torch.add(self.%s, %s)))"
                            .formatted(norm.gamma(), norm.variance(), EPSILON));
            filters = "torch.mul(%s, torch.reshape(%s, [-1, 1, 1, 1]))".formatted(filters, factor);
            bias = "torch.sub(self.%s, torch.mul(self.%s, %s))".formatted(norm.beta(), norm.mean(), factor);
        }
        boolean thinned = c.groups() > 1 && c.stride() > 1;
        int stride = thinned ? 1 : c.stride();
        if (bfloat16 && filters(c) % SAFE_CHANNELS != 0) {
            line(out, to(convolution(c, to(in, FLOAT32), filters, bias, stride), BFLOAT16));
        } else {
            line(out, convolution(c, in, rounded(filters), bias.equals("None") ? bias : rounded(bias), stride));
        }
        if (thinned) {
            line(out, thinned(out, c.stride()));
        }
    }

    /** Heads that read one value are one layer, with filters of zeros up to a safe number; each takes its channels of it. */
    private void head(Op.Convolution c, String in, String out) {
        List<Op.Convolution> all = Objects.requireNonNull(heads.get(in), in);
        String joined = in + "_heads";
        int at = all.indexOf(c);
        if (at == 0) {
            StringBuilder filters = new StringBuilder();
            StringBuilder biases = new StringBuilder();
            for (Op.Convolution one : all) {
                filters.append("self.").append(one.weight()).append(", ");
                biases.append("self.").append(one.bias()).append(", ");
            }
            int zeros = Math.floorMod(-filters(all), SAFE_CHANNELS);
            int channels = network.weight(c.weight()).shape()[1];
            line(
                    joined,
                    convolution(
                            c,
                            in,
                            rounded("torch.cat([%storch.zeros([%d, %d, 1, 1])])".formatted(filters, zeros, channels)),
                            rounded("torch.cat([%storch.zeros([%d])])".formatted(biases, zeros)),
                            1));
        }
        channels(new Op.Channels(filters(all.subList(0, at)), filters(c)), joined, out);
    }

    private boolean isHead(Op.Convolution c) {
        return bfloat16
                && c.kernel() == 1
                && c.stride() == 1
                && c.groups() == 1
                && c.bias() != null
                && filters(c) % SAFE_CHANNELS != 0;
    }

    /**
     * Every so many rows and columns: depthwise convolutions that step over pixels are trained as those that do not, and thinned. That is the
     * same, and oneDNN 3.7.1 has no quick gradient of the former, on some processors a wrong one (brgconv_strided).
     */
    private static String thinned(String value, int stride) {
        String rows = "torch.slice(%s, 2, 0, 9223372036854775807, %d)".formatted(value, stride);
        return channelsLast("torch.slice(%s, 3, 0, 9223372036854775807, %d)".formatted(rows, stride));
    }

    @Override
    public void batchNorm(Op.BatchNorm n, String in, String out) {
        Op.Convolution c = Objects.requireNonNull(producers.get(in), in).convolution();
        if (c != null && settledNorm(c, in) != null) {
            line(out, in);
        } else {
            batchNorm(n, in, out, trained(n.gamma()));
        }
    }

    /** {@return the normalisation that a convolution does itself, as in the exported model, because neither is learnt} */
    private Op.@Nullable BatchNorm settledNorm(Op.Convolution c, String out) {
        if (c.bias() != null || trained(c.weight()) || !Objects.equals(readers.get(out), 1)) {
            return null;
        }
        return network.nodes().stream()
                .filter(node -> node.inputs().contains(out))
                .map(Node::op)
                .filter(Op.BatchNorm.class::isInstance)
                .map(Op.BatchNorm.class::cast)
                .filter(norm -> !trained(norm.gamma()))
                .findFirst()
                .orElse(null);
    }

    /** In place where that is safe, which moves fewer bytes. */
    @Override
    public void relu(String in, String out) {
        Node producer = producers.get(in);
        boolean ownValue = producer != null && producer.op() instanceof Op.BatchNorm;
        line(out, (ownValue && Objects.equals(readers.get(in), 1) ? "torch.relu_(" : "torch.relu(") + in + ")");
    }

    @Override
    public void dropout(Op.Dropout d, String in, String out) {
        line(out, "torch.dropout(" + in + ", " + d.rate() + ", True)");
    }

    private boolean trained(String weight) {
        return network.weight(weight).trained();
    }

    private int filters(Op.Convolution c) {
        return network.weight(c.weight()).shape()[0];
    }

    private int filters(List<Op.Convolution> all) {
        return all.stream().mapToInt(this::filters).sum();
    }

    private String rounded(String weight) {
        return bfloat16 ? to(weight, BFLOAT16) : weight;
    }
}

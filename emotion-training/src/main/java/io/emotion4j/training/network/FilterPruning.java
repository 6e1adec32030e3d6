package io.emotion4j.training.network;

import io.emotion4j.training.network.Network.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Removes whole filters of a trained network (structured pruning, Li et al. 2017), so that it is smaller and quicker on any engine: those of
 * convolutions whose result, normalised, one other convolution alone reads. Of each such convolution the filters go that can change
 * least: by the length of the filter times the length of what reads its channel. What is left has to learn on.
 *
 * @param network the narrower network, untrained
 * @param exported weights of the trained one, by name, of the filters that are left
 * @since 0.1.0
 */
public record FilterPruning(Network network, Map<String, float[]> exported) {

    /** Fewer filters are not worth a layer. */
    private static final int LEAST = 4;

    /** A convolution, what normalises it, and the one that reads it. */
    private record Pair(Op.Convolution first, Op.BatchNorm norm, Op.Convolution second) {}

    /**
     * Prunes a network.
     *
     * @param network with batch normalisation, as it is trained
     * @param exported its trained weights with batch normalisation folded, as {@link BatchNormFolding} names them
     * @param share of the filters of each layer that go, 0 to 0.9
     * @return what is left
     * @throws IllegalArgumentException if the share is out of range, the weights belong to another network, or no filter can go
     */
    public static FilterPruning of(Network network, Map<String, float[]> exported, double share) {
        if (!(share > 0 && share <= 0.9)) {
            throw new IllegalArgumentException(
                    "The share of filters to remove lies above 0 and at 0.9 or less, found " + share);
        }
        BatchNormFolding.fold(network).withWeights(exported);
        Map<String, Weight> weights = new LinkedHashMap<>(network.weights());
        Map<String, Weight> trained = new LinkedHashMap<>();
        exported.forEach((name, values) -> {
            Weight like = network.weights().get(name);
            if (like != null) {
                trained.put(name, new Weight(like.shape(), values, like.trained()));
            }
        });
        List<Pair> pairs = pairs(network);
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("No convolution of the network is read by one other alone");
        }
        for (Pair pair : pairs) {
            int[] kept = kept(trained, pair, share);
            List<String> rows = List.of(
                    pair.first().weight(),
                    pair.norm().gamma(),
                    pair.norm().beta(),
                    pair.norm().mean(),
                    pair.norm().variance());
            for (Map<String, Weight> all : List.of(weights, trained)) {
                rows.forEach(name -> all.computeIfPresent(name, (n, weight) -> rows(weight, kept)));
                all.computeIfPresent(pair.second().weight(), (n, weight) -> columns(weight, kept));
            }
        }
        Map<String, float[]> left = new LinkedHashMap<>();
        trained.forEach((name, weight) -> left.put(name, weight.values()));
        return new FilterPruning(new Network(network.input(), network.nodes(), network.outputs(), weights), left);
    }

    private static List<Pair> pairs(Network network) {
        List<Pair> pairs = new ArrayList<>();
        for (Node node : network.nodes()) {
            Op.Convolution first = node.convolution();
            Node norm = onlyReader(network, node.output());
            if (first == null || norm == null || !(norm.op() instanceof Op.BatchNorm batchNorm)) {
                continue;
            }
            Node reader = onlyReader(network, norm.output());
            if (reader != null && reader.op() instanceof Op.Relu) {
                reader = onlyReader(network, reader.output());
            }
            Op.Convolution second = reader == null ? null : reader.convolution();
            if (second != null && first.groups() == 1 && second.groups() == 1) {
                pairs.add(new Pair(first, batchNorm, second));
            }
        }
        return pairs;
    }

    private static @Nullable Node onlyReader(Network network, String value) {
        List<Node> readers = network.nodes().stream()
                .filter(node -> node.inputs().contains(value))
                .toList();
        return readers.size() == 1 && !network.outputs().containsValue(value) ? readers.get(0) : null;
    }

    /** {@return the indices of the filters that stay, in order} */
    private static int[] kept(Map<String, Weight> trained, Pair pair, double share) {
        Weight first = weight(trained, pair.first().weight());
        Weight second = weight(trained, pair.second().weight());
        int filters = first.shape()[0];
        double[] worth = new double[filters];
        int perFilter = first.values().length / filters;
        int kernel = second.values().length / second.shape()[0] / filters;
        for (int c = 0; c < filters; c++) {
            double read = 0;
            for (int out = 0; out < second.shape()[0]; out++) {
                read += squares(second.values(), (out * filters + c) * kernel, kernel);
            }
            worth[c] = squares(first.values(), c * perFilter, perFilter) * read;
        }
        int count = Math.max(Math.min(LEAST, filters), (int) Math.round(filters * (1 - share)));
        return IntStream.range(0, filters)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> -worth[c]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static Weight weight(Map<String, Weight> weights, String name) {
        Weight weight = weights.get(name);
        if (weight == null) {
            throw new IllegalArgumentException("The trained weights have no " + name + "; found " + weights.keySet());
        }
        return weight;
    }

    private static double squares(float[] values, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }

    private static Weight rows(Weight weight, int[] kept) {
        int row = weight.values().length / weight.shape()[0];
        int[] shape = weight.shape().clone();
        shape[0] = kept.length;
        float[] values = new float[kept.length * row];
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(weight.values(), kept[i] * row, values, i * row, row);
        }
        return new Weight(shape, values, weight.trained());
    }

    private static Weight columns(Weight weight, int[] kept) {
        int[] shape = weight.shape().clone();
        int before = shape[1];
        int kernel = shape[2] * shape[3];
        shape[1] = kept.length;
        float[] values = new float[shape[0] * kept.length * kernel];
        for (int out = 0; out < shape[0]; out++) {
            for (int i = 0; i < kept.length; i++) {
                System.arraycopy(
                        weight.values(),
                        (out * before + kept[i]) * kernel,
                        values,
                        (out * kept.length + i) * kernel,
                        kernel);
            }
        }
        return new Weight(shape, values, weight.trained());
    }
}

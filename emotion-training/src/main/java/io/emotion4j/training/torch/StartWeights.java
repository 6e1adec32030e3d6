package io.emotion4j.training.torch;

import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Network.Node;
import io.emotion4j.training.network.Op;
import io.emotion4j.training.network.PointwiseFusion;
import io.emotion4j.training.network.Weight;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The weights of an exported model, to start from. Layers that the model does not have start untrained.
 *
 * @param exported by name, as {@link BatchNormFolding} leaves them; empty to start anew
 * @param frozen how many of the model's convolutions, counted from the input, stay as they are and are not learnt; 0 or more
 * @since 0.1.0
 */
public record StartWeights(Map<String, float[]> exported, int frozen) {

    /** Every convolution that the model has. */
    public static final int ALL = Integer.MAX_VALUE;

    /** To start anew. */
    public static final StartWeights NONE = new StartWeights(Map.of(), 0);

    /** Copies the map. */
    public StartWeights {
        exported = Map.copyOf(exported);
        if (frozen < 0) {
            throw new IllegalArgumentException("Of the model to start from 0 or more layers stay, found " + frozen);
        }
    }

    /**
     * Gives them to a network, which then gives what the model gives: batch normalisation is put back ({@link Unfolding}).
     * Frozen normalisation only adds the bias.
     *
     * @throws IllegalArgumentException when they belong to another network, or are frozen and nothing is left to learn
     */
    Network applied(Network architecture, BatchSource source) throws IOException {
        if (exported.isEmpty()) {
            return architecture;
        }
        StartWeights single = separated(architecture);
        return single.appliedSingly(architecture, source);
    }

    /** Weights that {@link PointwiseFusion} joined, each by itself again; those of another network stay joined. */
    private StartWeights separated(Network architecture) {
        Map<String, float[]> single = new LinkedHashMap<>();
        exported.forEach((name, values) -> {
            List<String> parts = List.of(name.split(PointwiseFusion.AND));
            if (parts.size() == 1 || !architecture.weights().keySet().containsAll(parts)) {
                single.put(name, values);
                return;
            }
            int at = 0;
            for (String part : parts) {
                int length = architecture.weight(part).values().length;
                single.put(part, Arrays.copyOfRange(values, at, at + length));
                at += length;
            }
        });
        return new StartWeights(single, frozen);
    }

    private Network appliedSingly(Network architecture, BatchSource source) throws IOException {
        Network folded = folded(architecture);
        Map<String, String> filters = new HashMap<>();
        Map<String, Op.BatchNorm> norms = new LinkedHashMap<>();
        Set<String> kept = new HashSet<>();
        for (Node node : architecture.nodes()) {
            Op.Convolution convolution = node.convolution();
            if (convolution != null) {
                filters.put(node.output(), convolution.weight());
                if (kept.size() < frozen && exported.containsKey(convolution.weight())) {
                    kept.add(convolution.weight());
                }
            } else if (node.op() instanceof Op.BatchNorm norm && exported.containsKey(norm.beta())) {
                filters.put(node.output(), known(filters, node.inputs().get(0)));
                norms.put(node.output(), norm);
            }
        }
        Map<String, float[]> values = new LinkedHashMap<>();
        architecture
                .weights()
                .forEach((name, weight) -> values.put(name, exported.getOrDefault(name, weight.values())));
        Map<String, ChannelMoments> moments =
                frozen == ALL ? Map.of() : ChannelMoments.measure(folded, norms.keySet(), source);
        norms.forEach((value, norm) -> {
            String filter = known(filters, value);
            float[] bias = known(exported, norm.beta());
            if (kept.contains(filter)) {
                Unfolding.addBias(norm, bias, values);
            } else {
                float[] untrained = architecture.weight(filter).values();
                Unfolding.unfold(norm, filter, untrained, bias, known(moments, value), values);
            }
        });
        return frozen(architecture.withWeights(values), kept);
    }

    /** The network without batch normalisation, as the model has it. */
    private Network folded(Network architecture) {
        Network folded = BatchNormFolding.fold(architecture);
        Map<String, float[]> values = new LinkedHashMap<>();
        folded.weights().forEach((name, weight) -> values.put(name, exported.getOrDefault(name, weight.values())));
        if (folded.weights().keySet().stream().noneMatch(exported::containsKey)) {
            throw new IllegalArgumentException("The model to start from has no weight of this network: it has "
                    + exported.keySet() + "; name a model of the same preset");
        }
        try {
            return folded.withWeights(values);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The model to start from is another network; name one of the same preset (" + e.getMessage() + ")",
                    e);
        }
    }

    /** {@return the convolutions of a network that the model does not have, by their filters' names} */
    public List<String> missing(Network architecture) {
        if (exported.isEmpty()) {
            return List.of();
        }
        Map<String, float[]> found = separated(architecture).exported();
        return BatchNormFolding.fold(architecture).weights().keySet().stream()
                .filter(name -> name.startsWith("w") && !found.containsKey(name))
                .toList();
    }

    /** The network, of which the kept filters and what belongs to them, bias or normalisation, are not learnt. */
    private static Network frozen(Network network, Set<String> kept) {
        Set<String> names = new HashSet<>(kept);
        Set<String> outputs = new HashSet<>();
        for (Node node : network.nodes()) {
            Op.Convolution convolution = node.convolution();
            if (convolution != null && kept.contains(convolution.weight())) {
                names.addAll(node.op().weights());
                outputs.add(node.output());
            } else if (node.op() instanceof Op.BatchNorm norm
                    && outputs.contains(node.inputs().get(0))) {
                names.addAll(norm.weights());
            }
        }
        Map<String, Weight> weights = new LinkedHashMap<>();
        network.weights()
                .forEach((name, weight) -> weights.put(
                        name, names.contains(name) ? new Weight(weight.shape(), weight.values(), false) : weight));
        if (weights.values().stream().noneMatch(Weight::trained)) {
            throw new IllegalArgumentException(
                    "The model to start from has every layer of the network: frozen, nothing is left to learn");
        }
        return new Network(network.input(), network.nodes(), network.outputs(), weights);
    }

    private static <T> T known(Map<String, T> map, String name) {
        return Objects.requireNonNull(map.get(name), name);
    }
}

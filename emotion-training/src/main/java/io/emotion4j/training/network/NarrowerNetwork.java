package io.emotion4j.training.network;

import io.emotion4j.training.network.Network.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives weights to a network whose convolutions may have fewer filters by now ({@link FilterPruning}): how many they have follows from how
 * many numbers there are.
 *
 * @since 0.1.0
 */
public final class NarrowerNetwork {

    private NarrowerNetwork() {}

    /**
     * {@return the same layers with these numbers}
     *
     * @param network of the widths that it was built with
     * @param values for each of its weights, by name
     * @throws IllegalArgumentException if they are of another network: a number is missing, layers do not fit together, or are wider
     */
    public static Network of(Network network, Map<String, float[]> values) {
        if (network.weights().entrySet().stream().allMatch(entry -> {
            float[] found = values.get(entry.getKey());
            return found != null && found.length == entry.getValue().values().length;
        })) {
            return network.withWeights(values);
        }
        Map<String, Weight> narrowed = new LinkedHashMap<>(network.weights());
        Map<String, Integer> channels = new HashMap<>();
        channels.put(Network.INPUT, network.input()[0]);
        for (Node node : network.nodes()) {
            Op.Convolution convolution = node.convolution();
            int in = read(channels, node.inputs().get(0));
            if (convolution == null) {
                node.inputs().forEach(input -> {
                    if (read(channels, input) != in) {
                        throw unfit(node.op() + " reads " + in + " and " + read(channels, input) + " channels");
                    }
                });
                node.op().weights().forEach(name -> narrowed.put(name, vector(network, values, name, in)));
                channels.put(node.output(), node.op() instanceof Op.Channels some ? some.count() : in);
            } else {
                int[] shape = network.weight(convolution.weight()).shape().clone();
                float[] found = found(values, convolution.weight());
                shape[1] = in / convolution.groups();
                int perFilter = shape[1] * shape[2] * shape[3];
                int filters = perFilter == 0 ? 0 : found.length / perFilter;
                if (filters < 1 || filters * perFilter != found.length || filters > shape[0]) {
                    throw unfit("weight '" + convolution.weight() + "' of " + found.length
                            + " numbers where each filter has " + perFilter + " and there are at most " + shape[0]);
                }
                shape[0] = filters;
                narrowed.put(
                        convolution.weight(),
                        new Weight(
                                shape,
                                found,
                                network.weight(convolution.weight()).trained()));
                String bias = convolution.bias();
                if (bias != null) {
                    narrowed.put(bias, vector(network, values, bias, filters));
                }
                channels.put(node.output(), filters);
            }
        }
        return new Network(network.input(), network.nodes(), network.outputs(), narrowed);
    }

    private static Weight vector(Network network, Map<String, float[]> values, String name, int length) {
        float[] found = found(values, name);
        if (found.length != length) {
            throw unfit("weight '" + name + "' of " + found.length + " numbers for " + length + " channels");
        }
        return new Weight(new int[] {length}, found, network.weight(name).trained());
    }

    private static int read(Map<String, Integer> channels, String value) {
        Integer count = channels.get(value);
        if (count == null) {
            throw new IllegalArgumentException("no layer gives '" + value + "'; found " + channels.keySet());
        }
        return count;
    }

    private static float[] found(Map<String, float[]> values, String name) {
        float @Nullable [] found = values.get(name);
        if (found == null) {
            throw new IllegalArgumentException("No values for weight '" + name + "' of the network");
        }
        return found;
    }

    private static IllegalArgumentException unfit(String what) {
        return new IllegalArgumentException("The weights are of another network: found " + what);
    }
}

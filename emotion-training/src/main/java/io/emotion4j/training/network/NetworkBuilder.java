package io.emotion4j.training.network;

import io.emotion4j.training.network.Network.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Builds a {@link Network} layer by layer; every method returns the name of the value that the new layer gives.
 *
 * @since 0.1.0
 */
public final class NetworkBuilder {

    private final int[] input;
    private final Random random;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private final Map<String, Weight> weights = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private String section = "";

    /**
     * @param input channels, height, width (0 = any)
     * @param seed of the random numbers that the weights start from
     */
    public NetworkBuilder(int[] input, long seed) {
        this.input = input.clone();
        this.random = new Random(seed);
    }

    /**
     * Convolution without bias, started after He et al. 2015 (fan-out).
     *
     * @throws IllegalArgumentException when it is depthwise with more than one filter a channel: PyTorch 2.7.1 computes such
     *     layers wrongly on processors of the Zen 5 family (errors as large as the values; ONNX Runtime and TensorFlow agree)
     */
    public String convolution(String x, int in, int out, int kernel, int stride, int groups) {
        if (groups > 1 && groups == in && out != in) {
            throw new IllegalArgumentException(
                    "A depthwise convolution gives as many channels as it reads, expected " + in + ", found " + out
                            + "; follow it by a pointwise convolution (PyTorch computes more wrongly on some processors)");
        }
        String weight = heWeight(in, out, kernel, groups);
        return add(new Op.Convolution(weight, null, kernel, stride, groups), x);
    }

    /** 1x1 convolution with bias; {@code bias} is the value that every bias starts from. */
    public String pointwise(String x, int in, int out, float deviation, float bias) {
        return pointwise(x, in, out, deviation, bias, 1);
    }

    /** The same at every {@code stride}-th row and column alone. */
    public String pointwise(String x, int in, int out, float deviation, float bias, int stride) {
        String n = number();
        String weight = weight("w" + n, gaussian(out * in, deviation), true, out, in, 1, 1);
        float[] values = new float[out];
        Arrays.fill(values, bias);
        return add(new Op.Convolution(weight, weight("b" + n, values, true, out), 1, stride, 1), x);
    }

    public String batchNorm(String x, int channels, float gamma) {
        String n = number();
        return add(
                new Op.BatchNorm(
                        weight("g" + n, filled(channels, gamma), true, channels),
                        weight("b" + n, filled(channels, 0), true, channels),
                        weight("m" + n, filled(channels, 0), false, channels),
                        weight("v" + n, filled(channels, 1), false, channels)),
                x);
    }

    /**
     * Names the layers that follow; "" for those without a name, as at the start. Weights are called after their section and their
     * place in it, so that an older model can be the start of a network with a new section in the middle.
     */
    public NetworkBuilder section(String name) {
        section = name;
        return this;
    }

    /** Adds any layer that has no weights. */
    public String add(Op op, String... inputs) {
        String output = "x" + nodes.size();
        nodes.add(new Node(op, List.of(inputs), output));
        return output;
    }

    /** Convolution, batch normalisation, ReLU. */
    public String block(String x, int in, int out, int kernel, int stride, int groups) {
        return add(new Op.Relu(), batchNorm(convolution(x, in, out, kernel, stride, groups), out, 1));
    }

    public NetworkBuilder output(String name, String value) {
        outputs.put(name, value);
        return this;
    }

    public Network build() {
        return new Network(input, List.copyOf(nodes), outputs, weights);
    }

    private String heWeight(int in, int out, int kernel, int groups) {
        double deviation = Math.sqrt(2.0 * groups / ((double) out * kernel * kernel));
        int perFilter = in / groups * kernel * kernel;
        return weight(
                "w" + number(), gaussian(out * perFilter, (float) deviation), true, out, in / groups, kernel, kernel);
    }

    private String weight(String name, float[] values, boolean trained, int... shape) {
        weights.put(name, new Weight(shape, values, trained));
        counts.merge(section, 1, Integer::sum);
        return name;
    }

    private String number() {
        return section + counts.getOrDefault(section, 0);
    }

    private float[] gaussian(int count, float deviation) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }

    private static float[] filled(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }
}

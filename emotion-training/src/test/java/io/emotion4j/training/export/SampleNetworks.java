package io.emotion4j.training.export;

import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkBuilder;
import io.emotion4j.training.network.Op;
import io.emotion4j.training.network.Weight;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Small networks with random weights. */
public final class SampleNetworks {

    private SampleNetworks() {}

    /** Every kind of layer, any input size with sides a multiple of 8, 3 channels; outputs of two, three and four dimensions. */
    static Network everyLayer() {
        NetworkBuilder net = new NetworkBuilder(new int[] {3, 0, 0}, 7);
        String stem = net.block(Network.INPUT, 3, 8, 3, 2, 1);
        String wide = net.block(stem, 8, 8, 5, 1, 8);
        String pooled = net.add(new Op.MaxPool(), wide);
        String deep = net.block(net.convolution(pooled, 8, 8, 3, 2, 8), 8, 16, 1, 1, 1);
        String back = net.add(new Op.Upsample(), net.block(deep, 16, 8, 1, 1, 1));
        String sum = net.add(new Op.Add(), pooled, back);
        String gate = net.add(new Op.Sigmoid(), net.pointwise(net.add(new Op.GlobalAverage(), sum), 8, 8, 0.5f, 0.1f));
        String gated = net.add(new Op.Dropout(0.5), net.add(new Op.Scale(), sum, gate));
        String cells = net.add(new Op.Cells(), net.pointwise(gated, 8, 4, 0.5f, 0.2f));
        String logits =
                net.add(new Op.Flatten(), net.pointwise(net.add(new Op.GlobalAverage(), gated), 8, 7, 0.5f, 0.3f));
        Network network = net.output("map", gated)
                .output("rows", cells)
                .output("shares", net.add(new Op.Sigmoid(), cells))
                .output("logits", logits)
                .build();
        return shaken(network);
    }

    /** A network whose every weight, running means and variances too, is away from where it starts. */
    public static Network shaken(Network network) {
        return shaken(network, 0.2f);
    }

    /** The same with another standard deviation: where layers are many, 0.2 makes outputs of thousands. */
    static Network shaken(Network network, float deviation) {
        Random random = new Random(8);
        Map<String, Weight> weights = new LinkedHashMap<>();
        network.weights().forEach((name, weight) -> {
            float[] values = weight.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = name.startsWith("v")
                        ? 0.5f + random.nextFloat()
                        : values[i] + deviation * (float) random.nextGaussian();
            }
            weights.put(name, new Weight(weight.shape(), values, weight.trained()));
        });
        return new Network(network.input(), network.nodes(), network.outputs(), weights);
    }

    static float[] noise(int count) {
        Random random = new Random(9);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}

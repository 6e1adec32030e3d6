package io.emotion4j.training.export;

import io.emotion4j.model.InputSpec;
import io.emotion4j.model.TensorLayout;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.NetworkRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * An input and what the network gives for it.
 *
 * @param inputShape in the input's order
 * @param outputShapes by name, in order
 * @param bytes little-endian float32: the input, then the outputs
 */
record GoldenVectors(List<Long> inputShape, Map<String, List<Long>> outputShapes, byte[] bytes) {

    private static final long SEED = 1;

    /** Tiles of the input where any size will do: two rows, three columns, so that a swap of the sides shows. */
    private static final int ROWS = 2;

    private static final int COLUMNS = 3;

    /** Runs the network on a picture of noise as the input's description has it. */
    static GoldenVectors of(Network network, InputSpec spec) throws IOException {
        int height = spec.anySize() ? ROWS * spec.multipleOf() : spec.height();
        int width = spec.anySize() ? COLUMNS * spec.multipleOf() : spec.width();
        long[] shape = spec.shape(1, height, width);
        float[] input = noise(spec, height * width);
        List<float[]> arrays = new ArrayList<>(List.of(input));
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        try (NetworkRunner runner = new NetworkRunner(network)) {
            List<NetworkRunner.Output> outputs = runner.runShaped(input, shape);
            int index = 0;
            for (String name : network.outputs().keySet()) {
                NetworkRunner.Output output = outputs.get(index++);
                arrays.add(output.values());
                shapes.put(name, boxed(output.shape()));
            }
        }
        return new GoldenVectors(boxed(shape), shapes, joined(arrays));
    }

    /** Random pixels, normalised; the same for every export. */
    private static float[] noise(InputSpec spec, int pixels) {
        Random random = new Random(SEED);
        int channels = spec.channels().count();
        float[] input = new float[channels * pixels];
        for (int i = 0; i < input.length; i++) {
            int channel = spec.layout() == TensorLayout.NHWC ? i % channels : i / pixels;
            input[i] = (random.nextInt(256) * spec.scale() - spec.mean().get(channel))
                    / spec.std().get(channel);
        }
        return input;
    }

    private static List<Long> boxed(long[] shape) {
        List<Long> sides = new ArrayList<>();
        for (long side : shape) {
            sides.add(side);
        }
        return sides;
    }

    private static byte[] joined(List<float[]> arrays) {
        int count = arrays.stream().mapToInt(array -> array.length).sum();
        float[] all = new float[count];
        int at = 0;
        for (float[] array : arrays) {
            System.arraycopy(array, 0, all, at, array.length);
            at += array.length;
        }
        return LittleEndian.bytes(all);
    }
}

package io.emotion4j.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emotion4j.training.detector.DetectorInput;
import io.emotion4j.training.detector.DetectorPreset;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkBuilder;
import io.emotion4j.training.network.Op;
import io.emotion4j.training.network.PixelInput;
import io.emotion4j.training.network.Quantization;
import io.emotion4j.training.network.Weight;
import io.emotion4j.training.torch.ActivationRanges;
import io.emotion4j.training.torch.NetworkRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A detector on pixels in whole numbers, in ONNX Runtime. */
class QuantizedDetectorTest {

    private static final int HEIGHT = 64;
    private static final int WIDTH = 96;

    private final Network network = onPixels();

    private static Network onPixels() {
        DetectorPreset preset = DetectorPreset.TINY;
        Network trained = SampleNetworks.shaken(preset.forTraining(1), 0.05f);
        return DetectorExport.onPixels(DetectorExport.form(preset.forInference(trained)), DetectorInput.SPEC);
    }

    @ParameterizedTest
    @CsvSource({"64, 96", "32, 128"})
    void everyLayerGivesWhatItGivesInTheRoundedNetwork(int height, int width) throws Exception {
        Network quantized = allValues(quantized());
        float[] picture = picture(1, height, width);
        Map<String, float[]> found = onnx(quantized, picture, height, width);
        List<float[]> expected = run(quantized, picture, height, width);

        List<Double> differences = new ArrayList<>();
        for (String name : quantized.outputs().keySet()) {
            double difference = relativeDifference(values(found, name), expected.get(differences.size()));
            differences.add(difference);
            // Sums in the middle between two levels go either way, and what they change goes on; of values near 0 that
            // is much.
            assertThat(difference).as(name).isLessThan(0.8);
        }
        double mean =
                differences.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(mean).isLessThan(0.1);
    }

    @Test
    void answersAreNearThoseOfTheOriginalButNotTheSame() throws Exception {
        float[] picture = picture(1, HEIGHT, WIDTH);
        Map<String, float[]> found = onnx(quantized(), picture, HEIGHT, WIDTH);
        Map<String, float[]> original = onnx(network, picture, HEIGHT, WIDTH);

        for (String name : network.outputs().keySet()) {
            assertThat(relativeDifference(values(found, name), values(original, name)))
                    .as(name)
                    .isPositive()
                    .isLessThan(0.3);
        }
    }

    private static Network allValues(Network network) {
        Map<String, String> outputs = new LinkedHashMap<>();
        network.nodes().forEach(node -> outputs.put("value_" + node.output(), node.output()));
        return new Network(network.input(), network.nodes(), outputs, network.weights());
    }

    @Test
    void convolutionOfBlocksIsThatOfPixels() throws Exception {
        NetworkBuilder net = new NetworkBuilder(new int[] {3, 0, 0}, 4);
        String sum = net.convolution(Network.INPUT, 3, 5, 3, 2, 1);
        Network floats = SampleNetworks.shaken(net.output("sum", sum).build());
        Network pixels = PixelInput.of(floats, 127.5f, 4 / 255f);
        Op.PixelConvolution first = (Op.PixelConvolution) pixels.nodes().get(0).op();
        Op.Quantize levels = new Op.Quantize(0.05f, 128);
        Network.Node node =
                new Network.Node(new Op.RoundedPixelConvolution(first, levels), List.of(Network.INPUT), "rounded");
        Network rounded = new Network(pixels.input(), List.of(node), Map.of("sum", "rounded"), onGrid(pixels));
        float[] picture = picture(9, HEIGHT, WIDTH);

        float[] found = values(onnx(rounded, picture, HEIGHT, WIDTH), "sum");
        float[] expected = run(rounded, picture, HEIGHT, WIDTH).get(0);

        int others = 0;
        for (int i = 0; i < expected.length; i++) {
            int apart = Math.round(Math.abs(found[i] - expected[i]) / levels.scale());
            assertThat(apart).isLessThanOrEqualTo(1);
            others += apart;
        }
        assertThat(others).isLessThan(expected.length / 20);
    }

    @Test
    void kernelThatDoesNotFitIsRefused() {
        Op.Convolution wide = new Op.Convolution("w", null, 5, 2, 1);

        assertThatThrownBy(() -> new PixelBlocks(new Op.PixelConvolution(wide, 3, 127.5f, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 pixels in steps of 2");
    }

    /** Weights that rounding leaves as they are. */
    private static Map<String, Weight> onGrid(Network network) {
        Map<String, Weight> weights = new HashMap<>(network.weights());
        weights.replaceAll((name, weight) -> {
            float[] values = weight.values().clone();
            for (int i = 0; i < values.length; i++) {
                // The first of each filter is the greatest, and so sets the scale.
                float some = Math.round(Math.max(-0.6f, Math.min(0.6f, values[i])) * 100) / 100f;
                values[i] = weight.shape().length == 4 && i % 27 == 0 ? 0.63f : some;
            }
            return new Weight(weight.shape(), values, weight.trained());
        });
        return weights;
    }

    private Network quantized() throws IOException {
        try (ActivationRanges ranges = new ActivationRanges(network)) {
            for (int i = 0; i < 6; i++) {
                ranges.show(picture(i, HEIGHT, WIDTH), 1, HEIGHT, WIDTH, 3);
            }
            return Quantization.quantize(network, ranges.ranges());
        }
    }

    private static Map<String, float[]> onnx(Network network, float[] picture, int height, int width) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OnnxWriter.write(network, bytes);
        return EngineRuns.onnx(bytes.toByteArray(), picture, 1, height, width, 3);
    }

    private static List<float[]> run(Network network, float[] picture, int height, int width) throws IOException {
        try (NetworkRunner runner = new NetworkRunner(network)) {
            return runner.run(picture, 1, height, width, 3);
        }
    }

    private static float[] values(Map<String, float[]> outputs, String name) {
        return Objects.requireNonNull(outputs.get(name));
    }

    private static double relativeDifference(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        double difference = 0;
        double size = 0;
        for (int i = 0; i < found.length; i++) {
            difference += Math.abs(found[i] - expected[i]);
            size += Math.abs(expected[i]);
        }
        return difference / size;
    }

    /** Noise on grounds that change from corner to corner. */
    private static float[] picture(int seed, int height, int width) {
        Random random = new Random(seed);
        float across = random.nextFloat() * 200 / width;
        float down = random.nextFloat() * 200 / height;
        float[] pixels = new float[3 * height * width];
        for (int i = 0; i < pixels.length; i++) {
            float ground = across * (i / 3 % width) + down * (i / 3 / width);
            pixels[i] = (float) Math.rint(Math.max(0, Math.min(255, ground + 20 * random.nextGaussian())));
        }
        return pixels;
    }
}

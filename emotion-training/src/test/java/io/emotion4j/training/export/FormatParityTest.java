package io.emotion4j.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.NetworkRunner;
import io.emotion4j.training.torch.TorchScriptWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every format gives what the network gives. */
class FormatParityTest {

    private static final float TOLERANCE = 1e-4f;

    @TempDir
    private Path folder;

    @Test
    void everyLayerGivesTheSameInEveryEngine() throws Exception {
        compare(SampleNetworks.everyLayer(), 2, 3, 32, 48);
    }

    @Test
    void anyBatchAndSizeWillDo() throws Exception {
        compare(SampleNetworks.everyLayer(), 1, 3, 16, 24);
    }

    private void compare(Network network, int... shape) throws Exception {
        long[] longs = java.util.Arrays.stream(shape).asLongStream().toArray();
        float[] input = SampleNetworks.noise(shape[0] * shape[1] * shape[2] * shape[3]);
        Map<String, float[]> expected = trained(network, input, longs);
        List<String> names = List.copyOf(network.outputs().keySet());
        try (var out = Files.newOutputStream(folder.resolve("model.pt"))) {
            TorchScriptWriter.write(network, out);
        }
        SavedModelWriter.write(network, Files.newOutputStream(folder.resolve("saved_model.pb")));
        ByteArrayOutputStream onnx = new ByteArrayOutputStream();
        OnnxWriter.write(network, onnx);
        same("ONNX", EngineRuns.onnx(onnx.toByteArray(), input, longs), expected);
        same("TorchScript", EngineRuns.torchScript(folder, names, input, longs), expected);
        same("SavedModel", EngineRuns.savedModel(folder, input, longs), expected);
    }

    private static Map<String, float[]> trained(Network network, float[] input, long... shape) throws IOException {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        try (NetworkRunner runner = new NetworkRunner(network)) {
            List<float[]> values = runner.run(input, shape);
            int index = 0;
            for (String name : network.outputs().keySet()) {
                outputs.put(name, values.get(index++));
            }
        }
        return outputs;
    }

    private static void same(String format, Map<String, float[]> found, Map<String, float[]> expected) {
        assertThat(found.keySet()).as(format).containsExactlyInAnyOrderElementsOf(expected.keySet());
        float[] greatest = new float[1];
        expected.forEach((name, values) -> {
            for (int i = 0; i < values.length; i++) {
                greatest[0] = Math.max(greatest[0], Math.abs(values[i] - found.get(name)[i]));
            }
            assertThat(found.get(name)).as(format + " " + name).containsExactly(values, within(TOLERANCE));
        });
        System.out.println(format + " " + greatest[0]);
    }
}

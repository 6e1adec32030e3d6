package io.emotion4j.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.training.classifier.ClassBalance;
import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.classifier.ClassifierTrainer;
import io.emotion4j.training.classifier.ClassifierTrainingOptions;
import io.emotion4j.training.classifier.ClassifierTrainingOptions.HeadShares;
import io.emotion4j.training.classifier.ClassifierTrainingOptions.Inputs;
import io.emotion4j.training.classifier.FaceSource;
import io.emotion4j.training.detector.DetectorPreset;
import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Op;
import io.emotion4j.training.network.PixelInput;
import io.emotion4j.training.network.PointwiseFusion;
import io.emotion4j.training.torch.EpochListener;
import io.emotion4j.training.torch.NetworkRunner;
import io.emotion4j.training.torch.OptimizerKind;
import io.emotion4j.training.torch.StartWeights;
import io.emotion4j.training.torch.TorchScriptWriter;
import io.emotion4j.training.torch.TrainingOptions;
import io.emotion4j.training.torch.TrainingOptions.Computing;
import io.emotion4j.training.torch.TrainingOptions.Steps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @Test
    void trainedClassifierOfTwoHeadsGivesTheSameInEveryEngine() throws Exception {
        compare(trained(ClassifierPreset.TINY, 32, 0.02), 3, 1, 48, 48);
    }

    @ParameterizedTest
    @EnumSource(names = {"EFFICIENTNET_B0", "VGG19"})
    void widelyUsedNetworksLearnAndGiveTheSameInEveryEngine(ClassifierPreset preset) throws Exception {
        compare(trained(preset, 8, 1e-4), 2, 1, 48, 48);
    }

    @Test
    void coloursOf224PixelsGiveTheSameInEveryEngine() throws Exception {
        Network network = ClassifierPreset.EFFICIENTNET_B0.build(1, 0.2, 3, 224);
        // As published, but for its thousand classes and the second head.
        assertThat(network.parameterCount()).isEqualTo(4_007_548 + 2 * (1280 * 7 + 7));
        compare(SampleNetworks.shaken(network, 0.02f), 1, 3, 224, 224);
    }

    @Test
    void detectorGivesTheSameInEveryEngine() throws Exception {
        DetectorPreset preset = DetectorPreset.TINY;
        Network trained = SampleNetworks.shaken(preset.forTraining(1), 0.02f);
        compare(preset.forInference(trained), 1, 3, 64, 96);
    }

    @Test
    void fusedHeadsGiveWhatTheyGaveApart() throws Exception {
        DetectorPreset preset = DetectorPreset.TINY;
        Network apart = BatchNormFolding.fold(preset.forInference(SampleNetworks.shaken(preset.forTraining(1), 0.02f)));
        Network fused = PointwiseFusion.fuse(apart);
        float[] input = SampleNetworks.noise(3 * 64 * 96);

        assertThat(fused.nodes())
                .extracting(Network.Node::op)
                .filteredOn(Op.Channels.class::isInstance)
                .hasSize(18);
        same("fused", trained(fused, input, 1, 3, 64, 96), trained(apart, input, 1, 3, 64, 96));
        compare(fused, 1, 3, 64, 96);
    }

    @Test
    void pixelsGiveWhatTheirNumbersGave() throws Exception {
        DetectorPreset preset = DetectorPreset.TINY;
        Network numbers = DetectorExport.form(preset.forInference(SampleNetworks.shaken(preset.forTraining(1), 0.02f)));
        Network pixels = PixelInput.of(numbers, 127.5f, 4 / 255f);
        int height = 64;
        int width = 96;
        float[] bytes = new float[3 * height * width];
        float[] scaled = new float[bytes.length];
        Random random = new Random(5);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = random.nextInt(256);
            scaled[i % 3 * height * width + i / 3] = (bytes[i] - 127.5f) * 4 / 255;
        }

        same("pixels", trained(pixels, bytes, 1, height, width, 3), trained(numbers, scaled, 1, 3, height, width));
        compare(pixels, bytes, 1, height, width, 3);
        assertThatThrownBy(() -> PixelInput.of(pixels, 0, 1)).hasMessageContaining("by one convolution of one group");
    }

    private Network trained(ClassifierPreset preset, int count, double rate) throws IOException {
        Random random = new Random(3);
        List<LabelledFace> faces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] pixels = new byte[48 * 48];
            random.nextBytes(pixels);
            int[] votes = {1, 2, 0, 0, 3, 1, 0, 0, 1, 0};
            faces.add(new LabelledFace(pixels, 48, 48, i % 7, votes, "face " + i));
        }
        TrainingOptions training = new TrainingOptions(
                2, 1, new Steps(OptimizerKind.ADAMW, rate, 1, 1e-4, 5, 3, 0), new Computing(1, 1, false));
        ClassifierTrainingOptions options = new ClassifierTrainingOptions(
                training,
                new Inputs(8, 1, 0.3, List.of()),
                ClassBalance.NONE,
                1,
                new HeadShares(0.1, 0),
                ClassifierTrainingOptions.Teaching.NONE);
        return ClassifierTrainer.train(
                preset.build(1, 0.2),
                List.of(new FaceSource(faces, 1, true)),
                faces,
                options,
                List.of(),
                StartWeights.NONE,
                folder.resolve("run"),
                new EpochListener() {});
    }

    private void compare(Network network, long... shape) throws Exception {
        compare(network, SampleNetworks.noise((int) (shape[0] * shape[1] * shape[2] * shape[3])), shape);
    }

    private void compare(Network network, float[] input, long... shape) throws Exception {
        Map<String, float[]> expected = trained(network, input, shape);
        List<String> names = List.copyOf(network.outputs().keySet());
        TorchScriptWriter.write(network, Files.newOutputStream(folder.resolve("model.pt")));
        SavedModelWriter.write(network, Files.newOutputStream(folder.resolve("saved_model.pb")));
        ByteArrayOutputStream onnx = new ByteArrayOutputStream();
        OnnxWriter.write(network, onnx);
        same("ONNX", EngineRuns.onnx(onnx.toByteArray(), input, shape), expected);
        same("TorchScript", EngineRuns.torchScript(folder, names, input, shape), expected);
        same("SavedModel", EngineRuns.savedModel(folder, input, shape), expected);
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
        expected.forEach((name, values) ->
                assertThat(found.get(name)).as(format + " " + name).containsExactly(values, within(TOLERANCE)));
    }
}

package io.emotion4j.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.classifier.TrainedClassifier;
import io.emotion4j.training.export.OnnxWeights;
import io.emotion4j.training.export.OnnxWriter;
import io.emotion4j.training.export.SampleNetworks;
import io.emotion4j.training.torch.NetworkRunner;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPruningTest {

    private static final Network TINY = ClassifierPreset.TINY.build(1, 0);

    /** The stem's filters 1, 2, 5 and 6 give nothing, so the network says the same without them. */
    @Test
    void filtersThatChangeNothingGoFirst() throws IOException {
        Network folded = BatchNormFolding.fold(SampleNetworks.shaken(TINY));
        Map<String, float[]> exported = values(folded);
        Op.Convolution stem = folded.nodes().get(0).convolution();
        for (int c : new int[] {1, 2, 5, 6}) {
            float[] filters = exported.get(stem.weight());
            Arrays.fill(filters, c * 9, (c + 1) * 9, 0);
            exported.get(stem.bias())[c] = 0;
        }
        FilterPruning pruned = FilterPruning.of(TINY, exported, 0.5);

        assertThat(pruned.network().weight(stem.weight()).shape()).containsExactly(4, 1, 3, 3);
        // The inner layers of the blocks lose filters that do matter; what stem and first layer give is the same.
        assertThat(first(pruned.network(), pruned.exported()))
                .usingComparatorWithPrecision(1e-4f)
                .containsExactly(first(TINY, exported));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.9})
    void whatIsLeftIsTrainedStoredAndExportedLikeAnyOther(double share, @TempDir Path folder) throws IOException {
        Network folded = BatchNormFolding.fold(SampleNetworks.shaken(TINY));
        FilterPruning pruning = FilterPruning.of(TINY, values(folded), share);
        Network pruned = pruning.network();
        assertThat(pruned.parameterCount()).isLessThan(TINY.parameterCount());
        assertThat(pruned.multiplyAdds(48, 48)).isLessThan(TINY.multiplyAdds(48, 48));

        Path file = folder.resolve(NetworkFile.NAME);
        NetworkFile.write(pruned, file);
        assertThat(values(NetworkFile.read(TINY, file)))
                .usingRecursiveComparison()
                .isEqualTo(values(pruned));
        assertThat(NetworkFile.read(TINY, file).parameterCount()).isEqualTo(pruned.parameterCount());

        Network exported = BatchNormFolding.fold(pruned).withWeights(pruning.exported());
        Path onnx = folder.resolve("model.onnx");
        try (OutputStream out = Files.newOutputStream(onnx)) {
            OnnxWriter.write(exported, out);
        }
        float[] input = waves();
        float[] expected = run(exported, input);
        float[] found = run(TrainedClassifier.read(onnx), input);
        assertThat(found).hasSize(7);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-6f));
        }
        assertThat(values(TrainedClassifier.read(onnx)).keySet())
                .isEqualTo(OnnxWeights.read(onnx).keySet());
    }

    @Test
    void widthsThatDoNotFitTogetherAreRefused() {
        Map<String, float[]> values = values(TINY);
        String first = TINY.nodes().get(0).convolution().weight();
        values.put(first, new float[6 * 9]);
        assertThatThrownBy(() -> NarrowerNetwork.of(TINY, values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "The weights are of another network: found weight '.*' of 8 numbers for 6 channels");
        values.put(first, new float[9 * 9]);
        assertThatThrownBy(() -> NarrowerNetwork.of(TINY, values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of 81 numbers where each filter has 9 and there are at most 8");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 0, 0.95, Double.NaN})
    void shareIsAPartOfTheFilters(double share) {
        Map<String, float[]> exported = values(BatchNormFolding.fold(TINY));
        assertThatThrownBy(() -> FilterPruning.of(TINY, exported, share))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0 and at 0.9 or less, found " + share);
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        Map<String, float[]> other = values(BatchNormFolding.fold(ClassifierPreset.BASE.build(1, 0)));
        assertThatThrownBy(() -> FilterPruning.of(TINY, other, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What the second convolution gives, which reads the stem. */
    private static float[] first(Network network, Map<String, float[]> exported) throws IOException {
        Network folded = BatchNormFolding.fold(network).withWeights(exported);
        Network cut = new Network(
                folded.input(),
                folded.nodes(),
                Map.of("y", folded.nodes().get(2).output()),
                folded.weights());
        return run(cut, waves());
    }

    private static float[] waves() {
        float[] input = new float[48 * 48];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) Math.sin(i * 0.1);
        }
        return input;
    }

    private static float[] run(Network network, float[] input) throws IOException {
        try (NetworkRunner runner = new NetworkRunner(network)) {
            return runner.run(input, 1, 1, 48, 48).get(0);
        }
    }

    private static Map<String, float[]> values(Network network) {
        Map<String, float[]> values = new LinkedHashMap<>();
        network.weights()
                .forEach((name, weight) -> values.put(name, weight.values().clone()));
        return values;
    }
}

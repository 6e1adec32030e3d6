package io.emotion4j.training.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.evaluation.data.AnnotatedFace;
import io.emotion4j.evaluation.data.AnnotatedPicture;
import io.emotion4j.training.detector.DetectorTrainingOptions.Reference;
import io.emotion4j.training.export.DetectorExport;
import io.emotion4j.training.export.OnnxWriter;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Op;
import io.emotion4j.training.torch.Batch;
import io.emotion4j.training.torch.EpochListener;
import io.emotion4j.training.torch.OptimizerKind;
import io.emotion4j.training.torch.StartWeights;
import io.emotion4j.training.torch.TrainedNetwork;
import io.emotion4j.training.torch.TrainingOptions;
import io.emotion4j.training.torch.TrainingRun;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that guesses values inside its reference detector, which here is one of our own. */
class HintsTest {

    private static final int SIDE = 64;
    private static final DetectorPreset PRESET = DetectorPreset.TINY;

    @TempDir
    private Path folder;

    private Path file;
    private List<String> hints;

    @BeforeEach
    void writeReference() throws IOException {
        Network network = onColours(DetectorExport.form(
                PRESET.forInference(train(null, 1, folder.resolve("reference"), new ArrayList<>()))));
        file = folder.resolve("reference.onnx");
        try (OutputStream out = Files.newOutputStream(file)) {
            OnnxWriter.write(network, out);
        }
        hints = lastValues(network);
    }

    @Test
    void guessesComeNearerAndTheTrainedDetectorDoesWithoutThem() throws IOException {
        List<Map<String, Double>> epochs = new ArrayList<>();
        Network trained = train(new Reference(file, hints), 1, folder.resolve("run"), epochs);

        assertThat(epochs.get(epochs.size() - 1).get("hintLoss"))
                .isLessThan(0.5 * epochs.get(0).get("hintLoss"));
        assertThat(trained.outputs()).containsKeys("guess_0", "guess_2");
        Network detector = PRESET.forInference(trained);
        assertThat(detector.weights().keySet())
                .isEqualTo(PRESET.forTraining(0).weights().keySet());
        assertThat(detector.outputs()).doesNotContainKey("guess_0");
        Network saved =
                TrainedNetwork.read(PRESET.forTraining(0), folder.resolve("run").resolve(TrainingRun.CHECKPOINT));
        saved.weights()
                .forEach((name, weight) -> assertThat(weight.values())
                        .as(name)
                        .isEqualTo(detector.weight(name).values()));
    }

    @Test
    void hintsAreTheValuesOfEveryCell() throws IOException {
        try (ReferenceDetector detector = new ReferenceDetector(new Reference(file, hints))) {
            assertThat(detector.hintChannels()).containsExactly(16, 16, 16);
            assertThat(detector.look(new float[3 * SIDE * SIDE], 0, SIDE).hints())
                    .extracting(values -> values.length)
                    .containsExactly(16 * 8 * 8, 16 * 4 * 4, 16 * 2 * 2);
        }
    }

    @Test
    void channelsCountByTheirVariance() {
        float[] first = {0, 4, 0, 4, 7, 7, 7, 7};
        float[] second = {4, 0, 4, 0, 7, 7, 7, 7};

        float[] factors = HintLoss.factors(List.of(first, second), 2);
        Batch.Part part = HintLoss.part(List.of(first, second), factors, 2, 1);

        assertThat(factors[0]).as("variance 4").isCloseTo(0.5f, within(1e-6f));
        assertThat(factors[1]).as("the same everywhere").isCloseTo(20, within(1e-4f));
        assertThat(part.shape()).containsExactly(2, 2, 2, 2);
        assertThat(part.values())
                .usingComparatorWithPrecision(1e-3f)
                .containsExactly(0, 2, 0, 2, 140, 140, 140, 140, 2, 0, 2, 0, 140, 140, 140, 140);

        Batch.Part thinned = HintLoss.part(List.of(first, second), factors, 2, 2);

        assertThat(thinned.shape()).containsExactly(2, 2, 1, 1);
        assertThat(thinned.values()).usingComparatorWithPrecision(1e-3f).containsExactly(0, 140, 2, 140);
    }

    @Test
    void valueThatTheDetectorHasNotIsNamed() {
        assertThatThrownBy(() -> new ReferenceDetector(new Reference(file, List.of(hints.get(0), "nowhere", "x1"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reference.onnx has no value nowhere, only [")
                .hasMessageContaining(hints.get(0));
    }

    @Test
    void valueOfAnotherStrideIsRefusedByWhatItIs() throws IOException {
        List<String> turned = List.of(hints.get(1), hints.get(0), hints.get(2));
        try (ReferenceDetector detector = new ReferenceDetector(new Reference(file, turned))) {
            assertThatThrownBy(detector::hintChannels)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("The value " + hints.get(1) + " of the reference detector")
                    .hasMessageContaining(
                            "is [1, 16, 4, 4] for a crop of 64 pixels, expected [1,C,8,8], a value of stride 8");
        }
    }

    @Test
    void hintsAreThreeOrSix() {
        assertThatThrownBy(() -> new Reference(file, List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "three values of the reference detector, of strides 8, 16 and 32, or twice three, found [a, b]");
    }

    /** A detector of YuNet's form reads colours from 0 to 255. */
    private static Network onColours(Network network) {
        String first =
                Objects.requireNonNull(network.nodes().get(0).convolution()).weight();
        Map<String, float[]> values = new HashMap<>();
        network.weights()
                .forEach((name, weight) -> values.put(name, weight.values().clone()));
        float[] filters = values.get(first);
        for (int i = 0; i < filters.length; i++) {
            filters[i] /= 0.25f * 255;
        }
        return network.withWeights(values);
    }

    /** The last values of 16 channels on the grids of strides 8, 16 and 32. */
    private static List<String> lastValues(Network network) {
        Map<String, int[]> sizes = new HashMap<>(Map.of(Network.INPUT, new int[] {SIDE, SIDE}));
        String[] last = new String[DetectorPreset.STRIDES.length];
        for (Network.Node node : network.nodes()) {
            int[] size = node.op().outputSize(sizes.get(node.inputs().get(0)));
            sizes.put(node.output(), size);
            for (int level = 0; level < last.length; level++) {
                if (node.op() instanceof Op.Relu && size[0] == SIDE / DetectorPreset.STRIDES[level]) {
                    last[level] = node.output();
                }
            }
        }
        return Arrays.asList(last);
    }

    private Network train(@Nullable Reference reference, long seed, Path run, List<Map<String, Double>> epochs)
            throws IOException {
        EpochListener listener = new EpochListener() {
            @Override
            public void batchDone(Step step) {}

            @Override
            public void epochDone(Map<String, Double> metrics) {
                epochs.add(metrics);
            }
        };
        return DetectorRun.train(PRESET, pictures(), reference, StartWeights.NONE, options(seed), run, listener);
    }

    private DetectorRun.Pictures pictures() throws IOException {
        Random random = new Random(4);
        List<AnnotatedPicture> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            BufferedImage image = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
            for (int at = 0; at < 96 * 96; at++) {
                image.setRGB(at % 96, at / 96, random.nextInt(0x1000000));
            }
            Path picture = folder.resolve(i + ".png");
            ImageIO.write(image, "png", picture.toFile());
            all.add(new AnnotatedPicture(
                    picture.toString(),
                    picture,
                    List.of(new AnnotatedFace(new BoundingBox(20 + 8 * i, 30, 32, 32), false, null))));
        }
        return new DetectorRun.Pictures(all, List.of(), List.of(), all, List.of(), List.of());
    }

    private static DetectorTrainingOptions options(long seed) {
        TrainingOptions training = new TrainingOptions(
                8,
                seed,
                new TrainingOptions.Steps(OptimizerKind.ADAMW, 0.01, 0.5, 0.01, 10, 8, 0),
                new TrainingOptions.Computing(1, 1, false));
        return new DetectorTrainingOptions(
                training,
                8,
                new DetectorTrainingOptions.Crops(SIDE, 64, 0, 0.25, 0),
                new DetectorTrainingOptions.LossWeights(2, 1, 20));
    }
}

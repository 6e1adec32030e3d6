package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.ModelLoadException;
import io.emotion4j.NoProviderException;
import io.emotion4j.ProviderReport;
import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network of two nodes, described and loaded as any other. */
class OnnxClassifierTest {

    private static final RgbImage BRIGHT = even(200);
    private static final RgbImage DARK = even(20);

    @TempDir
    Path folder;

    private Model model;

    @BeforeEach
    void writeModel() throws IOException {
        model = UserModels.tiny(folder, TinyOnnx.brightness());
    }

    @Test
    void theEngineIsFoundAndComputesWhatTheNetworkSays() {
        try (EmotionClassifier classifier = open()) {
            assertThat(classifier.engine()).isEqualTo("onnx");
            assertThat(classifier.id()).isEqualTo("tiny");
            EmotionScores scores = classify(classifier, BRIGHT);
            double b = 200 / 127.5 - 1;
            double sum = Math.exp(-b) + 1 + Math.exp(b);
            assertThat(scores.get(Emotion.HAPPY)).isCloseTo((float) (Math.exp(b) / sum), within(1e-4f));
            assertThat(classify(classifier, DARK).top()).isEqualTo(Emotion.SAD);
        }
    }

    @Test
    void aBatchGivesWhatSingleFacesGive() {
        List<Face> faces = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            faces.add(new Face(new BoundingBox(i, 0, 6, 6), 1, null));
        }
        RgbImage ramp = ramp(16, 8);
        try (EmotionClassifier classifier = open()) {
            List<EmotionScores> together = classifier.classify(ramp, faces);
            for (int i = 0; i < faces.size(); i++) {
                assertThat(together.get(i))
                        .isEqualTo(
                                classifier.classify(ramp, List.of(faces.get(i))).get(0));
            }
            assertThat(together.get(0)).isNotEqualTo(together.get(8));
        }
    }

    @Test
    void eightThreadsGetWhatOneGets() throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try (EmotionClassifier classifier = open()) {
            EmotionScores bright = classify(classifier, BRIGHT);
            EmotionScores dark = classify(classifier, DARK);
            List<Future<EmotionScores>> scores = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                RgbImage image = i % 2 == 0 ? BRIGHT : DARK;
                scores.add(executor.submit(() -> classify(classifier, image)));
            }
            for (int i = 0; i < scores.size(); i++) {
                assertThat(scores.get(i).get()).isEqualTo(i % 2 == 0 ? bright : dark);
            }
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void closingTwiceIsHarmlessAndUseAfterwardsIsRefused() {
        EmotionClassifier classifier = open();
        classifier.close();
        classifier.close();
        assertThatIllegalStateException().isThrownBy(() -> classify(classifier, BRIGHT));
    }

    @Test
    void twoThreadsARunGiveTheSame() {
        try (EmotionClassifier one = open();
                EmotionClassifier two = EmotionAnalyzer.builder()
                        .classifierModel(model)
                        .intraOpThreads(2)
                        .buildClassifier()) {
            assertThat(classify(two, BRIGHT)).isEqualTo(classify(one, BRIGHT));
        }
    }

    @Test
    void aFileThatIsNoNetworkIsNamed() throws IOException {
        model = UserModels.tiny(folder, new byte[] {1, 2, 3});
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(this::open)
                .withMessageContaining("Engine 'onnx' cannot load file model.onnx")
                .withMessageContaining("expected a network in ONNX, but ")
                .withMessageContaining(folder.toString());
        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(() -> Model.of(folder.resolve("model.onnx")));
    }

    @Test
    void anotherInputNameIsNamed() throws IOException {
        model = UserModels.tiny(folder, TinyOnnx.network("pixels", "logits", new float[48], 3));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(this::open)
                .withMessageContaining("has inputs [pixels] in ONNX, its descriptor says [input]");
    }

    @Test
    void anotherOutputNameIsNamed() throws IOException {
        model = UserModels.tiny(folder, TinyOnnx.network("input", "scores", new float[48], 3));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(this::open)
                .withMessageContaining("has outputs [scores] in ONNX, its descriptor says [logits]");
    }

    @Test
    void classifierRejectsModelWhoseLabelCountDiffers() throws IOException {
        model = UserModels.tiny(folder, TinyOnnx.network("input", "logits", new float[80], 5));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(this::open)
                .withMessageContaining("outputs 5 scores a face but its descriptor lists 3 labels");
    }

    @Test
    void cudaThatIsNotThereIsAnErrorAndNeverTheProcessor() {
        assertThatExceptionOfType(NoProviderException.class)
                .isThrownBy(() -> EmotionAnalyzer.builder()
                        .classifierModel(model)
                        .device("cuda:0")
                        .buildClassifier())
                .withMessageContaining("\"cuda:0\"")
                .withMessageContaining("onnxruntime_gpu");
    }

    @Test
    void aDeviceThatTheEngineDoesNotKnowIsNamed() {
        assertThatExceptionOfType(NoProviderException.class)
                .isThrownBy(() -> EmotionAnalyzer.builder()
                        .classifierModel(model)
                        .device("npu:0")
                        .buildClassifier())
                .withMessageContaining("found \"npu:0\"");
    }

    @Test
    void theReportNamesTheEngineAndItsVersion() {
        ProviderReport report = EmotionAnalyzer.builder().classifierModel(model).classifierReport();
        assertThat(report.problem()).isNull();
        assertThat(report.chosen()).isNotNull().satisfies(c -> {
            assertThat(c.engine()).isEqualTo("onnx");
            assertThat(c.detail()).contains("ONNX Runtime 1.28").contains("cpu");
        });
    }

    @Test
    void openingOftenAndFailingOftenLeavesTheEngineUsable() throws IOException {
        for (int i = 0; i < 50; i++) {
            open().close();
        }
        model = UserModels.tiny(folder, TinyOnnx.network("input", "scores", new float[48], 3));
        for (int i = 0; i < 50; i++) {
            assertThatExceptionOfType(ModelLoadException.class).isThrownBy(this::open);
        }
        model = UserModels.tiny(folder, TinyOnnx.brightness());
        try (EmotionClassifier classifier = open()) {
            assertThat(classify(classifier, BRIGHT).top()).isEqualTo(Emotion.HAPPY);
        }
    }

    private EmotionClassifier open() {
        return EmotionAnalyzer.builder().classifierModel(model).buildClassifier();
    }

    private static EmotionScores classify(EmotionClassifier classifier, RgbImage image) {
        return classifier.classify(image, List.of(Face.filling(image))).get(0);
    }

    private static RgbImage even(int gray) {
        byte[] pixels = new byte[4 * 4 * 3];
        java.util.Arrays.fill(pixels, (byte) gray);
        return RgbImage.of(4, 4, pixels);
    }

    private static RgbImage ramp(int width, int height) {
        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / 3 % width * 255 / width);
        }
        return RgbImage.of(width, height, pixels);
    }
}

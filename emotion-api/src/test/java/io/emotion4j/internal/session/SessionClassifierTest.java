package io.emotion4j.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.emotion4j.AnalysisAbortedException;
import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.InferenceException;
import io.emotion4j.Landmarks;
import io.emotion4j.ModelLoadException;
import io.emotion4j.Point;
import io.emotion4j.RgbImage;
import io.emotion4j.internal.call.Call;
import io.emotion4j.internal.call.InFlight;
import io.emotion4j.model.ModelOnDisk;
import io.emotion4j.spi.ClassifierOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionClassifierTest {

    /** Left half black, right half white. */
    private static final RgbImage HALVES = halves(40, 20);

    private static final Face DARK = new Face(new BoundingBox(2, 2, 10, 10), 1, null);
    private static final Face BRIGHT = new Face(new BoundingBox(28, 2, 10, 10), 1, null);

    private final BrightnessSession network = new BrightnessSession();
    private ModelOnDisk files;

    @TempDir
    Path folder;

    @BeforeEach
    void describe() {
        files = ModelOnDisk.classifier(folder);
    }

    @Test
    void eachFaceIsScoredByItsOwnPixelsInOrder() {
        try (SessionClassifier classifier = open()) {
            assertThat(classifier.classify(HALVES, List.of(BRIGHT, DARK, BRIGHT)))
                    .extracting(EmotionScores::top)
                    .containsExactly(Emotion.HAPPY, Emotion.SAD, Emotion.HAPPY);
        }
    }

    @Test
    void allFacesGoThroughTheNetworkInOneRun() {
        try (SessionClassifier classifier = open()) {
            network.runs.set(0);
            classifier.classify(HALVES, List.of(BRIGHT, DARK, BRIGHT, DARK));
            assertThat(network.runs).hasValue(1);
        }
    }

    /** Of 4x4 pixels 8,192 faces a run, of 48x48 pixels 56. */
    @Test
    void crowdTakesSeveralRunsSoThatItCanBeGivenUp() {
        try (SessionClassifier classifier = open()) {
            network.runs.set(0);
            assertThat(classifier.classify(HALVES, Collections.nCopies(8193, BRIGHT)))
                    .hasSize(8193);
            assertThat(network.runs).hasValue(2);
        }
    }

    @Test
    void noFaceNeedsNoRun() {
        try (SessionClassifier classifier = open()) {
            network.runs.set(0);
            assertThat(classifier.classify(HALVES, List.of())).isEmpty();
            assertThat(network.runs).hasValue(0);
        }
    }

    @Test
    void aModelThatTakesOneFaceAtATimeIsGivenOneAtATime() {
        network.mostFaces = 1;
        files.with("input", inputWith("\"maxBatch\": 1"));
        try (SessionClassifier classifier = open()) {
            assertThat(classifier.classify(HALVES, List.of(BRIGHT, DARK, BRIGHT)))
                    .extracting(EmotionScores::top)
                    .containsExactly(Emotion.HAPPY, Emotion.SAD, Emotion.HAPPY);
        }
    }

    @Test
    void numbersThatAreNotFiniteAreRefusedWhenLoadedAndNeverAnAnswer() {
        try (SessionClassifier classifier = open()) {
            for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                network.factor = bad;
                assertThatExceptionOfType(InferenceException.class)
                        .isThrownBy(() -> classifier.classify(HALVES, List.of(Face.filling(HALVES))))
                        .withMessageContaining("Output 'logits' of model 'scorer' holds");
                assertThatExceptionOfType(ModelLoadException.class)
                        .isThrownBy(this::open)
                        .withMessageContaining("expected finite numbers");
            }
        }
    }

    @Test
    void whatTheEngineThrowsWhileRunningIsWrapped() {
        try (SessionClassifier classifier = open()) {
            network.mostFaces = 2;
            assertThatExceptionOfType(InferenceException.class)
                    .isThrownBy(() -> classifier.classify(HALVES, List.of(DARK, DARK, DARK)))
                    .withMessageContaining(
                            "Engine 'test' failed to run model 'scorer' on float32 [3, 1, 4, 4]: takes 2")
                    .withCauseInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void closingTwiceReleasesOnceAndUseAfterwardsIsRefused() {
        SessionClassifier classifier = open();
        classifier.close();
        classifier.close();
        assertThat(network.closed).hasValue(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> classifier.classify(HALVES, List.of(DARK)))
                .withMessageContaining("Model 'scorer' on engine 'test' is closed");
        assertThatIllegalStateException().isThrownBy(() -> classifier.classify(HALVES, List.of()));
        assertThatIllegalStateException().isThrownBy(() -> classifier.debugCrop(HALVES, DARK));
    }

    @Test
    void eightThreadsGetWhatOneGets() throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try (SessionClassifier classifier = open()) {
            List<EmotionScores> alone = classifier.classify(HALVES, List.of(BRIGHT, DARK));
            List<Future<List<EmotionScores>>> together = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                together.add(executor.submit(() -> classifier.classify(HALVES, List.of(BRIGHT, DARK))));
            }
            for (Future<List<EmotionScores>> scores : together) {
                assertThat(scores.get()).isEqualTo(alone);
            }
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void withoutLandmarksTheBoxIsCropped() {
        try (SessionClassifier classifier = open()) {
            RgbImage crop = classifier.debugCrop(HALVES, new Face(new BoundingBox(10, 0, 20, 20), 1, null));
            assertThat(crop.width()).isEqualTo(4);
            assertThat(crop.rgb(0, 0)).isZero();
            assertThat(crop.rgb(3, 3)).isEqualTo(0xffffff);
        }
    }

    @Test
    void landmarksAreBroughtToTheTemplateUnlessAlignmentIsOff() {
        files.with("face", "{\"template\": [[1, 1], [3, 1], [2, 2], [1, 3], [3, 3]]}");
        // The face lies in the white half and its box, wrongly, in the black one, so that the crop shows which was
        // used.
        Landmarks landmarks = new Landmarks(
                new Point(26, 6), new Point(34, 6), new Point(30, 10), new Point(26, 14), new Point(34, 14));
        Face face = new Face(new BoundingBox(2, 2, 10, 10), 1, landmarks);
        try (SessionClassifier aligned = open()) {
            assertThat(aligned.debugCrop(HALVES, face).rgb(2, 2)).isEqualTo(0xffffff);
            assertThat(aligned.classify(HALVES, List.of(face)).get(0).top()).isEqualTo(Emotion.HAPPY);
        }
        ClassifierOptions off = ClassifierOptions.builder().alignment(false).build();
        try (SessionClassifier cropped = SessionClassifier.open(network, files.write(), off)) {
            assertThat(cropped.debugCrop(HALVES, face).rgb(2, 2)).isZero();
        }
    }

    @Test
    void landmarksThatFallTogetherGiveWayToTheBox() {
        files.with("face", "{\"template\": [[1, 1], [3, 1], [2, 2], [1, 3], [3, 3]]}");
        Point p = new Point(30, 10);
        Face face = new Face(new BoundingBox(2, 2, 10, 10), 1, new Landmarks(p, p, p, p, p));
        try (SessionClassifier classifier = open()) {
            assertThat(classifier.debugCrop(HALVES, face).rgb(2, 2)).isZero();
        }
    }

    @Test
    void aCropGetsNoMargin() {
        RgbImage crop = framed(20, 20);
        EmotionScores expected;
        try (SessionClassifier classifier = open()) {
            expected = classifier.classify(crop, List.of(Face.filling(crop))).get(0);
        }
        files.with("face", "{\"margin\": 1}");
        try (SessionClassifier classifier = open()) {
            assertThat(classifier.classifyCrop(crop)).isEqualTo(expected);
            network.runs.set(0);
            assertThat(classifier.classifyCrops(List.of(crop, crop, crop)))
                    .containsExactly(expected, expected, expected);
            assertThat(network.runs).hasValue(1);
            assertThat(classifier.classify(crop, List.of(Face.filling(crop))).get(0))
                    .isNotEqualTo(expected);
        }
    }

    @Test
    void anAnalysisThatNobodyWantsEndsBetweenTwoBatches() {
        network.mostFaces = 1;
        files.with("input", inputWith("\"maxBatch\": 1"));
        try (SessionClassifier classifier = open()) {
            network.runs.set(0);
            Call call = new Call(null, () -> network.runs.get() == 2);
            assertThatExceptionOfType(AnalysisAbortedException.class)
                    .isThrownBy(() -> new InFlight("test", 1, () -> {})
                            .run(call, () -> classifier.classify(HALVES, List.of(BRIGHT, DARK, BRIGHT))))
                    .withMessageContaining("before a batch of faces");
            assertThat(network.runs).hasValue(2);
        }
    }

    private SessionClassifier open() {
        return SessionClassifier.open(network, files.write(), ClassifierOptions.defaults());
    }

    private static String inputWith(String more) {
        return "{\"name\": \"input\", \"width\": 4, \"height\": 4, \"layout\": \"NCHW\", \"channels\": \"GRAY\", \"scale\": 0.004,"
                + " \"mean\": [0.5], \"std\": [0.5], " + more + "}";
    }

    /** White with a black frame of a pixel. */
    private static RgbImage framed(int width, int height) {
        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < pixels.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            pixels[i] = x == 0 || y == 0 || x == width - 1 || y == height - 1 ? 0 : (byte) 255;
        }
        return RgbImage.of(width, height, pixels);
    }

    private static RgbImage halves(int width, int height) {
        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i / 3 % width < width / 2 ? 0 : (byte) 255;
        }
        return RgbImage.of(width, height, pixels);
    }
}

package io.emotion4j.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.FaceEmotion;
import io.emotion4j.NoProviderException;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three engines in one JVM: swapping one for another changes no answer. */
class EnginesAgreeTest {

    private static final int FACES = 1_000;
    private static final float PROBABILITY = 1e-4f;

    private static final float PIXELS = 0.5f;

    private static final Path SAMPLE = Path.of("..", "samples", "seven-expressions.png");

    private static final Map<String, EmotionAnalyzer> ENGINES = new LinkedHashMap<>();

    @BeforeAll
    static void openAll() {
        for (String engine : List.of("onnx", "pytorch", "tensorflow")) {
            ENGINES.put(engine, EmotionAnalyzer.builder().engine(engine).build());
        }
    }

    @AfterAll
    static void closeAll() {
        ENGINES.values().forEach(EmotionAnalyzer::close);
    }

    @Test
    void everyFaceGetsTheSameProbabilities() throws IOException {
        RgbImage sheet = FaceSheets.sheet();
        List<Face> faces = FaceSheets.faces(FACES);
        List<EmotionScores> expected = ENGINES.get("onnx").classifier().classify(sheet, faces);
        assertThat(expected.stream().map(EmotionScores::top).distinct()).hasSizeGreaterThan(1);
        for (String engine : List.of("pytorch", "tensorflow")) {
            List<EmotionScores> found = ENGINES.get(engine).classifier().classify(sheet, faces);
            float worst = 0;
            for (int i = 0; i < FACES; i++) {
                assertThat(found.get(i).top()).isEqualTo(expected.get(i).top());
                worst = Math.max(worst, difference(expected.get(i), found.get(i)));
            }
            System.out.println(
                    engine + " against onnx: probabilities of " + FACES + " faces differ by at most " + worst);
            assertThat(worst).isLessThanOrEqualTo(PROBABILITY);
        }
    }

    @Test
    void everyPhotoGetsTheSameFaces() throws IOException {
        List<Path> photos = photos();
        for (String engine : List.of("pytorch", "tensorflow")) {
            int faces = 0;
            float apart = 0;
            float worst = 0;
            for (Path photo : photos) {
                RgbImage image = RgbImage.decode(photo);
                List<FaceEmotion> expected = ENGINES.get("onnx").analyze(image).faces();
                List<FaceEmotion> found = ENGINES.get(engine).analyze(image).faces();
                assertThat(found).as(photo + " on " + engine).hasSameSizeAs(expected);
                for (FaceEmotion face : expected) {
                    FaceEmotion same = nearest(face, found);
                    worst = Math.max(worst, difference(face.box(), same.box()));
                    assertThat(same.emotion()).isEqualTo(face.emotion());
                    apart = Math.max(apart, difference(face.scores(), same.scores()));
                    faces++;
                }
            }
            System.out.println(engine + " against onnx: boxes of " + faces + " faces on " + photos.size()
                    + " photos differ by at most " + worst + " px, probabilities by at most " + apart);
            assertThat(apart).isLessThanOrEqualTo(PROBABILITY);
            assertThat(worst).isLessThanOrEqualTo(PIXELS);
            assertThat(faces).isPositive();
        }
    }

    @Test
    void modelsInWholeNumbersAreOfOneEngineAndNoOtherTakesTheirPlace() {
        for (String engine : List.of("pytorch", "tensorflow")) {
            EmotionAnalyzerBuilder fast =
                    EmotionAnalyzer.builder().engine(engine).fast(true);
            assertThatExceptionOfType(NoProviderException.class)
                    .isThrownBy(fast::build)
                    .withMessageContaining("face-pyramid-int8")
                    .withMessageContaining("onnx");
        }
    }

    @Test
    void aBatchOfOneAndABatchOfManyAgreeAcrossEngines() throws IOException {
        RgbImage sheet = FaceSheets.sheet();
        List<Face> faces = FaceSheets.faces(8);
        List<EmotionScores> expected = ENGINES.get("onnx").classifier().classify(sheet, faces);
        for (EmotionAnalyzer analyzer : ENGINES.values()) {
            for (int i = 0; i < faces.size(); i++) {
                EmotionScores alone = analyzer.classifier()
                        .classify(sheet, List.of(faces.get(i)))
                        .get(0);
                assertThat(difference(expected.get(i), alone)).isCloseTo(0, within(PROBABILITY));
            }
        }
    }

    /** The project's own sample always, and the photos of people where they lie beside the checkout. */
    private static List<Path> photos() throws IOException {
        List<Path> photos = new ArrayList<>();
        photos.add(SAMPLE);
        if (SharedFiles.exist()) {
            try (Stream<Path> people = Files.list(SharedFiles.get("photos/people"))) {
                people.sorted().forEach(photos::add);
            }
        }
        return photos;
    }

    private static float difference(Map<Emotion, Float> a, Map<Emotion, Float> b) {
        float worst = 0;
        for (Emotion label : a.keySet()) {
            worst = Math.max(worst, Math.abs(a.get(label) - b.get(label)));
        }
        return worst;
    }

    private static FaceEmotion nearest(FaceEmotion face, List<FaceEmotion> among) {
        FaceEmotion best = among.get(0);
        for (FaceEmotion candidate : among) {
            if (candidate.box().iou(face.box()) > best.box().iou(face.box())) {
                best = candidate;
            }
        }
        return best;
    }

    private static float difference(BoundingBox a, BoundingBox b) {
        return Math.max(
                Math.max(Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y())),
                Math.max(Math.abs(a.right() - b.right()), Math.abs(a.bottom() - b.bottom())));
    }
}

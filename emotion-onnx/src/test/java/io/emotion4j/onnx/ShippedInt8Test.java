package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.Emotion;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.FaceEmotion;
import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The shipped models in 8-bit whole numbers; opening them compares them with their golden vectors. */
class ShippedInt8Test {

    private static final Path SAMPLE = Path.of("..", "samples", "seven-expressions.png");

    private final Model model = Model.shipped("fer-resnet-int8");

    @Test
    void sevenExpressionsAreThoseOfTheOriginal() throws IOException {
        RgbImage image = RgbImage.decode(SAMPLE);
        try (FaceDetector detector = EmotionAnalyzer.builder().buildDetector();
                EmotionClassifier original = EmotionAnalyzer.builder().buildClassifier();
                EmotionClassifier quantized =
                        EmotionAnalyzer.builder().classifierModel(model).buildClassifier()) {
            List<Face> faces = detector.detect(image);
            List<EmotionScores> expected = original.classify(image, faces);
            List<EmotionScores> found = quantized.classify(image, faces);
            assertThat(found.stream().map(EmotionScores::top).distinct()).hasSize(7);
            for (int i = 0; i < faces.size(); i++) {
                assertThat(found.get(i).top()).isEqualTo(expected.get(i).top());
                for (Emotion label : expected.get(i).labels()) {
                    assertThat(found.get(i).get(label))
                            .isCloseTo(expected.get(i).get(label), within(0.1f));
                }
            }
        }
    }

    @Test
    void fastTakesBothAndFindsTheFacesOfTheOriginal() throws IOException {
        RgbImage image = RgbImage.decode(SAMPLE);
        try (EmotionAnalyzer original = EmotionAnalyzer.builder().build();
                EmotionAnalyzer fast = EmotionAnalyzer.builder().fast(true).build()) {
            assertThat(fast.detector()).extracting(FaceDetector::id).isEqualTo("face-pyramid-int8");
            assertThat(fast.classifier().id()).isEqualTo("fer-resnet-int8");
            List<FaceEmotion> expected = original.analyze(image).faces();
            List<FaceEmotion> found = fast.analyze(image).faces();
            assertThat(found).hasSize(7);
            for (int i = 0; i < found.size(); i++) {
                FaceEmotion near = found.get(i);
                assertThat(expected).anySatisfy(face -> {
                    assertThat(face.box().iou(near.box())).isGreaterThan(0.85f);
                    assertThat(face.emotion()).isEqualTo(near.emotion());
                });
            }
        }
    }

    @Test
    void fileIsAQuarterAsLarge() {
        assertThat(onnx(model).bytes())
                .isLessThan(onnx(Model.shipped("fer-resnet")).bytes() * 3 / 10);
    }

    private static ModelFile onnx(Model model) {
        return Objects.requireNonNull(model.descriptor().files().get("onnx"));
    }
}

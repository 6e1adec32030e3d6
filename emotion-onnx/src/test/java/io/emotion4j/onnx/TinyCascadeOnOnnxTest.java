package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.Landmarks;
import io.emotion4j.ModelLoadException;
import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelProblems;
import io.emotion4j.testkit.DetectorContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cascade of three networks that find bright squares in dark frames. */
class TinyCascadeOnOnnxTest extends DetectorContract {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 160;
    /** Left, top and side, frame included; the bright part is two thirds of it. */
    private static final int[][] SQUARES = {{25, 25, 60}, {110, 30, 36}, {160, 60, 64}};

    @TempDir
    static Path folder;

    TinyCascadeOnOnnxTest() {
        super("onnx");
    }

    @Override
    protected Model model() {
        try {
            return TinyCascade.model(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected RgbImage pictureWithFaces() {
        byte[] pixels = new byte[WIDTH * HEIGHT * 3];
        for (int[] square : SQUARES) {
            int margin = square[2] / 6;
            for (int y = square[1] + margin; y < square[1] + square[2] - margin; y++) {
                for (int x = square[0] + margin; x < square[0] + square[2] - margin; x++) {
                    for (int c = 0; c < 3; c++) {
                        pixels[(y * WIDTH + x) * 3 + c] = (byte) 255;
                    }
                }
            }
        }
        return RgbImage.of(WIDTH, HEIGHT, pixels);
    }

    @Test
    void everySquareIsFoundWhereItIs() {
        try (FaceDetector detector = open(model())) {
            List<Face> faces = detector.detect(pictureWithFaces());
            for (int[] square : SQUARES) {
                BoundingBox expected = new BoundingBox(square[0], square[1], square[2], square[2]);
                assertThat(faces)
                        .anySatisfy(face -> assertThat(face.box().iou(expected)).isGreaterThan(0.6f));
            }
        }
    }

    @Test
    void landmarksArePartsOfTheSquareThatTheLastNetworkSaw() {
        try (FaceDetector detector = open(model())) {
            Face face = detector.detect(pictureWithFaces()).get(0);
            BoundingBox box = face.box();
            assertThat(face.landmarks()).isInstanceOfSatisfying(Landmarks.class, found -> {
                assertThat(found.rightEye().x()).isCloseTo(box.x() + 0.2f * box.width(), within(0.01f));
                assertThat(found.nose().x()).isCloseTo(box.x() + 0.6f * box.width(), within(0.01f));
                assertThat(found.nose().y()).isCloseTo(box.y() + 0.5f * box.height(), within(0.01f));
                assertThat(found.leftMouthCorner().x()).isCloseTo(box.right(), within(0.01f));
                assertThat(found.leftMouthCorner().y()).isCloseTo(box.y() + 0.9f * box.height(), within(0.01f));
            });
        }
    }

    @Test
    void networksInTheWrongOrderAreAnErrorWhenTheModelIsLoaded(@TempDir Path other) throws IOException {
        Model swapped = UserModels.mtcnn(other, TinyCascade.pnet(), TinyCascade.onet(), TinyCascade.rnet());
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> open(swapped).close())
                .withMessageContaining("my-mtcnn");
        assertThat(ModelProblems.of(other))
                .anySatisfy(
                        problem -> assertThat(problem).contains("my-mtcnn-rnet: Key \"input\" describes a picture"));
    }

    @Test
    void aNetworkOfOneOfTheThreeInPlaceOfAnotherIsAnErrorWhenTheModelIsLoaded(@TempDir Path other) throws IOException {
        Model twice = UserModels.mtcnn(other, TinyCascade.pnet(), TinyCascade.pnet(), TinyCascade.onet());
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> open(twice).close())
                .withMessageContaining("The outputs of rnet are");
    }

    @Test
    void modelsCheckFindsNothingWrong(@TempDir Path other) throws IOException {
        TinyCascade.model(other);
        assertThat(ModelProblems.of(other)).isEmpty();
    }

    private static FaceDetector open(Model model) {
        return EmotionAnalyzer.builder().detectorModel(model).buildDetector();
    }
}

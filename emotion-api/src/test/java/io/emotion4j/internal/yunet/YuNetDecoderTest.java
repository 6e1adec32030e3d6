package io.emotion4j.internal.yunet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.InferenceException;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.internal.geometry.Letterbox;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class YuNetDecoderTest {

    private static final Letterbox INPUT = new Letterbox(64, 96, 64, 96, 1);

    private static void assertBox(BoundingBox box, double x, double y, double width, double height) {
        assertThat(box.x()).isCloseTo((float) x, within(1e-4f));
        assertThat(box.y()).isCloseTo((float) y, within(1e-4f));
        assertThat(box.width()).isCloseTo((float) width, within(1e-4f));
        assertThat(box.height()).isCloseTo((float) height, within(1e-4f));
    }

    @Test
    void decodesACellAsTheFormulaSays() {
        // Worked out by hand. Stride 16, so 4 columns; the cell in column 2, row 1 is number 6.
        // score = sqrt(0.9 * 0.4) = 0.6; centre = ((2 + 0.25) * 16, (1 + 0.5) * 16) = (36, 24);
        // size = (exp(0) * 16, exp(ln 2) * 16) = (16, 32); so the box starts at (28, 8).
        FakeOutputs outputs = new FakeOutputs(INPUT);
        outputs.score(16, 6, 0.9f, 0.4f);
        outputs.box(16, 6, 0.25f, 0.5f, 0, (float) Math.log(2));
        // The right eye at ((2 + 0.1) * 16, (1 + 0.2) * 16) = (33.6, 19.2) and so on.
        outputs.keypoints(16, 6, 0.1f, 0.2f, 0.4f, 0.2f, 0.25f, 0.5f, 0.125f, 0.75f, 0.375f, 0.75f);

        List<Face> faces = outputs.decode(INPUT, 0.59f, 0.3f);

        assertThat(faces).hasSize(1);
        Face face = faces.get(0);
        assertThat(face.confidence()).isCloseTo(0.6f, within(1e-6f));
        assertBox(face.box(), 28, 8, 16, 32);
        Landmarks landmarks = face.landmarks();
        assertThat(landmarks).isNotNull();
        assertThat(landmarks.rightEye().x()).isCloseTo(33.6f, within(1e-4f));
        assertThat(landmarks.rightEye().y()).isCloseTo(19.2f, within(1e-4f));
        assertThat(landmarks.leftEye().x()).isCloseTo(38.4f, within(1e-4f));
        assertThat(landmarks.nose()).isEqualTo(new Point(36, 24));
        assertThat(landmarks.rightMouthCorner()).isEqualTo(new Point(34, 28));
        assertThat(landmarks.leftMouthCorner()).isEqualTo(new Point(38, 28));
    }

    @Test
    void eachStrideHasItsOwnGrid() {
        FakeOutputs outputs = new FakeOutputs(INPUT);
        // The last cell of each: 8 x 12, 4 x 6 and 2 x 3 cells.
        outputs.score(8, 95, 0.81f, 1);
        outputs.score(16, 3, 0.64f, 1);
        outputs.score(32, 2, 1, 1);
        List<Face> faces = outputs.decode();
        assertThat(faces).extracting(Face::confidence).containsExactly(1f, 0.9f, 0.8f);
        assertBox(faces.get(0).box(), 0, 16, 16, 32); // centre (0, 32), cut at the left edge
        assertBox(faces.get(1).box(), 52, 84, 8, 8); // centre (56, 88)
        assertBox(faces.get(2).box(), 40, 0, 16, 8); // centre (48, 0), cut at the top
    }

    @Test
    void cellsBelowTheThresholdAreNoFaces() {
        FakeOutputs outputs = new FakeOutputs(INPUT);
        outputs.score(8, 10, 0.6f, 0.6f); // exactly 0.6, but for rounding
        outputs.score(8, 50, 0.59f, 0.6f);
        outputs.score(16, 0, 1, 0.35f);
        assertThat(outputs.decode(INPUT, 0.5999f, 0.3f)).hasSize(1);
        assertThat(outputs.decode(INPUT, 0.6001f, 0.3f)).isEmpty();
    }

    @Test
    void facesAreMappedBackToThePictureAndClipped() {
        Letterbox half = new Letterbox(120, 150, 64, 96, 2);
        FakeOutputs outputs = new FakeOutputs(half);
        outputs.score(32, 3, 1, 1); // column 1, row 1: centre (32, 32), 32 a side
        outputs.box(32, 3, 0.5f, 0, 0, 0); // centre (48, 32)
        outputs.score(32, 5, 1, 0.9f); // column 1, row 2: centre (32, 64): y from 48 to 80, the picture ends at 75
        outputs.keypoints(32, 3, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
        List<Face> faces = outputs.decode();
        assertBox(faces.get(0).box(), 64, 32, 56, 64);
        assertBox(faces.get(1).box(), 32, 96, 64, 54);
        assertThat(faces.get(0).landmarks().rightEye()).as("not clipped").isEqualTo(new Point(128, 128));
    }

    @Test
    void aFaceInThePaddingIsNone() {
        Letterbox wide = new Letterbox(64, 30, 64, 64, 1);
        FakeOutputs outputs = new FakeOutputs(wide);
        outputs.score(8, 63, 1, 1); // around (56, 56)
        assertThat(outputs.decode()).isEmpty();
    }

    @Test
    void ofOverlappingFacesTheSurestStays() {
        FakeOutputs outputs = new FakeOutputs(INPUT);
        outputs.score(16, 6, 0.7f, 1);
        outputs.score(16, 7, 0.9f, 1);
        outputs.box(16, 6, 1, 0, 0, 0); // the same centre as its neighbour
        assertThat(outputs.decode()).singleElement().satisfies(face -> {
            assertThat(face.confidence()).isCloseTo((float) Math.sqrt(0.9), within(1e-6f));
        });
    }

    @Test
    void clippingCannotMakeTwoFacesOverlapMoreThanAllowed() {
        FakeOutputs outputs = new FakeOutputs(INPUT);
        outputs.score(32, 0, 1, 1);
        outputs.box(32, 0, 0, 0, 0, 0); // -16 to 16
        outputs.score(32, 1, 0.9f, 1);
        outputs.box(32, 1, -1, -0.9f, 0, 0); // centre (0, -28.8): before clipping they overlap by 5 %
        List<Face> faces = outputs.decode();
        for (Face one : faces) {
            for (Face other : faces) {
                assertThat(one == other || one.box().iou(other.box()) <= 0.3f).isTrue();
            }
        }
    }

    @Test
    void scoresAHairAboveOneAreCapped() {
        FakeOutputs outputs = new FakeOutputs(INPUT);
        outputs.score(8, 0, 1.00001f, 1.00001f);
        assertThat(outputs.decode().get(0).confidence()).isEqualTo(1);
    }

    @Test
    void numbersThatAreNotFiniteAreAnErrorAndNoFace() {
        assertBroken("confidence", at -> at.score(8, 13, Float.NaN, 0.5f));
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            assertBroken("box", at -> {
                at.score(8, 13, 1, 1);
                at.box(8, 13, bad, 0, 0, 0);
            });
            assertBroken("landmark", at -> {
                at.score(8, 13, 1, 1);
                at.keypoints(8, 13, 0, 0, 0, 0, 0, 0, 0, 0, 0, bad);
            });
        }
        assertBroken("box", at -> {
            at.score(8, 13, 1, 1);
            at.box(8, 13, 3e38f, 0, 0, 0);
        });
    }

    private void assertBroken(String what, Consumer<FakeOutputs> damage) {
        FakeOutputs outputs = new FakeOutputs(INPUT);
        damage.accept(outputs);
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> outputs.decode())
                .withMessageContaining("a " + what)
                .withMessageContaining("Check the weights");
    }

    @Test
    void anAbsurdlyLargeBoxIsThePicture() {
        FakeOutputs outputs = new FakeOutputs(INPUT);
        outputs.score(8, 13, 1, 1);
        outputs.box(8, 13, 0, 0, 1000, 1000);
        assertThat(outputs.decode().get(0).box()).isEqualTo(new BoundingBox(0, 0, 64, 96));
    }

    @Test
    void anOutputOfTheWrongSizeIsNamed() {
        FakeOutputs outputs = new FakeOutputs(INPUT);
        Letterbox larger = new Letterbox(96, 96, 96, 96, 1);
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> outputs.decode(larger, 0.6f, 0.3f))
                .withMessageContaining("'cls_8' of the detector is float32 [96]: it holds 96 numbers; expected 144")
                .withMessageContaining("96x96");
    }
}

package io.emotion4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTypesTest {

    private static final Face FACE = new Face(new BoundingBox(10.4f, 20, 30, 40), 0.9f, null);

    @Test
    void iouOfABoxWithItselfIsOne() {
        BoundingBox box = new BoundingBox(3, 4, 5, 6);
        assertThat(box.iou(box)).isEqualTo(1);
    }

    @Test
    void iouOfHalfOverlappingBoxesIsAThird() {
        assertThat(new BoundingBox(0, 0, 2, 1).iou(new BoundingBox(1, 0, 2, 1))).isCloseTo(1 / 3f, within(1e-6f));
    }

    @Test
    void iouOfBoxesThatOnlyTouchIsZero() {
        assertThat(new BoundingBox(0, 0, 2, 2).iou(new BoundingBox(2, 0, 2, 2))).isZero();
    }

    @Test
    void iouOfTwoEmptyBoxesIsZeroAndNotNaN() {
        BoundingBox empty = new BoundingBox(1, 1, 0, 0);
        assertThat(empty.iou(empty)).isZero();
    }

    @Test
    void boxRejectsNegativeSidesAndNumbersThatAreNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoundingBox(0, 0, -1, 1))
                .withMessageContaining("width=-1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new BoundingBox(Float.NaN, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BoundingBox(0, 0, 1, Float.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new BoundingBox(0, 0, Float.NaN, 1));
    }

    @Test
    void faceRejectsConfidenceAboveOne() {
        BoundingBox box = new BoundingBox(0, 0, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Face(box, 1.5f, null))
                .withMessageContaining("1.5");
    }

    @Test
    void faceFillingAPictureHasItsSizeAndNoLandmarks() {
        Face face = Face.filling(RgbImage.of(2, 3, new byte[18]));
        assertThat(face.box()).isEqualTo(new BoundingBox(0, 0, 2, 3));
        assertThat(face.landmarks()).isNull();
    }

    @Test
    void labelsAreLowerCaseAndDataSetsWordsAreUnderstood() {
        assertThat(Emotion.HAPPY.label()).isEqualTo("happy");
        assertThat(Emotion.ofLabel("Happiness")).contains(Emotion.HAPPY);
        assertThat(Emotion.ofLabel("ANGER")).contains(Emotion.ANGRY);
        assertThat(Emotion.ofLabel("contempt")).contains(Emotion.CONTEMPT);
        assertThat(Emotion.ofLabel("bored")).isEmpty();
        for (Emotion emotion : Emotion.values()) {
            assertThat(Emotion.ofLabel(emotion.label())).contains(emotion);
        }
    }

    @Test
    void faceEmotionPrintsExpressionScoreAndPlace() {
        EmotionScores scores = EmotionScores.of(List.of(Emotion.SAD, Emotion.HAPPY), 0.06f, 0.94f);
        assertThat(new FaceEmotion(FACE, scores)).hasToString("happy 0.94 at 10,20 size 30x40");
    }

    @Test
    void analysisIteratesOverItsFaces() {
        EmotionScores scores = EmotionScores.of(List.of(Emotion.SAD), 1f);
        FaceEmotion found = new FaceEmotion(FACE, scores);
        Analysis analysis = new Analysis(100, 80, "e", "d", "c", new Timings(1, 2, 3), List.of(found));
        assertThat(analysis).containsExactly(found);
        assertThat(analysis.millis().total()).isEqualTo(6);
    }
}

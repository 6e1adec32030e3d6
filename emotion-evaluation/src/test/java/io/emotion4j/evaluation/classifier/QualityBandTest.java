package io.emotion4j.evaluation.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.FaceQuality;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QualityBandTest {

    private static final ClassifierAnswer RIGHT = new ClassifierAnswer(0, new float[] {0.9f, 0.1f, 0, 0, 0, 0, 0, 0});
    private static final ClassifierAnswer WRONG = new ClassifierAnswer(1, new float[] {0.9f, 0.1f, 0, 0, 0, 0, 0, 0});

    private final List<FaceQuality> qualities = new ArrayList<>();
    private final List<ClassifierAnswer> answers = new ArrayList<>();

    @Test
    void facesAreSortedIntoBandsThatAreTheSameForAllData() {
        add(20f, 0.9f, 39.9f, -29f, RIGHT);
        add(20f, 0.9f, 40, 29f, WRONG);
        add(11f, 0.9f, 79.9f, 5f, WRONG);

        assertThat(QualityBand.all(qualities, answers))
                .extracting(QualityBand::toString, QualityBand::faces, QualityBand::accuracy)
                .containsExactly(
                        tuple("eyeDistance: 8 to 12", 1, 0.0),
                        tuple("eyeDistance: 16 to 24", 2, 0.5),
                        tuple("sharpness: 0.8 to 1", 3, 1 / 3.0),
                        tuple("brightness: under 40", 1, 1.0),
                        tuple("brightness: 40 to 80", 2, 0.0),
                        tuple("yaw: under 10", 1, 0.0),
                        tuple("yaw: 20 to 30", 2, 0.5),
                        tuple("roll: under 10", 3, 1 / 3.0));
    }

    @Test
    void facesWithoutPointsAreABandOfTheirOwnWhereOthersHaveSome() {
        add(null, 1.2f, 100, null, WRONG);
        assertThat(QualityBand.all(qualities, answers))
                .extracting(QualityBand::measure)
                .containsExactly("sharpness", "brightness");

        add(50f, 1.2f, 100, 0f, RIGHT);
        assertThat(QualityBand.all(qualities, answers))
                .extracting(QualityBand::toString)
                .startsWith("eyeDistance: no points found", "eyeDistance: 48 and more");
    }

    @Test
    void fewFacesLeaveTheirAccuracyOpen() {
        for (int i = 0; i < 10; i++) {
            add(null, 1.2f, 100, null, i < 8 ? RIGHT : WRONG);
        }
        Interval interval = QualityBand.all(qualities, answers).get(0).accuracyInterval();
        // Wilson 1927: eight of ten.
        assertThat(interval.low()).isCloseTo(0.4902, within(1e-4));
        assertThat(interval.high()).isCloseTo(0.9433, within(1e-4));
    }

    private void add(
            @Nullable Float eyes, float sharpness, float brightness, @Nullable Float yaw, ClassifierAnswer answer) {
        qualities.add(new FaceQuality(eyes, sharpness, brightness, yaw, eyes == null ? null : 0f));
        answers.add(answer);
    }
}

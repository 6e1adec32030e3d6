package io.emotion4j.training.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The labels put right what a reference detector says of a crop. */
class ReferenceTargetsTest {

    private static final int SIDE = 64;
    private static final int CELLS = CellTargets.cells(SIDE);

    /** At 36, 36 on the finest grid. */
    private static final int CENTRE = 4 * 8 + 4;

    private static final BoundingBox SEEN = new BoundingBox(24, 24, 24, 24);
    private static final Landmarks PEOPLES = new Landmarks(
            new Point(31, 33), new Point(41, 33), new Point(36, 37), new Point(32, 42), new Point(40, 42));

    private final ReferenceDetector.Answer answer =
            new ReferenceDetector.Answer(new float[CELLS], new float[CELLS * 4], new float[CELLS * 10]);

    @Test
    void whatIsSeenInACompletePictureWhereNothingIsLabelledIsBackground() {
        see(CENTRE, 0.9f, SEEN);

        float[] row = row(write(true), CENTRE);

        assertThat(row[CellTargets.SCORE]).isZero();
        assertThat(row[CellTargets.FACE]).isZero();
        assertThat(row[CellTargets.COUNTS]).isEqualTo(1);
    }

    @Test
    void inAnIncompletePictureItIsLearntAsSeen() {
        see(CENTRE, 0.9f, SEEN);

        float[] row = row(write(false), CENTRE);

        assertThat(Arrays.copyOf(row, 4)).containsExactly(24, 24, 48, 48);
        assertThat(Arrays.copyOfRange(row, 4, 14)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(row[CellTargets.SCORE]).isEqualTo(0.9f);
        assertThat(row[CellTargets.FACE]).isEqualTo(0.9f);
        assertThat(row[CellTargets.WEIGHT]).isEqualTo(CellTargets.REFERENCE_LANDMARK_WEIGHT);
    }

    @Test
    void labelledBoxTakesThePlaceOfTheSeenOne() {
        see(CENTRE, 0.9f, SEEN);

        float[] row = row(write(true, new TrainingFace(new BoundingBox(26, 22, 22, 26), null, false)), CENTRE);

        assertThat(Arrays.copyOf(row, 4)).containsExactly(26, 22, 48, 48);
        assertThat(row[CellTargets.WEIGHT]).isEqualTo(CellTargets.REFERENCE_LANDMARK_WEIGHT);
    }

    @Test
    void labelledFaceIsSurerThanItWasSeen() {
        see(CENTRE, 0.6f, SEEN);
        see(CENTRE + 1, 0.3f, SEEN);

        float[] targets = write(true, new TrainingFace(SEEN, null, false));

        assertThat(row(targets, CENTRE)[CellTargets.SCORE]).as("half way to 1").isEqualTo(0.8f);
        assertThat(row(targets, CENTRE + 1)[CellTargets.SCORE])
                .as("in proportion")
                .isCloseTo(0.4f, within(1e-6f));
    }

    @Test
    void peoplesLandmarksWinOverSeenOnes() {
        see(CENTRE, 0.9f, SEEN);

        float[] row = row(write(true, new TrainingFace(SEEN, PEOPLES, false)), CENTRE);

        assertThat(Arrays.copyOfRange(row, 4, 14)).containsExactly(31, 33, 41, 33, 36, 37, 32, 42, 40, 42);
        assertThat(row[CellTargets.WEIGHT]).isEqualTo(1);
    }

    @Test
    void labelledFaceThatIsHardlySeenIsLearntFromItsLabel() {
        see(CENTRE, 0.2f, SEEN);
        TrainingFace unseen = new TrainingFace(SEEN, null, false);

        float[] row = row(write(true, unseen), CENTRE);

        assertThat(row[CellTargets.SCORE]).as("the overlap is the target").isNegative();
        assertThat(row[CellTargets.FACE]).isEqualTo(1);
        assertThat(Arrays.copyOf(row, 4)).containsExactly(24, 24, 48, 48);
    }

    @Test
    void ignoredFaceIsNotLearntFromItsLabel() {
        float[] targets = write(true, new TrainingFace(SEEN, null, true));

        for (int cell = 0; cell < CELLS; cell++) {
            assertThat(row(targets, cell)[CellTargets.FACE]).isZero();
        }
    }

    @Test
    void cellThatIsHardlySureTeachesNoBox() {
        see(CENTRE, 0.1f, SEEN);

        float[] row = row(write(false), CENTRE);

        assertThat(row[CellTargets.SCORE]).isEqualTo(0.1f);
        assertThat(row[CellTargets.FACE]).isZero();
    }

    private void see(int cell, float score, BoundingBox box) {
        answer.scores()[cell] = score;
        System.arraycopy(new float[] {box.x(), box.y(), box.right(), box.bottom()}, 0, answer.boxes(), 4 * cell, 4);
        for (int i = 0; i < 10; i++) {
            answer.points()[10 * cell + i] = i;
        }
    }

    private float[] write(boolean complete, TrainingFace... faces) {
        float[] targets = new float[CELLS * CellTargets.VALUES];
        ReferenceTargets.write(answer, List.of(faces), complete, SIDE, targets, 0);
        return targets;
    }

    private static float[] row(float[] targets, int cell) {
        return Arrays.copyOfRange(targets, cell * CellTargets.VALUES, (cell + 1) * CellTargets.VALUES);
    }
}

package io.emotion4j.training.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.BoundingBox;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTargetsTest {

    private static final int SIDE = 96;

    @Test
    void threeGridsHaveTheirCells() {
        assertThat(CellTargets.cells(SIDE)).isEqualTo(12 * 12 + 6 * 6 + 3 * 3);
    }

    @Test
    void cropWithoutFacesIsAllBackground() {
        float[] targets = targets();

        for (int cell = 0; cell < CellTargets.cells(SIDE); cell++) {
            assertThat(row(targets, cell)).startsWith(new float[CellTargets.COUNTS]);
            assertThat(at(targets, cell, CellTargets.COUNTS)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"20, 8", "60, 16", "95, 32"})
    void faceIsLearntOnTheStrideThatFitsItsSize(float size, int stride) {
        float[] targets = targets(face(48 - size / 2, 48 - size / 2, size, size));

        int first = stride == 8 ? 0 : stride == 16 ? 144 : 180;
        int n = SIDE / stride;
        assertThat(learning(targets)).isNotEmpty();
        assertThat(learning(targets).stream().filter(cell -> cell >= first && cell < first + n * n))
                .isNotEmpty();
        int nearest = first + (int) (48f / stride) * n + (int) (48f / stride);
        assertThat(Arrays.copyOf(row(targets, nearest), 4))
                .containsExactly(48 - size / 2, 48 - size / 2, 48 + size / 2, 48 + size / 2);
        assertThat(at(targets, nearest, CellTargets.SCORE)).isNegative();
    }

    @Test
    void smallerOfTwoFacesGetsTheCellThatBothWant() {
        TrainingFace large = face(24, 24, 40, 40);
        TrainingFace small = face(36, 36, 16, 16);

        assertThat(targets(large, small)).isEqualTo(targets(small, large));
        assertThat(Arrays.copyOf(row(targets(large, small), 5 * 12 + 5), 4)).containsExactly(36, 36, 52, 52);
    }

    @Test
    void ignoredFaceIsNeitherFaceNorBackground() {
        BoundingBox box = new BoundingBox(32, 32, 32, 32);
        float[] targets = targets(new TrainingFace(box, null, true));

        assertThat(learning(targets)).isEmpty();
        assertThat(at(targets, 5 * 12 + 5, CellTargets.COUNTS)).isZero();
        assertThat(at(targets, 0, CellTargets.COUNTS)).isEqualTo(1);
    }

    @Test
    void faceInsideAnIgnoredOneIsLearntAllTheSame() {
        float[] targets = targets(new TrainingFace(new BoundingBox(20, 20, 60, 60), null, true), face(40, 40, 16, 16));

        int centre = 6 * 12 + 6;
        assertThat(at(targets, centre, CellTargets.FACE)).isEqualTo(1);
        assertThat(at(targets, centre, CellTargets.COUNTS)).isEqualTo(1);
    }

    @Test
    void landmarksAreGiven() {
        Landmarks points = new Landmarks(
                new Point(42, 44), new Point(54, 44), new Point(48, 48), new Point(43, 53), new Point(53, 53));
        float[] targets = targets(new TrainingFace(new BoundingBox(38, 38, 20, 20), points, false));

        float[] row = row(targets, 6 * 12 + 6);
        assertThat(Arrays.copyOfRange(row, 4, 14)).containsExactly(42, 44, 54, 44, 48, 48, 43, 53, 53, 53);
        assertThat(row[CellTargets.WEIGHT]).isEqualTo(1);
        assertThat(row(targets(face(38, 38, 20, 20)), 6 * 12 + 6)[CellTargets.WEIGHT])
                .as("without landmarks")
                .isZero();
    }

    private static TrainingFace face(float x, float y, float width, float height) {
        return new TrainingFace(new BoundingBox(x, y, width, height), null, false);
    }

    private static float[] targets(TrainingFace... faces) {
        float[] targets = new float[CellTargets.cells(SIDE) * CellTargets.VALUES];
        CellTargets.write(List.of(faces), SIDE, targets, 0);
        return targets;
    }

    private static List<Integer> learning(float[] targets) {
        return IntStream.range(0, CellTargets.cells(SIDE))
                .filter(cell -> at(targets, cell, CellTargets.FACE) > 0)
                .boxed()
                .toList();
    }

    private static float at(float[] targets, int cell, int value) {
        return targets[cell * CellTargets.VALUES + value];
    }

    private static float[] row(float[] targets, int cell) {
        return Arrays.copyOfRange(targets, cell * CellTargets.VALUES, (cell + 1) * CellTargets.VALUES);
    }
}

package io.emotion4j.training.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.BoundingBox;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OcclusionTest {

    private static final int SIDE = 64;

    @Test
    void coversPartsOfSomeFacesWithPartsOfTheCrop() {
        TrainingFace face = new TrainingFace(new BoundingBox(20, 16, 24, 30), null, false);
        int covered = 0;
        for (int seed = 0; seed < 400; seed++) {
            float[] planes = planes();
            Occlusion.cover(List.of(face), SIDE, random(seed), planes, 1);
            int changed = changed(planes);
            covered += changed > 0 ? 1 : 0;
            assertThat(changed).as("values, seed " + seed).isLessThan(3 * 24 * 30 / 2);
            assertThat(planes[0]).isEqualTo(-1);
        }
        assertThat(covered).isBetween(70, 130);
    }

    @Test
    void coversAllPlanesAlike() {
        TrainingFace face = new TrainingFace(new BoundingBox(50, 50, 30, 30), null, false);
        for (int seed = 0; seed < 100; seed++) {
            float[] planes = planes();
            Occlusion.cover(List.of(face), SIDE, random(seed), planes, 1);
            for (int i = 1; i <= SIDE * SIDE; i++) {
                assertThat(planes[i + SIDE * SIDE] - planes[i]).isEqualTo(SIDE * SIDE);
                assertThat(planes[i + 2 * SIDE * SIDE] - planes[i]).isEqualTo(2 * SIDE * SIDE);
            }
        }
    }

    @Test
    void leavesSmallAndIgnoredFacesAlone() {
        TrainingFace small = new TrainingFace(new BoundingBox(20, 16, 10, 12), null, false);
        TrainingFace ignored = new TrainingFace(new BoundingBox(20, 16, 24, 30), null, true);
        for (int seed = 0; seed < 50; seed++) {
            float[] planes = planes();
            Occlusion.cover(List.of(small, ignored), SIDE, random(seed), planes, 1);
            assertThat(changed(planes)).isZero();
        }
    }

    private static Random random(int seed) {
        Random random = new Random(seed * 7919L);
        random.nextLong();
        return random;
    }

    private static float[] planes() {
        float[] planes = new float[1 + 3 * SIDE * SIDE];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = i - 1;
        }
        return planes;
    }

    private static int changed(float[] planes) {
        int changed = 0;
        for (int i = 0; i < planes.length; i++) {
            changed += planes[i] == i - 1 ? 0 : 1;
        }
        return changed;
    }
}

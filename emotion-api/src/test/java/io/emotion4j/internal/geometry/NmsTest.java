package io.emotion4j.internal.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.BoundingBox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class NmsTest {

    private static final BoundingBox BOX = new BoundingBox(10, 10, 100, 100);

    private static BoundingBox shifted(float by) {
        return new BoundingBox(10 + by, 10, 100, 100);
    }

    @Test
    void theHighestScoreOfOverlappingBoxesStays() {
        assertThat(Nms.keep(List.of(shifted(5), BOX, shifted(9)), new float[] {0.7f, 0.9f, 0.8f}, 0.3f))
                .containsExactly(1);
    }

    @Test
    void boxesThatDoNotOverlapAllStayByFallingScore() {
        assertThat(Nms.keep(List.of(BOX, shifted(200), shifted(400)), new float[] {0.2f, 0.9f, 0.5f}, 0.3f))
                .containsExactly(1, 2, 0);
    }

    @Test
    void ofEqualScoresTheEarlierWins() {
        assertThat(Nms.keep(List.of(BOX, shifted(1), shifted(2)), new float[] {0.5f, 0.5f, 0.5f}, 0.3f))
                .containsExactly(0);
    }

    @Test
    void anOverlapOfExactlyTheThresholdIsAllowed() {
        float iou = BOX.iou(shifted(50));
        assertThat(Nms.keep(List.of(BOX, shifted(50)), new float[] {1, 0.5f}, iou))
                .hasSize(2);
        assertThat(Nms.keep(List.of(BOX, shifted(50)), new float[] {1, 0.5f}, Math.nextDown(iou)))
                .hasSize(1);
    }

    @Test
    void aBoxThatWasSuppressedSuppressesNothing() {
        // The middle box overlaps both others, which do not overlap each other enough.
        assertThat(Nms.keep(List.of(BOX, shifted(40), shifted(80)), new float[] {0.9f, 0.8f, 0.7f}, 0.3f))
                .containsExactly(0, 2);
    }

    @Test
    void noBoxesGiveNone() {
        assertThat(Nms.keep(List.of(), new float[0], 0.5f)).isEmpty();
    }

    @Test
    void agreesWithTheDefinition() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            List<BoundingBox> boxes = crowd(random, 60, 10);
            float[] scores = new float[60];
            for (int k = 0; k < 60; k++) {
                scores[k] = random.nextInt(20) / 20f;
            }
            float threshold = random.nextFloat();
            List<Integer> expected = new ArrayList<>();
            Integer[] order = new Integer[60];
            Arrays.setAll(order, k -> k);
            Arrays.sort(order, (a, b) -> Float.compare(scores[b], scores[a]));
            for (int candidate : order) {
                if (expected.stream().allMatch(kept -> boxes.get(kept).iou(boxes.get(candidate)) <= threshold)) {
                    expected.add(candidate);
                }
            }
            assertThat(Nms.keep(boxes, scores, threshold))
                    .containsExactly(
                            expected.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    @Test
    void aCrowdOfTenThousandCandidatesIsNoBurden() {
        Random random = new Random(2);
        List<BoundingBox> boxes = crowd(random, 10_000, 1000);
        float[] scores = new float[10_000];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextFloat();
        }
        Nms.keep(boxes, scores, 0.3f);
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> Nms.keep(boxes, scores, 0.3f));
    }

    private static List<BoundingBox> crowd(Random random, int candidates, int faces) {
        List<BoundingBox> boxes = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            int face = random.nextInt(faces);
            float x = face % 40 * 30 + 4 * random.nextFloat();
            float y = face / 40 * 30 + 4 * random.nextFloat();
            boxes.add(new BoundingBox(x, y, 20 + 8 * random.nextFloat(), 24 + 8 * random.nextFloat()));
        }
        return boxes;
    }
}

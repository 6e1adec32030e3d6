package io.emotion4j;

import static io.emotion4j.TrackerFrames.centerX;
import static io.emotion4j.TrackerFrames.face;
import static io.emotion4j.TrackerFrames.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrackSmoothingTest {

    private static final double FRAME = 40;

    private final EmotionTrackerBuilder builder = EmotionTracker.builder();
    private final List<TrackSummary> ended = TrackerFrames.listener(builder);

    @Test
    void jitterOfTheDetectorIsSmoothedAndSteadyMotionFollowedWithoutLag() {
        EmotionTracker tracker =
                builder.minHits(1).boxHalfLife(Duration.ofMillis(150)).build();
        Random random = new Random(5);
        double rawError = 0;
        double error = 0;
        for (int i = 0; i < 500; i++) {
            double x = 100 + 4 * i;
            double noise = 3 * random.nextGaussian();
            TrackedFace face = tracker.update(millis(i * FRAME), List.of(face(x + noise, 100)))
                    .get(0);
            assertThat(face.id()).isEqualTo(1);
            if (i >= 25) {
                rawError += noise * noise;
                error += (centerX(face) - x) * (centerX(face) - x);
            }
        }
        assertThat(Math.sqrt(error / rawError)).isLessThan(0.75);
    }

    @Test
    void smoothedScoresDependOnTimeNotOnFrameRate() {
        List<Float> slow = happyOverTime(10);
        assertThat(slow).startsWith(1f).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        // Half of the way is left after the half-life of 200 ms.
        assertThat(slow.get(2)).isCloseTo(0.5f, within(1e-5f));
        assertThat(slow.get(4)).isCloseTo(0.25f, within(1e-5f));
        for (int framesPerSecond : new int[] {20, 50, 120}) {
            List<Float> fast = happyOverTime(framesPerSecond);
            for (int i = 0; i < slow.size(); i++) {
                assertThat(fast.get(i)).isCloseTo(slow.get(i), within(1e-5f));
            }
        }
    }

    /** The smoothed score of a face that turns from happy to sad at time 0, every 100 ms. */
    private static List<Float> happyOverTime(int framesPerSecond) {
        EmotionTracker tracker = EmotionTracker.builder()
                .minHits(1)
                .scoreHalfLife(Duration.ofMillis(200))
                .build();
        List<Float> happy = new ArrayList<>();
        for (int i = 0; i <= 2 * framesPerSecond; i++) {
            FaceEmotion face = i == 0 ? face(50, 50, 1, 0, 0) : face(50, 50, 0, 1, 0);
            TrackedFace tracked = tracker.update(millis(1000.0 * i / framesPerSecond), List.of(face))
                    .get(0);
            if (10 * i % framesPerSecond == 0) {
                happy.add(tracked.face().scores().get(Emotion.HAPPY));
            }
        }
        return happy;
    }

    @Test
    void withoutHalfLivesNothingIsSmoothed() {
        EmotionTracker tracker = builder.minHits(1)
                .boxHalfLife(Duration.ZERO)
                .scoreHalfLife(Duration.ZERO)
                .build();
        Random random = new Random(2);
        for (int i = 0; i < 50; i++) {
            FaceEmotion face = i % 2 == 0
                    ? face(100 + random.nextInt(20), 90, 1, 0, 0)
                    : face(random.nextInt(20) + 90, 90, 0, 1, 0);
            TrackedFace tracked =
                    tracker.update(millis(i * FRAME), List.of(face)).get(0);
            assertThat(tracked.face()).isEqualTo(face);
        }
    }
}

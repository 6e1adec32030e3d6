package io.emotion4j;

import static io.emotion4j.TrackerFrames.face;
import static io.emotion4j.TrackerFrames.idOf;
import static io.emotion4j.TrackerFrames.millis;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerRulesTest {

    /** Faces that keep to lanes of their own, move as they like, and are missed now and then. */
    @ParameterizedTest
    @ValueSource(ints = {6, 12, 30})
    void eachFaceInRandomMotionHasOneNumberAndNoNumberTwoFaces(int framesPerSecond) {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int count = 1 + random.nextInt(6);
            double[] x = random.doubles(count, 0, 2000).toArray();
            double[] speed = random.doubles(count, -200, 200).toArray();
            List<Set<Long>> numbers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                numbers.add(new HashSet<>());
            }
            EmotionTracker tracker = EmotionTracker.builder().minHits(2).build();
            for (int frame = 0; frame < 10 * framesPerSecond; frame++) {
                List<FaceEmotion> faces = new ArrayList<>();
                List<Integer> lanes = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    speed[i] += random.nextGaussian() * 200 / framesPerSecond;
                    x[i] += speed[i] / framesPerSecond;
                    boolean missed = frame > 3 && random.nextInt(5) == 0;
                    if (!missed) {
                        lanes.add(i);
                        faces.add(face(x[i] + 2 * random.nextGaussian(), 400 * i + 2 * random.nextGaussian()));
                    }
                }
                List<TrackedFace> tracked = tracker.update(millis(1000.0 * frame / framesPerSecond), faces);
                for (int i = 0; i < faces.size(); i++) {
                    numbers.get(lanes.get(i)).add(idOf(faces.get(i), tracked));
                }
            }
            Set<Long> all = new HashSet<>();
            for (Set<Long> ofFace : numbers) {
                ofFace.remove(0L);
                assertThat(ofFace).as("seed %d", seed).hasSize(1);
                assertThat(all.addAll(ofFace)).as("seed %d", seed).isTrue();
            }
        }
    }

    /** Whatever comes: every answer is one of the faces, no number stands twice, every track ends once, and time is kept. */
    @Test
    void rulesHoldForAnyFramesAtAll() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            EmotionTrackerBuilder settings = EmotionTracker.builder()
                    .minHits(1 + random.nextInt(3))
                    .maxGap(Duration.ofMillis(random.nextInt(500)))
                    .boxHalfLife(Duration.ofMillis(random.nextInt(300)))
                    .scoreHalfLife(Duration.ofMillis(random.nextInt(300)));
            List<TrackSummary> summaries = TrackerFrames.listener(settings);
            EmotionTracker tracker = settings.build();
            Set<Long> told = new HashSet<>();
            double time = 0;
            for (int frame = 0; frame < 200; frame++) {
                time += random.nextInt(4) == 0 ? 0 : random.nextInt(200);
                List<FaceEmotion> faces = new ArrayList<>();
                for (int i = random.nextInt(8); i > 0; i--) {
                    float happy = random.nextFloat();
                    faces.add(face(random.nextInt(500), random.nextInt(300), happy, 1 - happy, 0));
                }
                List<TrackedFace> tracked = tracker.update(millis(time), faces);
                assertThat(tracked).extracting(TrackedFace::measured).isSubsetOf(faces);
                assertThat(tracked).extracting(TrackedFace::id).doesNotHaveDuplicates();
                assertThat(tracked)
                        .allMatch(face -> sum(face.face().scores()) > 0.999
                                && sum(face.face().scores()) < 1.001);
                tracked.forEach(face -> told.add(face.id()));
            }
            tracker.finish();
            assertThat(summaries).extracting(TrackSummary::id).containsExactlyInAnyOrderElementsOf(told);
            assertThat(summaries)
                    .allMatch(summary -> Math.abs(summary.shares().values().stream()
                                            .mapToDouble(share -> share)
                                            .sum()
                                    - 1)
                            < 1e-9);
        }
    }

    private static double sum(Map<Emotion, Float> scores) {
        return scores.values().stream().mapToDouble(score -> score).sum();
    }
}

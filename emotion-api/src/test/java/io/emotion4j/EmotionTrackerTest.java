package io.emotion4j;

import static io.emotion4j.TrackerFrames.centerX;
import static io.emotion4j.TrackerFrames.face;
import static io.emotion4j.TrackerFrames.idOf;
import static io.emotion4j.TrackerFrames.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

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

class EmotionTrackerTest {

    private static final double FRAME = 40;

    private final EmotionTrackerBuilder builder = EmotionTracker.builder();
    private final List<TrackSummary> ended = TrackerFrames.listener(builder);

    @Test
    void faceIsToldOfOnceItWasFoundInEnoughFrames() {
        EmotionTracker tracker = builder.minHits(3).build();
        assertThat(tracker.update(millis(0), List.of(face(100, 100)))).isEmpty();
        assertThat(tracker.update(millis(40), List.of(face(101, 100)))).isEmpty();
        FaceEmotion third = face(102, 100);
        List<TrackedFace> tracked = tracker.update(millis(80), List.of(third));
        assertThat(tracked).hasSize(1);
        assertThat(tracked.get(0).id()).isEqualTo(1);
        assertThat(tracked.get(0).frames()).isEqualTo(3);
        assertThat(tracked.get(0).firstSeen()).isEqualTo(Duration.ZERO);
        assertThat(tracked.get(0).measured()).isSameAs(third);
        assertThat(tracked.get(0)).hasToString("#1 happy 0.80 at 52,40 size 100x120");
    }

    @Test
    void falseFindsAreNeverToldOf() {
        EmotionTracker tracker = builder.minHits(2).build();
        for (int i = 0; i < 10; i++) {
            List<FaceEmotion> faces = i % 2 == 0 ? List.of(face(100, 100)) : List.of();
            assertThat(tracker.update(millis(i * FRAME), faces)).isEmpty();
        }
        tracker.finish();
        assertThat(ended).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 15, 30})
    void twoFacesThatCrossKeepTheirIdentity(int framesPerSecond) {
        EmotionTracker tracker = builder.minHits(1).build();
        int frames = 4 * framesPerSecond;
        for (int i = 0; i <= frames; i++) {
            double seconds = (double) i / framesPerSecond;
            FaceEmotion right = face(100 + 150 * seconds, 200);
            FaceEmotion left = face(700 - 150 * seconds, 215);
            // The order of detection tells nothing.
            List<FaceEmotion> faces = i % 2 == 0 ? List.of(right, left) : List.of(left, right);
            List<TrackedFace> tracked = tracker.update(millis(1000 * seconds), faces);
            assertThat(tracked).extracting(TrackedFace::measured).containsExactlyElementsOf(faces);
            assertThat(idOf(right, tracked)).as("frame %d", i).isEqualTo(1);
            assertThat(idOf(left, tracked)).as("frame %d", i).isEqualTo(2);
        }
    }

    @Test
    void faceHiddenBehindAnotherWhileTheyCrossIsFoundAgain() {
        EmotionTracker tracker = builder.build();
        int hidden = 0;
        List<TrackedFace> tracked = List.of();
        FaceEmotion walking = face(0, 0);
        FaceEmotion standing = face(0, 0);
        for (int i = 0; i < 100; i++) {
            double x = 100 + 8 * i;
            walking = face(x, 200);
            standing = face(500, 205);
            boolean covered = Math.abs(x - 500) < 70;
            hidden += covered ? 1 : 0;
            tracked = tracker.update(millis(i * FRAME), covered ? List.of(standing) : List.of(standing, walking));
            if (i >= 2) {
                assertThat(idOf(standing, tracked)).as("frame %d", i).isEqualTo(1);
            }
        }
        assertThat(hidden).isEqualTo(17);
        assertThat(idOf(walking, tracked)).isEqualTo(2);
        tracker.finish();
        assertThat(ended).extracting(TrackSummary::frames).containsExactly(100, 100 - hidden);
    }

    @Test
    void faceOutOfSightKeepsItsNumberUntilTheGapIsTooLong() {
        EmotionTracker tracker =
                builder.minHits(1).maxGap(Duration.ofMillis(500)).build();
        long last = 0;
        long time = 0;
        for (int gap : new int[] {40, 40, 500, 40, 501, 40}) {
            // Frames without faces come, too: the stream runs on.
            for (long end = time + gap; time + 20 < end; time += 20) {
                assertThat(tracker.update(Duration.ofMillis(time + 20), List.of()))
                        .isEmpty();
            }
            time += gap - (gap - 1) / 20 * 20;
            last = tracker.update(Duration.ofMillis(time), List.of(face(100, 100)))
                    .get(0)
                    .id();
        }
        assertThat(time).isEqualTo(1161);
        assertThat(last).isEqualTo(2);
        assertThat(ended).hasSize(1);
        assertThat(ended.get(0).last()).isEqualTo(Duration.ofMillis(620));
    }

    @Test
    void framesFarApartAreNoGap() {
        EmotionTracker tracker = builder.minHits(1).maxGap(Duration.ZERO).build();
        for (int i = 0; i < 10; i++) {
            assertThat(tracker.update(Duration.ofSeconds(10 * i), List.of(face(100 + i, 100))))
                    .extracting(TrackedFace::id)
                    .containsExactly(1L);
        }
    }

    @Test
    void suddenMoveOfOneFaceLengthIsStillTheSameFace() {
        EmotionTracker tracker = builder.minHits(1).build();
        tracker.update(millis(0), List.of(face(100, 100)));
        tracker.update(millis(40), List.of(face(100, 100)));
        assertThat(tracker.update(millis(80), List.of(face(190, 100))).get(0).id())
                .isEqualTo(1);
        assertThat(tracker.update(millis(120), List.of(face(600, 100))).get(0).id())
                .isEqualTo(2);
    }

    @Test
    void faceThatTurnsBackSharplyKeepsItsNumber() {
        EmotionTracker tracker = builder.minHits(1).build();
        for (int i = 0; i < 200; i++) {
            // Eight faces' widths a second, back and forth every ten frames.
            int step = i % 20 < 10 ? i % 20 : 19 - i % 20;
            assertThat(tracker.update(millis(i * FRAME), List.of(face(100 + 32 * step, 100))))
                    .extracting(TrackedFace::id)
                    .as("frame %d", i)
                    .containsExactly(1L);
        }
    }

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

    @Test
    void summarySaysWhenHowLongAndWhichExpressionForWhatPartOfTheTime() {
        EmotionTracker tracker = builder.minHits(2).scoreHalfLife(Duration.ZERO).build();
        FaceEmotion happy = face(100, 100, 0.6f, 0.2f, 0.2f);
        FaceEmotion sad = face(100, 100, 0.2f, 0.8f, 0);
        tracker.update(millis(1000), List.of(happy));
        tracker.update(millis(1300), List.of(sad));
        tracker.update(millis(1400), List.of());
        // The gap counts as nothing.
        tracker.update(millis(1900), List.of(happy));
        tracker.update(millis(2000), List.of(sad));
        assertThat(ended).isEmpty();
        tracker.finish();
        assertThat(ended).hasSize(1);
        TrackSummary summary = ended.get(0);
        assertThat(summary.id()).isEqualTo(1);
        assertThat(summary.first()).isEqualTo(millis(1000));
        assertThat(summary.last()).isEqualTo(millis(2000));
        assertThat(summary.duration()).isEqualTo(millis(1000));
        assertThat(summary.frames()).isEqualTo(4);
        assertThat(summary.meanScores()).isEqualTo(EmotionScores.of(TrackerFrames.LABELS, 0.4f, 0.5f, 0.1f));
        assertThat(summary.dominant()).isEqualTo(Emotion.HAPPY);
        assertThat(summary.shares())
                .containsEntry(Emotion.HAPPY, 1.0)
                .containsEntry(Emotion.SAD, 0.0)
                .containsEntry(Emotion.NEUTRAL, 0.0);
    }

    @Test
    void sharesAreOfTimeNotOfFrames() {
        EmotionTracker tracker = builder.minHits(1).scoreHalfLife(Duration.ZERO).build();
        FaceEmotion happy = face(100, 100, 1, 0, 0);
        FaceEmotion sad = face(100, 100, 0, 1, 0);
        tracker.update(millis(0), List.of(happy));
        tracker.update(millis(750), List.of(sad));
        tracker.update(millis(800), List.of(sad));
        tracker.update(millis(900), List.of(sad));
        tracker.update(millis(1000), List.of(sad));
        tracker.finish();
        assertThat(ended.get(0).shares())
                .containsEntry(Emotion.HAPPY, 0.75)
                .containsEntry(Emotion.SAD, 0.25)
                .containsEntry(Emotion.NEUTRAL, 0.0);
        assertThat(ended.get(0).dominant()).isEqualTo(Emotion.HAPPY);
    }

    @Test
    void faceOfOneFrameHasASummaryToo() {
        EmotionTracker tracker = builder.minHits(1).build();
        tracker.update(millis(5), List.of(face(100, 100, 0.1f, 0.8f, 0.1f)));
        tracker.finish();
        assertThat(ended.get(0).duration()).isZero();
        assertThat(ended.get(0).dominant()).isEqualTo(Emotion.SAD);
        assertThat(ended.get(0).shares()).containsEntry(Emotion.SAD, 1.0).containsEntry(Emotion.HAPPY, 0.0);
    }

    @Test
    void timeThatGoesBackwardsIsAnErrorThatChangesNothing() {
        EmotionTracker tracker = builder.minHits(1).build();
        tracker.update(millis(100), List.of(face(100, 100)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracker.update(millis(99), List.of(face(100, 100))))
                .withMessageContaining("PT0.1S")
                .withMessageContaining("PT0.099S")
                .withMessageContaining("finish()");
        TrackedFace face = tracker.update(millis(100), List.of(face(100, 100))).get(0);
        assertThat(face.id()).isEqualTo(1);
        assertThat(face.frames()).isEqualTo(2);
    }

    @Test
    void scoresOfAnotherModelAreAnError() {
        EmotionTracker tracker = builder.minHits(1).build();
        tracker.update(millis(0), List.of(face(100, 100)));
        FaceEmotion other = new FaceEmotion(
                face(100, 100).face(), EmotionScores.of(List.of(Emotion.SAD, Emotion.HAPPY), 0.5f, 0.5f));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracker.update(millis(40), List.of(other)))
                .withMessageContaining("another tracker");
    }

    @Test
    void afterFinishAnotherStreamBeginsWithItsOwnTimeAndNewNumbers() {
        EmotionTracker tracker = builder.minHits(1).build();
        tracker.update(Duration.ofHours(1), List.of(face(100, 100)));
        tracker.finish();
        tracker.finish();
        assertThat(ended).hasSize(1);
        assertThat(tracker.update(Duration.ZERO, List.of(face(100, 100))))
                .extracting(TrackedFace::id)
                .containsExactly(2L);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.minHits(0))
                .withMessageContaining("found 0");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.minOverlap(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.minOverlap(Float.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.maxGap(Duration.ofMillis(-1)))
                .withMessageContaining("maxGap");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.boxHalfLife(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.scoreHalfLife(Duration.ofMillis(-1)));
    }

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

    @Test
    void aListenerThatThrowsStillGetsEveryTrack() {
        List<Long> told = new ArrayList<>();
        EmotionTracker tracker = EmotionTracker.builder()
                .minHits(1)
                .maxGap(Duration.ofMillis(100))
                .onFinished(summary -> {
                    told.add(summary.id());
                    throw new IllegalStateException("disk full at " + summary.id());
                })
                .build();
        tracker.update(millis(0), List.of(face(100, 100), face(400, 100), face(700, 100)));
        tracker.update(millis(50), List.of());
        // The frame at which they end is taken, too.
        assertThatIllegalStateException()
                .isThrownBy(() -> tracker.update(millis(500), List.of(face(100, 400))))
                .withMessage("disk full at 1")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2));
        assertThat(told).containsExactly(1L, 2L, 3L);
        assertThat(tracker.followed()).isEqualTo(1);
        assertThatIllegalStateException().isThrownBy(tracker::finish);
        assertThat(told).containsExactly(1L, 2L, 3L, 4L);
        tracker.finish();
    }

    /** A crowd that goes by: twenty thousand faces, each for three frames. */
    @Test
    void finishedTracksAreHandedOutAndForgotten() {
        long[] count = {0};
        EmotionTracker tracker = EmotionTracker.builder()
                .minHits(1)
                .maxGap(Duration.ofMillis(100))
                .onFinished(summary -> count[0]++)
                .build();
        int most = 0;
        for (int i = 0; i < 6_000; i++) {
            List<FaceEmotion> faces = new ArrayList<>();
            for (int row = 0; row < 10; row++) {
                faces.add(face(i / 3 % 100 * 250, row * 300));
            }
            tracker.update(millis(i * FRAME), faces);
            most = Math.max(most, tracker.followed());
        }
        tracker.finish();
        assertThat(count[0]).isEqualTo(20_000);
        assertThat(most).isLessThanOrEqualTo(40);
        assertThat(tracker.followed()).isZero();
    }
}

package io.emotion4j;

import static io.emotion4j.TrackerFrames.face;
import static io.emotion4j.TrackerFrames.idOf;
import static io.emotion4j.TrackerFrames.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
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
}

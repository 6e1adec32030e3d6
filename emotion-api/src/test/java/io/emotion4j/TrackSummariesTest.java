package io.emotion4j;

import static io.emotion4j.TrackerFrames.face;
import static io.emotion4j.TrackerFrames.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackSummariesTest {

    private static final double FRAME = 40;

    private final EmotionTrackerBuilder builder = EmotionTracker.builder();
    private final List<TrackSummary> ended = TrackerFrames.listener(builder);

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

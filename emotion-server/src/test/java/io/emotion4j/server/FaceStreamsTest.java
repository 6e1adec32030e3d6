package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.FaceEmotion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceStreamsTest {

    private long nanos;
    private final FaceStreams streams = new FaceStreams(() -> nanos);

    @Test
    void firstFrameIsTakenAsItIs() {
        assertThat(happy("a", 0, 0.8f)).isEqualTo(0.8f);
    }

    @Test
    void laterFramesAreBlendedByTheTimeBetweenThem() {
        happy("a", 0, 1);
        pass(FaceStreams.HALF_LIFE);
        assertThat(happy("a", 0, 0)).isCloseTo(0.5f, within(1e-4f));
        pass(Duration.ofSeconds(5));
        assertThat(happy("a", 0, 1)).isCloseTo(1, within(1e-4f));
    }

    @Test
    void frameRateChangesNothing() {
        happy("slow", 0, 1);
        happy("quick", 0, 1);
        for (int i = 0; i < 3; i++) {
            pass(Duration.ofMillis(100));
            happy("quick", 0, 0);
        }
        pass(Duration.ofMillis(100));
        assertThat(happy("quick", 0, 0)).isCloseTo(happy("slow", 0, 0), within(1e-4f));
    }

    @Test
    void streamsDoNotMix() {
        happy("a", 0, 1);
        assertThat(happy("b", 0, 0)).isZero();
    }

    @Test
    void otherFaceBeginsAnew() {
        happy("a", 0, 1);
        pass(Duration.ofMillis(10));
        assertThat(happy("a", 500, 0)).isZero();
    }

    @Test
    void idleStreamIsForgotten() {
        happy("a", 0, 1);
        pass(Duration.ofSeconds(11));
        happy("b", 0, 1);
        assertThat(streams.size()).isOne();
    }

    @Test
    void thereIsABoundAndTheLongestIdleStreamGivesWay() {
        for (int i = 0; i < FaceStreams.MOST_STREAMS; i++) {
            happy("s" + i, 0, 1);
            pass(Duration.ofNanos(1000));
        }
        happy("s0", 0, 1);
        happy("new", 0, 1);
        assertThat(streams.size()).isEqualTo(FaceStreams.MOST_STREAMS);
        assertThat(happy("s0", 0, 0)).isPositive();
        assertThat(happy("s1", 0, 0)).isZero();
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private float happy(String stream, float x, float score) {
        FaceEmotion face = new FaceEmotion(
                new Face(new BoundingBox(x, 0, 100, 100), 1, null),
                EmotionScores.of(List.of(Emotion.HAPPY, Emotion.SAD), score, 1 - score));
        return streams.smoothed(stream, face).scores().get(Emotion.HAPPY);
    }
}

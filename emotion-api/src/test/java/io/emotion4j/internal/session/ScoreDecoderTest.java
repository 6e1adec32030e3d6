package io.emotion4j.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.Emotion;
import io.emotion4j.EmotionScores;
import io.emotion4j.InferenceException;
import io.emotion4j.model.ScoresSpec.Kind;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreDecoderTest {

    private final ScoreDecoder logits = new ScoreDecoder("m", List.of(Emotion.SAD, Emotion.HAPPY), Kind.LOGITS);
    private final ScoreDecoder probabilities =
            new ScoreDecoder("m", List.of(Emotion.SAD, Emotion.HAPPY), Kind.PROBABILITIES);

    @Test
    void softmaxOfEqualLogitsIsEven() {
        assertThat(decode(logits, 1, 3, 3).get(0).get(Emotion.SAD)).isEqualTo(0.5f);
    }

    @Test
    void softmaxFollowsItsFormula() {
        EmotionScores scores = decode(logits, 1, 0, (float) Math.log(3)).get(0);
        assertThat(scores.get(Emotion.SAD)).isCloseTo(0.25f, within(1e-6f));
        assertThat(scores.get(Emotion.HAPPY)).isCloseTo(0.75f, within(1e-6f));
    }

    @Test
    void softmaxOfHugeLogitsDoesNotOverflow() {
        EmotionScores scores = decode(logits, 1, 5000, -5000).get(0);
        assertThat(scores.get(Emotion.SAD)).isEqualTo(1);
        assertThat(scores.get(Emotion.HAPPY)).isZero();
    }

    @Test
    void aBatchIsDecodedRowByRow() {
        List<EmotionScores> scores = decode(probabilities, 2, 0.9f, 0.1f, 0.2f, 0.8f);
        assertThat(scores).extracting(EmotionScores::top).containsExactly(Emotion.SAD, Emotion.HAPPY);
    }

    @Test
    void aModelWhoseLabelCountDiffersIsNamed() {
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> decode(logits, 1, 1, 2, 3))
                .withMessageContaining("Model 'm' outputs 3.0 scores a face but its descriptor lists 2 labels")
                .withMessageContaining("check \"labels\"");
    }

    @Test
    void logitsThatPoseAsProbabilitiesAreNamed() {
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> decode(probabilities, 1, 3, -2))
                .withMessageContaining("check \"kind\"");
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> decode(probabilities, 1, 0.5f, 0.1f))
                .withMessageContaining("their sum is 0.6");
    }

    @Test
    void roundingOfProbabilitiesIsLetPass() {
        EmotionScores scores = decode(probabilities, 1, 1.0001f, -0.0001f).get(0);
        assertThat(scores.get(Emotion.SAD)).isEqualTo(1);
        assertThat(scores.get(Emotion.HAPPY)).isZero();
    }

    private static List<EmotionScores> decode(ScoreDecoder decoder, int batch, float... numbers) {
        return decoder.decode(Tensor.of(FloatBuffer.wrap(numbers), batch, numbers.length / batch), batch);
    }
}

package io.emotion4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmotionScoresTest {

    private final EmotionScores scores =
            EmotionScores.of(List.of(Emotion.ANGRY, Emotion.HAPPY, Emotion.SAD), 0.2f, 0.7f, 0.1f);

    @Test
    void topIsTheMostProbable() {
        assertThat(scores.top()).isEqualTo(Emotion.HAPPY);
        assertThat(scores.topScore()).isEqualTo(0.7f);
    }

    @Test
    void topOfEqualScoresIsTheEarlierLabel() {
        assertThat(EmotionScores.of(List.of(Emotion.SAD, Emotion.FEAR), 0.5f, 0.5f)
                        .top())
                .isEqualTo(Emotion.SAD);
    }

    @Test
    void rankedIsSortedFromTheMostProbable() {
        assertThat(scores.ranked())
                .extracting(EmotionScores.Ranked::emotion)
                .containsExactly(Emotion.HAPPY, Emotion.ANGRY, Emotion.SAD);
    }

    @Test
    void anExpressionThatTheModelDoesNotKnowHasNoScore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores.score(Emotion.CONTEMPT))
                .withMessageContaining("contempt")
                .withMessageContaining("angry");
    }

    @Test
    void laterChangesOfTheArrayDoNotShow() {
        float[] numbers = {0.4f, 0.6f};
        EmotionScores of = EmotionScores.of(List.of(Emotion.SAD, Emotion.FEAR), numbers);
        numbers[0] = 1;
        assertThat(of.get(Emotion.SAD)).isEqualTo(0.4f);
    }

    @Test
    void countsThatDifferAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmotionScores.of(List.of(Emotion.SAD), 0.4f, 0.6f))
                .withMessageContaining("found 2");
    }

    @Test
    void aLabelThatStandsTwiceIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmotionScores.of(List.of(Emotion.SAD, Emotion.SAD), 0.4f, 0.6f));
    }

    @Test
    void numbersThatAreNoProbabilitiesAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> EmotionScores.of(List.of(Emotion.SAD), Float.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> EmotionScores.of(List.of(Emotion.SAD), -0.1f));
        assertThatIllegalArgumentException().isThrownBy(() -> EmotionScores.of(List.of(Emotion.SAD), 2f));
    }

    @Test
    void equalScoresAreEqual() {
        EmotionScores same = EmotionScores.of(scores.labels(), 0.2f, 0.7f, 0.1f);
        assertThat(same).isEqualTo(scores).hasSameHashCodeAs(scores).hasToString("happy 0.70, angry 0.20, sad 0.10");
    }
}

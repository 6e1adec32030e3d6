package io.emotion4j.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.ClassPrior;
import io.emotion4j.Emotion;
import io.emotion4j.EmotionScores;
import io.emotion4j.InferenceException;
import io.emotion4j.model.ExtraSpec;
import io.emotion4j.model.FaceSpec;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelDescriptorBuilder;
import io.emotion4j.model.ModelTask;
import io.emotion4j.model.PriorSpec;
import io.emotion4j.model.ScoresSpec;
import io.emotion4j.model.ScoresSpec.Kind;
import io.emotion4j.model.SliceSpec;
import io.emotion4j.spi.ClassifierOptions;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreDecoderTest {

    private final ScoreDecoder logits = of(model(new ScoresSpec("out", Kind.LOGITS)));
    private final ScoreDecoder probabilities = of(model(new ScoresSpec("out", Kind.PROBABILITIES)));

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
                .withMessageContaining("Model 'm' outputs 3 scores a face but its descriptor lists 2 labels")
                .withMessageContaining("check \"labels\"")
                .withMessageContaining("\"from\" and \"count\"");
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

    @Test
    void aTemperatureDividesLogitsAndFlattensProbabilities() {
        ScoresSpec warm = new ScoresSpec("out", Kind.LOGITS, SliceSpec.all(), List.of(), 2, 0);
        EmotionScores scores =
                decode(of(model(warm)), 1, 0, 2 * (float) Math.log(3)).get(0);
        assertThat(scores.get(Emotion.HAPPY)).isCloseTo(0.75f, within(1e-6f));
        ScoresSpec warmToo = new ScoresSpec("out", Kind.PROBABILITIES, SliceSpec.all(), List.of(), 2, 0);
        assertThat(decode(of(model(warmToo)), 1, 0.1f, 0.9f).get(0).get(Emotion.HAPPY))
                .isCloseTo(0.75f, within(1e-6f));
    }

    @Test
    void aPriorIsBayesRuleAtStrengthOneAndHalfOfItAtOneHalf() {
        ModelDescriptor model = withPrior(0);
        // Trained on 20 % sad: odds of 1 to 1 become 4 to 1 where both are equally frequent.
        assertThat(sad(model, ClassPrior.uniform(1))).isCloseTo(0.8f, within(1e-6f));
        assertThat(sad(model, ClassPrior.uniform(0.5f))).isCloseTo(2 / 3f, within(1e-6f));
        assertThat(sad(model, ClassPrior.none())).isCloseTo(0.5f, within(1e-6f));
        ClassPrior sadOnes = new ClassPrior(Map.of(Emotion.SAD, 3f, Emotion.HAPPY, 1f), 1);
        assertThat(sad(model, sadOnes)).isCloseTo(12 / 13f, within(1e-6f));
    }

    @Test
    void theModelsOwnStrengthHoldsUnlessTheCallerWantsAnother() {
        ModelDescriptor model = withPrior(1);
        assertThat(decode(of(model), 1, 0, 0).get(0).get(Emotion.SAD)).isCloseTo(0.8f, within(1e-6f));
        assertThat(sad(model, ClassPrior.none())).isCloseTo(0.5f, within(1e-6f));
    }

    @Test
    void aPriorWithoutThatOfTheTrainingDataOrWithoutALabelIsRefused() {
        ModelDescriptor without = model(new ScoresSpec("out", Kind.LOGITS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sad(without, ClassPrior.uniform(0.5f)))
                .withMessageContaining("Model 'm' cannot be corrected to a prior")
                .withMessageContaining("say so in \"prior\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sad(withPrior(0), new ClassPrior(Map.of(Emotion.SAD, 1f), 1)))
                .withMessageContaining("a share for each of its labels [sad, happy]");
    }

    @Test
    void aModelAbstainsBelowItsThresholdOrTheCallers() {
        ScoresSpec shy = new ScoresSpec("out", Kind.PROBABILITIES, SliceSpec.all(), List.of(), 1, 0.7f);
        assertThat(decode(of(model(shy)), 2, 0.6f, 0.4f, 0.2f, 0.8f))
                .extracting(EmotionScores::abstained)
                .containsExactly(true, false);
        ScoreDecoder bold = ScoreDecoder.of(
                model(shy), ClassifierOptions.builder().abstainBelow(0.5f).build());
        assertThat(decode(bold, 1, 0.6f, 0.4f).get(0).abstained()).isFalse();
    }

    @Test
    void scoresMayBeSomeNumbersOfARowAndTheOthersExtras() {
        ModelDescriptor model = builder(new ScoresSpec("out", Kind.LOGITS, new SliceSpec(1, 2), List.of(), 1, 0))
                .extras(Map.of(
                        "valence", new ExtraSpec("out", new SliceSpec(3, 1)),
                        "rest", new ExtraSpec("out", new SliceSpec(2, 0))))
                .build();
        List<EmotionScores> scores = decode(of(model), 2, 99, 0, 0, -0.5f, 99, 0, 30, 0.25f);
        assertThat(scores.get(0).get(Emotion.SAD)).isEqualTo(0.5f);
        assertThat(scores.get(1).top()).isEqualTo(Emotion.HAPPY);
        assertThat(scores.get(0).extras()).containsEntry("valence", List.of(-0.5f));
        assertThat(scores.get(1).extras())
                .containsEntry("valence", List.of(0.25f))
                .containsEntry("rest", List.of(30f, 0.25f));
    }

    @Test
    void aSliceBeyondTheRowIsNamed() {
        ModelDescriptor model = model(new ScoresSpec("out", Kind.LOGITS, new SliceSpec(2, 2), List.of(), 1, 0));
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> decode(of(model), 1, 1, 2, 3))
                .withMessageContaining("outputs 3 scores a face but its descriptor lists 2 labels from number 2");
        ModelDescriptor extra = builder(new ScoresSpec("out", Kind.LOGITS))
                .extras(Map.of("age", new ExtraSpec("out", new SliceSpec(2, 0))))
                .build();
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> decode(of(extra), 1, 1, 2))
                .withMessageContaining("expected at least 3 for extra 'age'");
    }

    @Test
    void skippedClassesAreLeftOutAndTheOthersShareTheRest() {
        ScoresSpec skipping = new ScoresSpec("out", Kind.PROBABILITIES, SliceSpec.all(), List.of(1), 1, 0);
        EmotionScores scores = decode(of(model(skipping)), 1, 0.1f, 0.6f, 0.3f).get(0);
        assertThat(scores.labels()).containsExactly(Emotion.SAD, Emotion.HAPPY);
        assertThat(scores.get(Emotion.HAPPY)).isCloseTo(0.75f, within(1e-6f));
        ScoresSpec logits = new ScoresSpec("out", Kind.LOGITS, SliceSpec.all(), List.of(0), 1, 0);
        assertThat(decode(of(model(logits)), 1, 50, 0, 0).get(0).get(Emotion.HAPPY))
                .isEqualTo(0.5f);
    }

    @Test
    void sigmoidScoresStandForThemselves() {
        EmotionScores scores = decode(of(model(new ScoresSpec("out", Kind.SIGMOID))), 1, 0.75f, 0.5f)
                .get(0);
        assertThat(scores.get(Emotion.SAD)).isEqualTo(0.75f);
        assertThat(scores.get(Emotion.HAPPY)).isEqualTo(0.5f);
        EmotionScores squashed = decode(
                        of(model(new ScoresSpec("out", Kind.SIGMOID_LOGITS))), 1, (float) Math.log(3), 0)
                .get(0);
        assertThat(squashed.get(Emotion.SAD)).isCloseTo(0.75f, within(1e-6f));
        assertThat(squashed.get(Emotion.HAPPY)).isEqualTo(0.5f);
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> decode(of(model(new ScoresSpec("out", Kind.SIGMOID))), 1, 3, 0))
                .withMessageContaining("check \"kind\"");
    }

    private static ModelDescriptor withPrior(float strength) {
        return builder(new ScoresSpec("out", Kind.LOGITS))
                .prior(new PriorSpec(Map.of(Emotion.SAD, 0.2f, Emotion.HAPPY, 0.8f), strength))
                .build();
    }

    private static float sad(ModelDescriptor model, ClassPrior prior) {
        ScoreDecoder decoder =
                ScoreDecoder.of(model, ClassifierOptions.builder().prior(prior).build());
        return decode(decoder, 1, 0, 0).get(0).score(Emotion.SAD);
    }

    private static ModelDescriptor model(ScoresSpec scores) {
        return builder(scores).build();
    }

    private static ModelDescriptorBuilder builder(ScoresSpec scores) {
        return ModelDescriptor.builder("m", ModelTask.EMOTION_CLASSIFICATION, "softmax-classifier")
                .input(InputSpec.builder("in").size(4, 4).build())
                .outputs(List.of("out"))
                .scores(scores)
                .labels(List.of(Emotion.SAD, Emotion.HAPPY))
                .face(new FaceSpec(0, null));
    }

    private static ScoreDecoder of(ModelDescriptor model) {
        return ScoreDecoder.of(model, ClassifierOptions.defaults());
    }

    private static List<EmotionScores> decode(ScoreDecoder decoder, int batch, float... numbers) {
        return decoder.decode(
                Map.of("out", Tensor.of(FloatBuffer.wrap(numbers), batch, numbers.length / batch)), batch);
    }
}

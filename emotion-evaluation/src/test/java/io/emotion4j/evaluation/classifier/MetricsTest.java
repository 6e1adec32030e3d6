package io.emotion4j.evaluation.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.Emotion;
import io.emotion4j.evaluation.data.ExpressionLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void precisionRecallAndF1AreOfEachExpression() {
        // Truly happy 3, of them one called sad; truly sad 1, called happy.
        List<ClassifierAnswer> answers = List.of(
                answer(Emotion.HAPPY, Emotion.HAPPY),
                answer(Emotion.HAPPY, Emotion.HAPPY),
                answer(Emotion.HAPPY, Emotion.SAD),
                answer(Emotion.SAD, Emotion.HAPPY));

        ConfusionMatrix matrix = ConfusionMatrix.of(answers);

        assertThat(matrix.accuracy()).isEqualTo(0.5);
        assertThat(matrix.balancedAccuracy()).isCloseTo((2.0 / 3 + 0) / 2, within(1e-12));
        assertThat(matrix.count(Emotion.HAPPY, Emotion.SAD)).isEqualTo(1);
        assertThat(matrix.perClass().get("happy"))
                .isEqualTo(new ConfusionMatrix.ClassMetrics(2.0 / 3, 2.0 / 3, 2.0 / 3, 3));
        assertThat(matrix.perClass().get("fear")).isEqualTo(new ConfusionMatrix.ClassMetrics(0, 0, 0, 0));
    }

    @Test
    void contemptIsShownOnlyWhereItOccurs() {
        assertThat(ConfusionMatrix.of(List.of(answer(Emotion.SAD, Emotion.SAD))).labels())
                .hasSize(7);
        assertThat(ConfusionMatrix.of(List.of(answer(Emotion.SAD, Emotion.CONTEMPT)))
                        .labels())
                .hasSize(8);
    }

    @Test
    void eceIsTheMeanGapBetweenConfidenceAndAccuracy() {
        List<ClassifierAnswer> answers = new ArrayList<>();
        answers.addAll(Collections.nCopies(8, sure(Emotion.HAPPY, Emotion.HAPPY, 0.9f)));
        answers.addAll(Collections.nCopies(2, sure(Emotion.SAD, Emotion.HAPPY, 0.9f)));

        Calibration calibration = Calibration.of(answers);

        assertThat(calibration.ece()).isCloseTo(0.1, within(1e-6));
        assertThat(calibration.bins()).hasSize(15);
        assertThat(calibration.bins().get(13).count()).isEqualTo(10);
        assertThat(calibration.bins().get(13).accuracy()).isEqualTo(0.8);
    }

    @Test
    void intervalHoldsTheFigureAndDependsOnTheSeedAlone() {
        List<ClassifierAnswer> answers = new ArrayList<>(Collections.nCopies(70, answer(Emotion.SAD, Emotion.SAD)));
        answers.addAll(Collections.nCopies(30, answer(Emotion.SAD, Emotion.FEAR)));

        Interval first = new Bootstrap(answers, 5).interval(ConfusionMatrix::accuracy);

        assertThat(first.low()).isBetween(0.57, 0.64);
        assertThat(first.high()).isBetween(0.76, 0.83);
        assertThat(new Bootstrap(answers, 5).interval(ConfusionMatrix::accuracy))
                .isEqualTo(first);
        assertThat(new Bootstrap(answers, 6).interval(ConfusionMatrix::accuracy))
                .isNotEqualTo(first);
    }

    @Test
    void temperatureUndoesOverconfidence() {
        Random random = new Random(1);
        List<ClassifierAnswer> answers = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            float[] honest = new float[8];
            float sum = 0;
            for (int c = 0; c < 7; c++) {
                honest[c] = (float) Math.exp(2 * random.nextGaussian());
                sum += honest[c];
            }
            for (int c = 0; c < 7; c++) {
                honest[c] /= sum;
            }
            answers.add(TemperatureFit.scale(new ClassifierAnswer(draw(honest, random), honest), 0.5));
        }

        TemperatureFit fit = TemperatureFit.of(answers);

        assertThat(fit.temperature()).isCloseTo(2, within(0.1));
        assertThat(fit.nllAfter()).isLessThan(fit.nllBefore());
        assertThat(fit.eceBefore()).isGreaterThan(0.1);
        assertThat(fit.eceAfter()).isLessThan(0.03);
    }

    @Test
    void temperatureIsOneForACalibratedClassifierThatIsRightInHalfTheCases() {
        List<ClassifierAnswer> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(half(Emotion.HAPPY));
            answers.add(half(Emotion.HAPPY));
            answers.add(half(Emotion.SAD));
            answers.add(half(Emotion.SAD));
        }

        assertThat(TemperatureFit.of(answers).nllBefore()).isCloseTo(Math.log(2), within(1e-6));
    }

    @Test
    void gapsLeaveSmallGroupsOut() {
        List<ClassifierAnswer> answers = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(answer(Emotion.SAD, i < 8 ? Emotion.SAD : Emotion.FEAR));
            groups.add("a");
            answers.add(answer(Emotion.SAD, i < 5 ? Emotion.SAD : Emotion.FEAR));
            groups.add("b");
        }
        answers.add(answer(Emotion.SAD, Emotion.FEAR));
        groups.add("c");

        GroupTable table = GroupTable.of(answers, groups, 10, 1);

        assertThat(table).isNotNull();
        assertThat(table.accuracyGap()).isCloseTo(0.3, within(1e-12));
        assertThat(table.groups().get("c").counts()).isFalse();
        assertThat(GroupTable.of(answers, Collections.nCopies(21, null), 10, 1)).isNull();
    }

    private static int draw(float[] probabilities, Random random) {
        double left = random.nextDouble();
        for (int c = 0; c < probabilities.length; c++) {
            left -= probabilities[c];
            if (left < 0) {
                return c;
            }
        }
        return 0;
    }

    private static ClassifierAnswer half(Emotion truth) {
        float[] probabilities = new float[8];
        probabilities[ExpressionLabels.EMOTIONS.indexOf(Emotion.HAPPY)] = 0.5f;
        probabilities[ExpressionLabels.EMOTIONS.indexOf(Emotion.SAD)] = 0.5f;
        return new ClassifierAnswer(ExpressionLabels.EMOTIONS.indexOf(truth), probabilities);
    }

    private static ClassifierAnswer answer(Emotion truth, Emotion called) {
        return sure(truth, called, 0.9f);
    }

    private static ClassifierAnswer sure(Emotion truth, Emotion called, float confidence) {
        float[] probabilities = new float[8];
        Arrays.fill(probabilities, (1 - confidence) / 7);
        probabilities[ExpressionLabels.EMOTIONS.indexOf(called)] = confidence;
        return new ClassifierAnswer(ExpressionLabels.EMOTIONS.indexOf(truth), probabilities);
    }
}

package io.emotion4j.training.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.NetworkRunner;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TeacherAnswersTest {

    private static final int SIDE = PlainFaces.SIDE;

    @Test
    void targetsMoveTowardsTheTeacherByItsShare() {
        TeacherAnswers teacher = new TeacherAnswers(
                new float[] {1, 0, 0, 0, 0, 0, 0, /* second face */ 0, 0.5f, 0.5f, 0, 0, 0, 0},
                new float[] {0, 0, 0, 0, 0, 0, 1, /* second face */ 0, 0, 0, 0, 0, 1, 0});
        float[] votes = {9, 0, 0, 0, 1, 0, 0, 0};
        float[] labels = {9, 1, 0, 0, 0, 0, 0, 0};

        teacher.mixVotes(1, 0.25, votes, 1);
        teacher.mixLabels(1, 0.6, labels, 1);

        assertThat(votes).containsExactly(9, 0, 0.125f, 0.125f, 0.75f, 0, 0, 0);
        assertThat(labels).containsExactly(new float[] {9, 0.4f, 0, 0, 0, 0, 0.6f, 0}, within(1e-6f));
    }

    @Test
    void targetWithoutALabelStaysWithoutOne() {
        TeacherAnswers teacher = new TeacherAnswers(new float[] {1, 0, 0, 0, 0, 0, 0}, new float[7]);
        float[] votes = new float[7];

        teacher.mixVotes(0, 0.5, votes, 0);

        assertThat(votes).containsOnly(0);
    }

    @Test
    void answersFillUpWhatPeopleLeaveOpen() {
        float[] answers = {0, 0, 0.5f, 0.5f, 0, 0, 0, 0, 0, 0.5f, 0.5f, 0, 0, 0, 0, 0, 0.5f, 0.5f, 0, 0, 0};
        float[] labelledHalfAndNot = {1, 0, 0, 0, 0, 0, 0, 0.5f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

        TeacherAnswers.complete(0.2, labelledHalfAndNot, answers);

        assertThat(labelledHalfAndNot)
                .containsExactly(
                        new float[] {
                            0.8f, 0, 0.1f, 0.1f, 0, 0, 0, 0.4f, 0, 0.3f, 0.3f, 0, 0, 0, 0, 0, 0.5f, 0.5f, 0, 0, 0
                        },
                        within(1e-6f));
    }

    @Test
    void answersAreTheMeanOverTheFaceAndItsMirrorPicture() throws IOException {
        Network teacher = ClassifierPreset.TINY.build(4, 0);
        LabelledFace face = face(1);

        TeacherAnswers answers = TeacherAnswers.of(List.of(teacher), List.of(face(2), face));

        double[] expected = new double[7];
        try (NetworkRunner runner = new NetworkRunner(teacher)) {
            for (boolean mirrored : new boolean[] {false, true}) {
                float[] logits = runner.run(PlainFaces.of(List.of(face), mirrored), 1, 1, SIDE, SIDE)
                        .get(0);
                double sum = 0;
                for (float logit : logits) {
                    sum += Math.exp(logit);
                }
                for (int c = 0; c < 7; c++) {
                    expected[c] += Math.exp(logits[c]) / sum / 2;
                }
            }
        }
        for (int c = 0; c < 7; c++) {
            assertThat(answers.votes()[7 + c]).isCloseTo((float) expected[c], within(1e-5f));
        }
        assertThat(sum(answers.labels(), 0)).isCloseTo(1, within(1e-5));
        assertThat(sum(answers.labels(), 7)).isCloseTo(1, within(1e-5));
    }

    @Test
    void mirroredFacesHaveTheirRowsTurnedRound() {
        byte[] pixels = new byte[SIDE * SIDE];
        pixels[2 * SIDE + 5] = (byte) 255;
        List<LabelledFace> faces = List.of(face(1), new LabelledFace(pixels, SIDE, SIDE, 0, null, "dot"));

        float[] plain = PlainFaces.of(faces, false);
        float[] mirrored = PlainFaces.of(faces, true);

        int second = SIDE * SIDE;
        assertThat(plain[second + 2 * SIDE + 5]).isEqualTo((1 - 0.5f) / 0.25f);
        assertThat(mirrored[second + 2 * SIDE + SIDE - 1 - 5]).isEqualTo((1 - 0.5f) / 0.25f);
        assertThat(plain[0]).isEqualTo(mirrored[SIDE - 1]);
        assertThat(Arrays.copyOfRange(mirrored, second, 2 * second)).containsOnlyOnce((1 - 0.5f) / 0.25f);
    }

    private static double sum(float[] values, int from) {
        double sum = 0;
        for (int i = from; i < from + 7; i++) {
            sum += values[i];
        }
        return sum;
    }

    private static LabelledFace face(long seed) {
        byte[] pixels = new byte[SIDE * SIDE];
        new Random(seed).nextBytes(pixels);
        return new LabelledFace(pixels, SIDE, SIDE, 0, null, "noise");
    }
}

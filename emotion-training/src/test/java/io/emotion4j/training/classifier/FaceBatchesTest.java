package io.emotion4j.training.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.training.classifier.ClassifierTrainingOptions.HeadShares;
import io.emotion4j.training.classifier.ClassifierTrainingOptions.Inputs;
import io.emotion4j.training.classifier.ClassifierTrainingOptions.Teaching;
import io.emotion4j.training.torch.Batch;
import io.emotion4j.training.torch.OptimizerKind;
import io.emotion4j.training.torch.TrainingOptions;
import io.emotion4j.training.torch.TrainingOptions.Computing;
import io.emotion4j.training.torch.TrainingOptions.Steps;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceBatchesTest {

    private static final float[] SAD = {0, 0, 0, 0, 1, 0, 0};
    private static final float[] TORN = {0.5f, 0, 0, 0, 0, 0, 0.5f};

    /** A happy face with a teacher who says sad, and one of which the teacher alone says something. */
    private static final List<FaceSource> SOURCES =
            List.of(new FaceSource(List.of(face(3)), 1, true), new FaceSource(List.of(face(-1)), 1, false));

    private static final TeacherAnswers TEACHER = new TeacherAnswers(both(SAD, TORN), both(SAD, SAD));

    @Test
    void ofUnlabelledFacesTheTeachersAnswersAreLearntWhole() {
        List<float[]> targets = targets(new FaceBatches(SOURCES, options(0), TEACHER));

        assertThat(targets.get(0)).containsExactly(TORN, within(0f));
        assertThat(targets.get(1)).containsExactly(SAD, within(0f));
    }

    @Test
    void ofLabelledFacesTheTeachersAnswersAreMixedIn() {
        List<float[]> targets = targets(new FaceBatches(SOURCES, options(0), TEACHER));

        assertThat(targets.get(2)).containsExactly(new float[] {0, 0, 0, 0.75f, 0.25f, 0, 0}, within(1e-6f));
        assertThat(targets.get(3)).containsExactly(new float[] {0, 0, 0, 0.5f, 0.5f, 0, 0}, within(1e-6f));
    }

    @Test
    void mixedFacesShareTheirTargetsToo() {
        List<float[]> plain = targets(new FaceBatches(SOURCES, options(0), TEACHER));
        List<float[]> mixed = targets(new FaceBatches(SOURCES, options(0.5), TEACHER));

        // happy + sad of the labelled one, torn of the other
        assertThat(mixed.get(0)[3] + mixed.get(2)[3]).isCloseTo(0.75f, within(1e-6f));
        assertThat(mixed.get(0)[3]).isBetween(0.001f, 0.375f);
        assertThat(plain.get(0)[3]).isZero();
    }

    @Test
    void askedTeachersAnswerWhatTheNetworkSees() {
        try (Teachers asked = teachers()) {
            Batch batch = FaceBatches.asking(asked, SOURCES, options(0)).batch(0, 0);
            TeacherAnswers answers = asked.answers(batch.parts().get(0).values(), 2, 48);
            float[] votes = batch.parts().get(1).values();

            int labelled = new FaceOrder(SOURCES, 1).of(0).get(0).face() == 0 ? 0 : 1;
            for (int c = 0; c < 7; c++) {
                int other = 7 * (1 - labelled) + c;
                assertThat(votes[other]).isCloseTo(answers.votes()[other], within(1e-6f));
                int own = 7 * labelled + c;
                assertThat(votes[own]).isCloseTo((c == 3 ? 0.75f : 0) + 0.25f * answers.votes()[own], within(1e-6f));
            }
        }
    }

    @Test
    void askedTeachersFillUpTheTargetsOfMixedFaces() {
        try (Teachers asked = teachers()) {
            Batch batch = FaceBatches.asking(asked, SOURCES, options(0.5)).batch(0, 0);

            for (int part : new int[] {1, 2}) {
                float[] targets = batch.parts().get(part).values();
                for (int row = 0; row < 2; row++) {
                    float sum = 0;
                    for (int c = 0; c < 7; c++) {
                        sum += targets[7 * row + c];
                    }
                    assertThat(sum).isCloseTo(1, within(1e-5f));
                }
            }
        }
    }

    @Test
    void classWeightsAreRefusedWhereTeachersAreAskedAboutInputs() {
        try (Teachers asked = teachers()) {
            assertThatThrownBy(() -> FaceBatches.asking(asked, SOURCES, options(0, ClassBalance.BALANCED)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Class weights");
        }
    }

    @Test
    void unlabelledFacesWithoutATeacherAreRefused() {
        assertThatThrownBy(() -> new FaceBatches(SOURCES, options(0), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name a teacher");
    }

    /** Votes and labels of the unlabelled face, then of the other. */
    private static List<float[]> targets(FaceBatches batches) {
        Batch batch = batches.batch(0, 0);
        List<FaceOrder.Entry> shown = new FaceOrder(SOURCES, 1).of(0);
        List<float[]> targets = new ArrayList<>();
        for (int face : new int[] {1, 0}) {
            int row = shown.get(0).face() == face ? 0 : 1;
            for (int part : new int[] {1, 2}) {
                float[] target = new float[7];
                System.arraycopy(batch.parts().get(part).values(), row * 7, target, 0, 7);
                targets.add(target);
            }
        }
        return targets;
    }

    private static Teachers teachers() {
        return new Teachers(List.of(ClassifierPreset.TINY.build(4, 0), ClassifierPreset.TINY.build(5, 0)), false);
    }

    private static ClassifierTrainingOptions options(double mixup) {
        return options(mixup, ClassBalance.NONE);
    }

    private static ClassifierTrainingOptions options(double mixup, ClassBalance balance) {
        TrainingOptions training = new TrainingOptions(
                1, 1, new Steps(OptimizerKind.SGD, 0.1, 1, 1e-4, 5, 10, 0), new Computing(1, 1, false));
        return new ClassifierTrainingOptions(
                training,
                new Inputs(2, 1, mixup, List.of()),
                balance,
                1,
                HeadShares.NONE,
                new Teaching(new HeadShares(0.5, 0.25), TeacherView.FACES));
    }

    private static float[] both(float[] one, float[] other) {
        float[] both = new float[14];
        System.arraycopy(one, 0, both, 0, 7);
        System.arraycopy(other, 0, both, 7, 7);
        return both;
    }

    private static LabelledFace face(int label) {
        return new LabelledFace(new byte[48 * 48], 48, 48, label, null, "face");
    }
}

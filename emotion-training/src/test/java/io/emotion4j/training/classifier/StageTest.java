package io.emotion4j.training.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emotion4j.training.classifier.ClassifierTrainingOptions.HeadShares;
import io.emotion4j.training.classifier.ClassifierTrainingOptions.Inputs;
import io.emotion4j.training.classifier.ClassifierTrainingOptions.Stage;
import io.emotion4j.training.torch.OptimizerKind;
import io.emotion4j.training.torch.TrainingOptions;
import io.emotion4j.training.torch.TrainingOptions.Computing;
import io.emotion4j.training.torch.TrainingOptions.Steps;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StageTest {

    @Test
    void textIsReadAsSideAndEpochs() {
        assertThat(Stage.of("32x24")).isEqualTo(new Stage(32, 24));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "32", "32x", "x24", "32x24x2", "32 x 24", "axb"})
    void otherTextIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> Stage.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("32x24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15x1", "49x1", "32x-1"})
    void sidesAndEpochsOutOfRangeAreRefused(String text) {
        assertThatThrownBy(() -> Stage.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text)
                .hasMessageContaining("16..48");
    }

    @Test
    void stagesFollowEachOtherAndTheRestIsFullSize() {
        ClassifierTrainingOptions options = options(List.of(new Stage(32, 2), new Stage(40, 1)));

        assertThat(List.of(0, 1, 2, 3, 4)).map(options::sideAt).containsExactly(32, 32, 40, 48, 48);
    }

    @Test
    void withoutStagesEveryEpochIsFullSize() {
        assertThat(options(List.of()).sideAt(0)).isEqualTo(48);
    }

    private static ClassifierTrainingOptions options(List<Stage> sides) {
        TrainingOptions training = new TrainingOptions(
                5, 1, new Steps(OptimizerKind.SGD, 0.1, 1, 1e-4, 5, 10, 0), new Computing(1, 1, false));
        return new ClassifierTrainingOptions(
                training,
                new Inputs(8, 1, 0, sides),
                ClassBalance.NONE,
                1,
                new HeadShares(0.1, 0),
                ClassifierTrainingOptions.Teaching.NONE);
    }
}

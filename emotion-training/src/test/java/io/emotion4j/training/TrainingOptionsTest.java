package io.emotion4j.training;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.emotion4j.training.classifier.ClassifierTrainingOptions.HeadShares;
import io.emotion4j.training.classifier.ClassifierTrainingOptions.Inputs;
import io.emotion4j.training.detector.DetectorTrainingOptions;
import io.emotion4j.training.detector.DetectorTrainingOptions.Crops;
import io.emotion4j.training.detector.DetectorTrainingOptions.LossWeights;
import io.emotion4j.training.torch.OptimizerKind;
import io.emotion4j.training.torch.TrainingOptions;
import io.emotion4j.training.torch.TrainingOptions.Computing;
import io.emotion4j.training.torch.TrainingOptions.Steps;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What would fail in the middle of a run, or train nothing, is refused before it. */
class TrainingOptionsTest {

    private static final Steps STEPS = new Steps(OptimizerKind.ADAMW, 1e-3, 0, 0, 1, 1, 0);
    private static final TrainingOptions TRAINING = new TrainingOptions(1, 1, STEPS, new Computing(1, 1, false));

    @Test
    void howTheWeightsMove() {
        refused(
                () -> new TrainingOptions(0, 1, STEPS, new Computing(1, 1, false)),
                "Epochs must be 1 or more, found 0");
        refused(() -> new Computing(1, 0, false), "found 1, 0 and 1");
        refused(() -> new Computing(1, 1, false, 0), "replicas must be 1 or more, found 1, 1 and 0");
        refused(() -> new Steps(OptimizerKind.ADAMW, 0, 0, 0, 1, 1, 0), "Learning rate");
        refused(() -> new Steps(OptimizerKind.ADAMW, Double.NaN, 0, 0, 1, 1, 0), "found NaN");
        refused(() -> new Steps(OptimizerKind.ADAMW, 1, -1, 0, 1, 1, 0), "found 1.0, 1.0, -1.0");
        refused(() -> new Steps(OptimizerKind.ADAMW, 1, 0, 0, 0, 1, 0), "gradient norm");
        refused(() -> new Steps(OptimizerKind.ADAMW, 1, 0, 0, 1, 0, 0), "average steps 1 or more");
    }

    @Test
    void whatAClassifierSees() {
        refused(() -> new Inputs(0, 1, 0, List.of()), "found 0 and 1.0");
        refused(() -> new Inputs(8, -1, 0, List.of()), "found 8 and -1.0");
        refused(() -> new Inputs(8, 1, 0.6, List.of()), "0 to 0.5, found 0.6");
        refused(() -> new HeadShares(1.1, 0), "found 1.1 and 0.0");
    }

    @Test
    void whatADetectorSees() {
        refused(() -> new Crops(100, 8, 0, 0, 0), "multiple of 32, found 100");
        refused(() -> new Crops(96, 8, 0, 1.5, 0), "found 0.0 and 1.5");
        refused(() -> new Crops(96, 8, 0, 0, -1), "Plain epochs must be 0 or more, found -1");
        refused(() -> new LossWeights(1, Double.NaN, 1), "found 1.0, NaN and 1.0");
        refused(
                () -> new DetectorTrainingOptions(TRAINING, 8, new Crops(96, 7, 0, 0, 0), new LossWeights(1, 1, 1)),
                "at least a batch of them, found 8 and 7");
    }

    private static void refused(ThrowingCallable made, String message) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessageContaining(message);
    }
}

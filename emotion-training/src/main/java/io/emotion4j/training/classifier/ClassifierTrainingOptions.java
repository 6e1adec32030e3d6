package io.emotion4j.training.classifier;

import io.emotion4j.training.torch.TrainingOptions;
import java.util.List;

/**
 * How a classifier is trained.
 *
 * @param augmentation strength, 0..1 and more
 * @param labelSmoothing share of a FER2013 label that is spread over all seven
 * @param voteSmoothing the same for the vote shares
 * @param labelWeight weight of the FER2013 head's loss beside the vote head's
 * @param sides sides of the inputs, in the order of the epochs; smaller inputs train faster; after the last stage 48 pixels
 * @param balance whether faces of rare expressions count more
 * @param teacherLabels share of the teacher's answer in the targets of the FER2013 head; 0 without a teacher
 * @param teacherVotes the same for the vote head
 * @since 0.1.0
 */
public record ClassifierTrainingOptions(
        TrainingOptions training,
        int batchSize,
        double augmentation,
        double labelSmoothing,
        double voteSmoothing,
        double labelWeight,
        List<Stage> sides,
        ClassBalance balance,
        double teacherLabels,
        double teacherVotes) {

    private static final int FULL_SIDE = 48;

    /** So many epochs with inputs of this side. */
    public record Stage(int side, int epochs) {

        /** Reads {@code 32x24}: 24 epochs at 32x32 pixels. */
        public static Stage of(String text) {
            String[] parts = text.split("x", -1);
            try {
                if (parts.length == 2) {
                    return new Stage(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw new IllegalArgumentException(
                    "Stage '" + text + "': expected SIDExEPOCHS, for example 32x24 for 24 epochs at 32x32 pixels");
        }

        public Stage {
            if (side < 16 || side > 48 || epochs < 0) {
                throw new IllegalArgumentException(
                        "Stage " + side + "x" + epochs + ": expected a side of 16..48 pixels and 0 or more epochs");
            }
        }
    }

    int sideAt(int epoch) {
        int first = 0;
        for (Stage stage : sides) {
            first += stage.epochs();
            if (epoch < first) {
                return stage.side();
            }
        }
        return FULL_SIDE;
    }
}

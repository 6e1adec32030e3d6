package io.emotion4j.training.classifier;

import io.emotion4j.training.torch.TrainingOptions;
import java.util.List;

/**
 * How a classifier is trained.
 *
 * @param training epochs, steps, machine
 * @param inputs what the network sees
 * @param balance whether faces of rare expressions count more
 * @param labelWeight weight of the FER2013 head's loss beside the vote head's, 0 or more
 * @param smoothing shares of the targets that are spread over all seven expressions
 * @param teacher how teachers are learnt from; none without a teacher
 * @since 0.1.0
 */
public record ClassifierTrainingOptions(
        TrainingOptions training,
        Inputs inputs,
        ClassBalance balance,
        double labelWeight,
        HeadShares smoothing,
        Teaching teacher) {

    /** Checks the weight. */
    public ClassifierTrainingOptions {
        if (!(labelWeight >= 0)) {
            throw new IllegalArgumentException(
                    "The weight of the labels' loss must be 0 or more, found " + labelWeight);
        }
    }

    /**
     * What is made of teachers.
     *
     * @param shares of their answers in the targets
     * @param view what they are asked about
     */
    public record Teaching(HeadShares shares, TeacherView view) {

        /** Nothing. */
        public static final Teaching NONE = new Teaching(HeadShares.NONE, TeacherView.FACES);
    }

    /**
     * A share for each head.
     *
     * @param labels of the FER2013 head's targets, 0 to 1
     * @param votes of the vote head's targets, 0 to 1
     */
    public record HeadShares(double labels, double votes) {

        /** Of neither. */
        public static final HeadShares NONE = new HeadShares(0, 0);

        /** Checks the shares. */
        public HeadShares {
            if (!(labels >= 0 && labels <= 1 && votes >= 0 && votes <= 1)) {
                throw new IllegalArgumentException(
                        "Shares of the targets lie within 0 to 1, found " + labels + " and " + votes);
            }
        }
    }

    /**
     * What the network sees.
     *
     * @param batchSize faces a step, 1 or more
     * @param augmentation strength, 0 or more; 0 = mirroring only
     * @param mixup largest share of another face that is laid over a face and its targets, 0 to 0.5
     * @param sides sides of the inputs, in the order of the epochs; smaller inputs train faster; after the last stage 48 pixels
     */
    public record Inputs(int batchSize, double augmentation, double mixup, List<Stage> sides) {

        /** Checks the numbers and copies the list. */
        public Inputs {
            if (batchSize < 1 || !(augmentation >= 0)) {
                throw new IllegalArgumentException(
                        "A batch has 1 or more faces and the augmentation is 0 or more, found " + batchSize + " and "
                                + augmentation);
            }
            if (!(mixup >= 0 && mixup <= 0.5)) {
                throw new IllegalArgumentException(
                        "The largest share of another face (mixup) lies within 0 to 0.5, found " + mixup);
            }
            sides = List.copyOf(sides);
        }
    }

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
        for (Stage stage : inputs.sides()) {
            first += stage.epochs();
            if (epoch < first) {
                return stage.side();
            }
        }
        return FULL_SIDE;
    }
}

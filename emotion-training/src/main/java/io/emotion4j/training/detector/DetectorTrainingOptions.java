package io.emotion4j.training.detector;

import io.emotion4j.training.torch.TrainingOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * How a detector is trained.
 *
 * @param training epochs, steps, machine
 * @param batchSize crops a step, 1 or more
 * @param crops what the network sees
 * @param weights of the parts of the loss
 * @since 0.1.0
 */
public record DetectorTrainingOptions(TrainingOptions training, int batchSize, Crops crops, LossWeights weights) {

    /** Checks that an epoch has a batch. */
    public DetectorTrainingOptions {
        if (batchSize < 1 || crops.perEpoch() < batchSize) {
            throw new IllegalArgumentException(
                    "A batch has 1 or more crops and an epoch at least a batch of them, found " + batchSize + " and "
                            + crops.perEpoch());
        }
    }

    /**
     * What the network sees: squares out of pictures.
     *
     * @param side in pixels; a multiple of 32
     * @param perEpoch crops drawn an epoch
     * @param landmarkShare share of the crops that shows the pictures with landmarks, 0 to 1; of the others four fifths show faces
     * @param largeShare share of the batches that show a quarter as many crops of twice the side, 0 to 1
     * @param plainEpochs the last epochs show crops as the pictures are: no mosaics (as Ge et al. 2021, YOLOX, end a training), no covered
     *     faces, no other colours; 0 or more
     */
    public record Crops(int side, int perEpoch, double landmarkShare, double largeShare, int plainEpochs) {

        /** Checks the numbers. */
        public Crops {
            if (side < 32 || side % 32 != 0) {
                throw new IllegalArgumentException("The side of the crops must be a multiple of 32, found " + side);
            }
            if (plainEpochs < 0) {
                throw new IllegalArgumentException("Plain epochs must be 0 or more, found " + plainEpochs);
            }
            if (!(landmarkShare >= 0 && landmarkShare <= 1 && largeShare >= 0 && largeShare <= 1)) {
                throw new IllegalArgumentException("Shares of landmarks and of large crops lie within 0 to 1, found "
                        + landmarkShare + " and " + largeShare);
            }
        }
    }

    /**
     * A trained detector that is asked about every crop.
     *
     * @param file ONNX, with the outputs of YuNet or of SCRFD
     * @param hints names of values inside it ([N,C,H,W]) that the network learns to guess from its own, which teaches more than the answers
     *     alone: none; three, of strides 8, 16 and 32, for the values that the heads read; or three for the pyramid's values before those
     */
    public record Reference(Path file, List<String> hints) {

        /** Checks how many hints there are. */
        public Reference {
            hints = List.copyOf(hints);
            if (hints.size() % 3 != 0 || hints.size() > 6) {
                throw new IllegalArgumentException(
                        "Hints are three values of the reference detector, of strides 8, 16 and 32, or twice three, found "
                                + hints);
            }
        }
    }

    /**
     * Weights of the parts of the loss, beside the score's, which is 1.
     *
     * @param box of the boxes, 0 or more
     * @param landmarks of the landmarks, 0 or more
     * @param hints of the {@link Reference#hints}, 0 or more
     */
    public record LossWeights(double box, double landmarks, double hints) {

        /** Checks the weights. */
        public LossWeights {
            if (!(box >= 0 && landmarks >= 0 && hints >= 0)) {
                throw new IllegalArgumentException("Weights of boxes, landmarks and hints must be 0 or more, found "
                        + box + ", " + landmarks + " and " + hints);
            }
        }
    }
}

package io.emotion4j.training.detector;

import io.emotion4j.training.torch.TrainingOptions;

/**
 * How a detector is trained.
 *
 * @param side of the square crops, in pixels; a multiple of 32
 * @param largeShare share of the batches that show a quarter as many crops of twice the side
 * @param cropsPerEpoch crops drawn an epoch
 * @param boxWeight weight of the box loss beside the score's
 * @param landmarkWeight weight of the landmark loss
 * @param landmarkShare share of the crops that shows the pictures with landmarks; of the others four fifths show faces
 * @since 0.1.0
 */
public record DetectorTrainingOptions(
        TrainingOptions training,
        int batchSize,
        int side,
        int cropsPerEpoch,
        double boxWeight,
        double landmarkWeight,
        double landmarkShare,
        double largeShare) {}

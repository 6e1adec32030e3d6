package io.emotion4j.training.classifier;

import io.emotion4j.training.torch.TrainingOptions;

/**
 * How a classifier is trained.
 *
 * @param augmentation strength, 0..1 and more
 * @param labelSmoothing share of a FER2013 label that is spread over all seven
 * @param voteSmoothing the same for the vote shares
 * @param labelWeight weight of the FER2013 head's loss beside the vote head's
 * @param smallSide side in pixels of the inputs of the first {@code smallEpochs} epochs; smaller inputs train faster
 */
public record ClassifierOptions(
        TrainingOptions training,
        int batchSize,
        double augmentation,
        double labelSmoothing,
        double voteSmoothing,
        double labelWeight,
        int smallSide,
        int smallEpochs) {

    int sideAt(int epoch) {
        return epoch < smallEpochs ? smallSide : 48;
    }
}

package io.emotion4j.training.classifier;

import io.emotion4j.evaluation.data.ExpressionLabels;
import io.emotion4j.evaluation.data.LabelledFace;
import java.util.Arrays;
import java.util.List;

/** How much a face of each expression counts in the loss. */
final class ClassWeights {

    private static final int CLASSES = ExpressionLabels.NAMES.size();

    private final float[] weights;

    private ClassWeights(float[] weights) {
        this.weights = weights;
    }

    /** What a head learns about a face: seven shares, all 0 where it learns nothing. */
    interface Truth {
        float[] of(LabelledFace face);
    }

    /** Weights of which the mean over all faces is 1 where every expression is there. */
    static ClassWeights of(ClassBalance balance, List<FaceSource> sources, Truth truth) {
        float[] weights = new float[CLASSES];
        Arrays.fill(weights, 1);
        if (balance == ClassBalance.BALANCED) {
            double[] counts = new double[CLASSES];
            for (FaceSource source : sources) {
                for (LabelledFace face : source.faces()) {
                    float[] shares = truth.of(face);
                    for (int c = 0; c < CLASSES; c++) {
                        counts[c] += source.weight() * shares[c];
                    }
                }
            }
            double total = Arrays.stream(counts).sum();
            for (int c = 0; c < CLASSES; c++) {
                weights[c] = counts[c] > 0 ? (float) (total / (CLASSES * counts[c])) : 1;
            }
        }
        return new ClassWeights(weights);
    }

    /** {@return how much a face with these shares counts} */
    float of(float[] shares) {
        float weight = 0;
        float sum = 0;
        for (int c = 0; c < CLASSES; c++) {
            weight += weights[c] * shares[c];
            sum += shares[c];
        }
        return sum > 0 ? weight / sum : 1;
    }
}

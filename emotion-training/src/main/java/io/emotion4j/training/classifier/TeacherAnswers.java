package io.emotion4j.training.classifier;

import io.emotion4j.evaluation.data.ExpressionLabels;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.NetworkRunner;
import java.io.IOException;
import java.util.List;

/**
 * What trained networks say about faces, as probabilities of both heads. Mixed into the targets it takes noise out of the labels
 * (born-again networks, Furlanello et al. 2018).
 */
record TeacherAnswers(float[] votes, float[] labels) {

    private static final int CLASSES = ExpressionLabels.NAMES.size();
    private static final int BATCH = 128;

    /** {@return what they say about every training face: the mean over the networks, the face and its mirror picture} */
    static TeacherAnswers of(List<Network> teachers, List<LabelledFace> faces) throws IOException {
        Mean mean = new Mean(faces.size());
        for (Network teacher : teachers) {
            try (NetworkRunner runner = new NetworkRunner(teacher)) {
                for (int start = 0; start < faces.size(); start += BATCH) {
                    List<LabelledFace> batch = faces.subList(start, Math.min(start + BATCH, faces.size()));
                    for (boolean mirrored : new boolean[] {false, true}) {
                        List<float[]> outputs = runner.run(
                                PlainFaces.of(batch, mirrored), batch.size(), 1, PlainFaces.SIDE, PlainFaces.SIDE);
                        mean.add(outputs, start, 0.5 / teachers.size());
                    }
                }
            }
        }
        return mean.answers();
    }

    void mixVotes(int face, double share, float[] target, int offset) {
        mix(votes, face, share, target, offset);
    }

    void mixLabels(int face, double share, float[] target, int offset) {
        mix(labels, face, share, target, offset);
    }

    /**
     * Gives every row of targets its share of the answers, and all of what it lacks to 1: the answers fill what people said nothing about.
     *
     * @param share of the answers where a target is whole, 0 to 1
     * @param target rows of seven shares, 1 together at most
     * @param answers as many rows, 1 together
     */
    static void complete(double share, float[] target, float[] answers) {
        for (int row = 0; row < target.length; row += CLASSES) {
            float sum = 0;
            for (int c = row; c < row + CLASSES; c++) {
                sum += target[c];
            }
            for (int c = row; c < row + CLASSES; c++) {
                target[c] = (float) ((1 - share) * target[c] + (1 - (1 - share) * sum) * answers[c]);
            }
        }
    }

    /** Takes its answers for both heads' targets. */
    void answer(int face, float[] votesTarget, float[] labelsTarget, int offset) {
        System.arraycopy(votes, face * CLASSES, votesTarget, offset, CLASSES);
        System.arraycopy(labels, face * CLASSES, labelsTarget, offset, CLASSES);
    }

    /** Leaves targets without a label (all 0) alone. */
    private static void mix(float[] answers, int face, double share, float[] target, int offset) {
        float sum = 0;
        for (int c = 0; c < CLASSES; c++) {
            sum += target[offset + c];
        }
        for (int c = 0; c < CLASSES; c++) {
            target[offset + c] = (float) ((1 - share) * target[offset + c] + share * sum * answers[face * CLASSES + c]);
        }
    }

    /** A weighted mean of networks' answers. */
    static final class Mean {

        private final float[] votes;
        private final float[] labels;

        Mean(int faces) {
            votes = new float[faces * CLASSES];
            labels = new float[faces * CLASSES];
        }

        /** Adds logits of both heads, those of {@code face} first. */
        void add(List<float[]> logits, int face, double share) {
            TeacherAnswers.add(logits.get(0), share, votes, face * CLASSES);
            TeacherAnswers.add(logits.get(1), share, labels, face * CLASSES);
        }

        TeacherAnswers answers() {
            return new TeacherAnswers(votes, labels);
        }
    }

    /** Adds a share of each row's softmax. */
    private static void add(float[] logits, double share, float[] out, int offset) {
        for (int row = 0; row < logits.length; row += CLASSES) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < CLASSES; c++) {
                largest = Math.max(largest, logits[row + c]);
            }
            double sum = 0;
            for (int c = 0; c < CLASSES; c++) {
                sum += Math.exp(logits[row + c] - largest);
            }
            for (int c = 0; c < CLASSES; c++) {
                out[offset + row + c] += (float) (share * Math.exp(logits[row + c] - largest) / sum);
            }
        }
    }
}

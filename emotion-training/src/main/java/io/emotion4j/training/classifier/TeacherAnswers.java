package io.emotion4j.training.classifier;

import io.emotion4j.evaluation.data.ExpressionLabels;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.NetworkRunner;
import java.io.IOException;
import java.util.List;

/**
 * What trained networks say about every training face, as probabilities of both heads; the mean over the networks, the face
 * and its mirror picture. Mixed into the targets it takes noise out of the labels (born-again networks, Furlanello et al. 2018).
 */
record TeacherAnswers(float[] votes, float[] labels) {

    private static final int CLASSES = ExpressionLabels.NAMES.size();
    private static final int BATCH = 128;

    static TeacherAnswers of(List<Network> teachers, List<LabelledFace> faces) throws IOException {
        float[] votes = new float[faces.size() * CLASSES];
        float[] labels = new float[faces.size() * CLASSES];
        for (Network teacher : teachers) {
            try (NetworkRunner runner = new NetworkRunner(teacher)) {
                for (int start = 0; start < faces.size(); start += BATCH) {
                    List<LabelledFace> batch = faces.subList(start, Math.min(start + BATCH, faces.size()));
                    for (boolean mirrored : new boolean[] {false, true}) {
                        List<float[]> outputs = runner.run(
                                PlainFaces.of(batch, mirrored), batch.size(), 1, PlainFaces.SIDE, PlainFaces.SIDE);
                        add(outputs.get(0), 0.5 / teachers.size(), votes, start * CLASSES);
                        add(outputs.get(1), 0.5 / teachers.size(), labels, start * CLASSES);
                    }
                }
            }
        }
        return new TeacherAnswers(votes, labels);
    }

    void mixVotes(int face, double share, float[] target, int offset) {
        mix(votes, face, share, target, offset);
    }

    void mixLabels(int face, double share, float[] target, int offset) {
        mix(labels, face, share, target, offset);
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

package io.emotion4j.training.classifier;

import io.emotion4j.evaluation.data.ExpressionLabels;
import io.emotion4j.evaluation.data.LabelledFace;

/** What each head learns about a face. Where data has no votes, its labels stand for them: else that head would learn nothing. */
final class FaceTargets {

    private FaceTargets() {}

    /** {@return seven shares, all 0 where people agree too little or it has no label} */
    static float[] votes(LabelledFace face) {
        return face.votes() == null ? label(face) : face.voteShares();
    }

    /** {@return 1 for the label, or all 0 where there is none} */
    static float[] label(LabelledFace face) {
        float[] one = new float[ExpressionLabels.NAMES.size()];
        if (face.label() >= 0) {
            one[face.label()] = 1;
        }
        return one;
    }

    /** {@return the one right answer of the vote head, or -1} */
    static int majority(LabelledFace face) {
        return face.votes() == null ? face.label() : face.voteMajority();
    }
}

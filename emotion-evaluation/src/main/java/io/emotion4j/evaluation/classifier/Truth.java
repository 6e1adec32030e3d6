package io.emotion4j.evaluation.classifier;

import io.emotion4j.evaluation.data.LabelledFace;

/**
 * What answers are compared with.
 *
 * @since 0.1.0
 */
public enum Truth {
    /** The data set's own label. */
    LABELS {
        @Override
        int of(LabelledFace face) {
            return face.label();
        }
    },
    /** The expression with strictly the most of FER+'s ten votes. */
    VOTES {
        @Override
        int of(LabelledFace face) {
            return face.voteMajority();
        }
    };

    /** {@return index of the true expression, or -1 where there is none among the seven} */
    abstract int of(LabelledFace face);
}

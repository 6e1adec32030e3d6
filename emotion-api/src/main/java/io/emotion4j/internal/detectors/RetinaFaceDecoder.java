package io.emotion4j.internal.detectors;

import java.util.List;

/** The priors of <a href="https://arxiv.org/abs/1905.00641">RetinaFace</a> in the form of its PyTorch versions, with the scores after softmax. */
public final class RetinaFaceDecoder extends PriorDecoder {

    private static final String NAME = "retinaface";

    /** For {@link java.util.ServiceLoader}. */
    public RetinaFaceDecoder() {
        this(new PriorForm(
                List.of(8, 16, 32),
                List.of(List.of(16.0, 32.0), List.of(64.0, 128.0), List.of(256.0, 512.0)),
                0.1f,
                0.2f,
                false,
                Scores.PROBABILITIES));
    }

    private RetinaFaceDecoder(PriorForm form) {
        super(NAME, form);
    }

    @Override
    PriorDecoder of(PriorForm form) {
        return new RetinaFaceDecoder(form);
    }
}

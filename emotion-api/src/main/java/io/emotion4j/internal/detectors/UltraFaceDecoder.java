package io.emotion4j.internal.detectors;

import java.util.List;

/** The priors of <a href="https://github.com/Linzaer/Ultra-Light-Fast-Generic-Face-Detector-1MB">Ultra-Light-Fast-Generic-Face-Detector-1MB</a>, whose usual
 * exports have boxes that are done: corners as parts of the input's sides. */
public final class UltraFaceDecoder extends PriorDecoder {

    private static final String NAME = "ultraface";

    /** For {@link java.util.ServiceLoader}. */
    public UltraFaceDecoder() {
        this(new PriorForm(
                List.of(8, 16, 32, 64),
                List.of(
                        List.of(10.0, 16.0, 24.0),
                        List.of(32.0, 48.0),
                        List.of(64.0, 96.0),
                        List.of(128.0, 192.0, 256.0)),
                0.1f,
                0.2f,
                true,
                Scores.PROBABILITIES));
    }

    private UltraFaceDecoder(PriorForm form) {
        super(NAME, form);
    }

    @Override
    PriorDecoder of(PriorForm form) {
        return new UltraFaceDecoder(form);
    }
}

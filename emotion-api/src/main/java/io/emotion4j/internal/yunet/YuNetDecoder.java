package io.emotion4j.internal.yunet;

import io.emotion4j.decoder.Candidates;
import io.emotion4j.decoder.FaceDecoder;
import io.emotion4j.decoder.Outputs;

/**
 * Makes faces of the outputs of <a href="https://doi.org/10.1007/s11633-023-1423-y">YuNet</a>: {@code cls_S}, {@code
 * obj_S} float32 [1,A,1] in 0..1, {@code bbox_S} [1,A,4] and {@code kps_S} [1,A,10] for the strides S = 8, 16 and 32, a
 * cell for each S x S pixels of the input, row by row. Immutable and thread-safe.
 */
public final class YuNetDecoder implements FaceDecoder {

    private static final int[] STRIDES = {8, 16, 32};

    /** For {@link java.util.ServiceLoader}. */
    public YuNetDecoder() {}

    @Override
    public String architecture() {
        return "yunet";
    }

    @Override
    public void decode(Outputs outputs, Candidates candidates) {
        for (int stride : STRIDES) {
            new YuNetLevel(outputs, stride).decode(candidates);
        }
    }
}

package io.emotion4j.internal.detectors;

import io.emotion4j.InferenceException;
import io.emotion4j.decoder.Candidates;
import io.emotion4j.decoder.FaceDecoder;
import io.emotion4j.decoder.Outputs;
import io.emotion4j.model.DecoderSpec;
import java.util.List;

/**
 * Makes faces of the outputs of <a href="https://arxiv.org/abs/2105.04714">SCRFD</a>: first the scores of every stride, float32
 * [N,A,1] in 0..1, then of every stride the distances of the box's sides from an anchor point, [N,A,4] left, top, right, bottom in
 * strides, then, unless there are none, those of five points, [N,A,10]. A cell for each S x S pixels of the input, row by row; its
 * anchors, of which all lie at the same point, one after the other. Immutable and thread-safe.
 */
public final class ScrfdDecoder implements FaceDecoder {

    private final List<Integer> strides;
    private final int anchors;
    private final float offset;

    /** For {@link java.util.ServiceLoader}. */
    public ScrfdDecoder() {
        this(List.of(8, 16, 32), 2, 0);
    }

    private ScrfdDecoder(List<Integer> strides, int anchors, float offset) {
        this.strides = strides;
        this.anchors = anchors;
        this.offset = offset;
    }

    @Override
    public String architecture() {
        return "scrfd";
    }

    @Override
    public FaceDecoder with(DecoderSpec settings) {
        settings.allow(List.of("strides", "anchors", "offset"));
        return new ScrfdDecoder(
                settings.wholes("strides", strides, 1, 1024), settings.whole("anchors", anchors, 1, 64), (float)
                        settings.number("offset", offset));
    }

    @Override
    public void decode(Outputs outputs, Candidates candidates) {
        List<String> names = outputs.names();
        int levels = strides.size();
        if (names.size() != 2 * levels && names.size() != 3 * levels) {
            throw new InferenceException(
                    "The detector has the outputs " + names + "; expected scores, boxes and, if there"
                            + " are any, points of the strides " + strides
                            + "; check \"outputs\", and \"strides\" in \"decoder\"");
        }
        boolean points = names.size() == 3 * levels;
        for (int level = 0; level < levels; level++) {
            new ScrfdLevel(
                            outputs,
                            strides.get(level),
                            anchors,
                            offset,
                            names.get(level),
                            names.get(levels + level),
                            points ? names.get(2 * levels + level) : null)
                    .decode(candidates);
        }
    }
}

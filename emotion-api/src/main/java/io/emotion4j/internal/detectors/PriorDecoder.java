package io.emotion4j.internal.detectors;

import io.emotion4j.decoder.Candidates;
import io.emotion4j.decoder.FaceDecoder;
import io.emotion4j.decoder.Outputs;
import io.emotion4j.model.DecoderSpec;

/**
 * Makes faces of the outputs of single-shot detectors with prior boxes: rows of two scores, no face and face, of four numbers of the
 * box, and, unless there are none, of ten of five points; as many rows as priors. A prior is a square about the middle of a cell; a
 * stride may have several sizes, the cells lie row by row, a cell's priors one after the other. The centre is off the prior's by
 * {@code box[0:2] * variance * side}, the sides are {@code exp(box[2:4] * variance) * side}, a point is off the prior's centre as the
 * box's centre is. Immutable and thread-safe.
 */
abstract class PriorDecoder implements FaceDecoder {

    private static final int BOX = 4;
    private static final int POINTS = 10;

    private final String architecture;
    private final PriorForm form;

    PriorDecoder(String architecture, PriorForm form) {
        this.architecture = architecture;
        this.form = form;
    }

    abstract PriorDecoder of(PriorForm form);

    @Override
    public final String architecture() {
        return architecture;
    }

    @Override
    public final FaceDecoder with(DecoderSpec settings) {
        return of(form.with(settings));
    }

    @Override
    public final void decode(Outputs outputs, Candidates candidates) {
        int count = form.count(outputs.width(), outputs.height());
        float[] scores = Rows.of(outputs, 2, count);
        float[] boxes = Rows.of(outputs, BOX, count);
        float[] points = Rows.there(outputs, POINTS) ? Rows.of(outputs, POINTS, count) : new float[0];
        float threshold = candidates.minConfidence();
        form.forEach(outputs.width(), outputs.height(), (row, x, y, side) -> {
            float score = form.scores().ofTwo(scores[2 * row], scores[2 * row + 1]);
            if (score < threshold) {
                return;
            }
            float[] box = form.corners() ? corners(outputs, boxes, row) : box(boxes, row, x, y, side);
            float reach = form.centreVariance() * side;
            candidates.add(
                    box[0],
                    box[1],
                    box[2],
                    box[3],
                    score,
                    points.length == 0
                            ? null
                            : () -> FivePoints.of(
                                    i -> x + points[row * POINTS + 2 * i] * reach,
                                    i -> y + points[row * POINTS + 2 * i + 1] * reach));
        });
    }

    private float[] box(float[] boxes, int row, float x, float y, float side) {
        int at = row * BOX;
        float centreX = x + boxes[at] * form.centreVariance() * side;
        float centreY = y + boxes[at + 1] * form.centreVariance() * side;
        float width = Sides.exp(boxes[at + 2] * form.sizeVariance()) * side;
        float height = Sides.exp(boxes[at + 3] * form.sizeVariance()) * side;
        return new float[] {centreX - width / 2, centreY - height / 2, width, height};
    }

    /** The network has done the arithmetic: left, top, right and bottom as parts of the input's sides. */
    private static float[] corners(Outputs outputs, float[] boxes, int row) {
        int at = row * BOX;
        float left = boxes[at] * outputs.width();
        float top = boxes[at + 1] * outputs.height();
        float right = boxes[at + 2] * outputs.width();
        float bottom = boxes[at + 3] * outputs.height();
        return new float[] {left, top, right - left, bottom - top};
    }
}

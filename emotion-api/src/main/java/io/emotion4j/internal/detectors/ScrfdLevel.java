package io.emotion4j.internal.detectors;

import io.emotion4j.Landmarks;
import io.emotion4j.decoder.Candidates;
import io.emotion4j.decoder.Outputs;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/** The outputs of one stride of a {@link ScrfdDecoder}. */
final class ScrfdLevel {

    private static final int BOX = 4;
    private static final int POINTS = 10;

    private final int stride;
    private final int anchors;
    private final float offset;
    private final int columns;
    private final int count;
    private final FloatBuffer scores;
    private final FloatBuffer boxes;
    private final @Nullable FloatBuffer points;

    ScrfdLevel(
            Outputs outputs,
            int stride,
            int anchors,
            float offset,
            String scores,
            String boxes,
            @Nullable String points) {
        this.stride = stride;
        this.anchors = anchors;
        this.offset = offset;
        this.columns = Sides.cells(outputs.width(), stride);
        this.count = columns * Sides.cells(outputs.height(), stride) * anchors;
        this.scores = outputs.numbers(scores, count);
        this.boxes = outputs.numbers(boxes, count * BOX);
        this.points = points == null ? null : outputs.numbers(points, count * POINTS);
    }

    void decode(Candidates candidates) {
        float threshold = candidates.minConfidence();
        for (int anchor = 0; anchor < count; anchor++) {
            float score = scores.get(anchor);
            if (!(score < threshold)) {
                add(anchor, score, candidates);
            }
        }
    }

    private void add(int anchor, float score, Candidates candidates) {
        int cell = anchor / anchors;
        int column = cell % columns;
        int line = cell / columns;
        float x = (column + offset) * stride;
        float y = (line + offset) * stride;
        int at = anchor * BOX;
        float left = x - boxes.get(at) * stride;
        float top = y - boxes.get(at + 1) * stride;
        float right = x + boxes.get(at + 2) * stride;
        float bottom = y + boxes.get(at + 3) * stride;
        FloatBuffer found = points;
        candidates.add(
                left,
                top,
                right - left,
                bottom - top,
                score,
                found == null ? null : () -> landmarks(found, anchor, x, y));
    }

    private Landmarks landmarks(FloatBuffer found, int anchor, float x, float y) {
        return FivePoints.of(
                i -> x + found.get(anchor * POINTS + 2 * i) * stride,
                i -> y + found.get(anchor * POINTS + 2 * i + 1) * stride);
    }
}

package io.emotion4j.internal.yunet;

import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.decoder.Candidates;
import io.emotion4j.decoder.Outputs;
import java.nio.FloatBuffer;

/** The outputs of one stride. */
final class YuNetLevel {

    private static final int BOX = 4;
    private static final int KEYPOINTS = 10;

    /** Sides are given as logarithms. This one is larger than any picture, and its exponential is finite. */
    private static final float MOST_LOG_SIDE = 20;

    private final int stride;
    private final int columns;
    private final int cells;
    private final FloatBuffer classes;
    private final FloatBuffer objects;
    private final FloatBuffer boxes;
    private final FloatBuffer keypoints;

    YuNetLevel(Outputs outputs, int stride) {
        this.stride = stride;
        columns = outputs.width() / stride;
        cells = columns * (outputs.height() / stride);
        classes = outputs.numbers("cls_" + stride, cells);
        objects = outputs.numbers("obj_" + stride, cells);
        boxes = outputs.numbers("bbox_" + stride, cells * BOX);
        keypoints = outputs.numbers("kps_" + stride, cells * KEYPOINTS);
    }

    void decode(Candidates candidates) {
        // Most cells end here: one product, no root, and a comparison that NaN does not pass.
        float threshold = candidates.minConfidence();
        float square = threshold * threshold;
        for (int cell = 0; cell < cells; cell++) {
            float product = classes.get(cell) * objects.get(cell);
            if (!(product < square && product >= 0)) {
                float score = score(cell);
                if (!(score < threshold)) {
                    add(cell, score, candidates);
                }
            }
        }
    }

    private float score(int cell) {
        // Probabilities, but for the engine's rounding.
        float cls = Math.min(Math.max(classes.get(cell), 0), 1);
        float obj = Math.min(Math.max(objects.get(cell), 0), 1);
        return (float) Math.sqrt(cls * obj);
    }

    private void add(int cell, float score, Candidates candidates) {
        int at = cell * BOX;
        float centreX = (column(cell) + boxes.get(at)) * stride;
        float centreY = (row(cell) + boxes.get(at + 1)) * stride;
        float width = side(boxes.get(at + 2));
        float height = side(boxes.get(at + 3));
        candidates.add(centreX - width / 2, centreY - height / 2, width, height, score, () -> landmarks(cell));
    }

    private float side(float log) {
        return (float) Math.exp(Math.min(log, MOST_LOG_SIDE)) * stride;
    }

    private Landmarks landmarks(int cell) {
        return new Landmarks(point(cell, 0), point(cell, 1), point(cell, 2), point(cell, 3), point(cell, 4));
    }

    private Point point(int cell, int number) {
        int at = cell * KEYPOINTS + 2 * number;
        return new Point((column(cell) + keypoints.get(at)) * stride, (row(cell) + keypoints.get(at + 1)) * stride);
    }

    private int column(int cell) {
        return cell % columns;
    }

    private int row(int cell) {
        return cell / columns;
    }
}

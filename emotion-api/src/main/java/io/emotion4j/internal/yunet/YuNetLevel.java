package io.emotion4j.internal.yunet;

import io.emotion4j.BoundingBox;
import io.emotion4j.InferenceException;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.internal.geometry.Letterbox;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.Function;

/** The outputs of one stride, for one picture of the batch. */
final class YuNetLevel {

    private static final int BOX = 4;
    private static final int KEYPOINTS = 10;

    /** Sides are given as logarithms. This one is larger than any picture, and its exponential is finite. */
    private static final float MOST_LOG_SIDE = 20;

    /** Beyond any picture by so much that a number can only be wrong; what is computed from a smaller one is finite. */
    private static final float MOST = 1e30f;

    private final int stride;
    private final int columns;
    private final int cells;
    private final Letterbox letterbox;
    private final FloatBuffer classes;
    private final FloatBuffer objects;
    private final FloatBuffer boxes;
    private final FloatBuffer keypoints;

    private YuNetLevel(Function<String, FloatBuffer> outputs, int stride, int index, Letterbox letterbox) {
        this.stride = stride;
        this.letterbox = letterbox;
        columns = letterbox.width() / stride;
        cells = columns * (letterbox.height() / stride);
        classes = slice(outputs, "cls_" + stride, 1, index);
        objects = slice(outputs, "obj_" + stride, 1, index);
        boxes = slice(outputs, "bbox_" + stride, BOX, index);
        keypoints = slice(outputs, "kps_" + stride, KEYPOINTS, index);
    }

    static YuNetLevel of(Function<String, FloatBuffer> outputs, int stride, int index, Letterbox letterbox) {
        return new YuNetLevel(outputs, stride, index, letterbox);
    }

    private FloatBuffer slice(Function<String, FloatBuffer> outputs, String name, int numbers, int index) {
        FloatBuffer output = outputs.apply(name);
        int perPicture = cells * numbers;
        int found = output.remaining();
        if (found < (index + 1) * perPicture || perPicture > 0 && found % perPicture != 0) {
            throw new InferenceException("Output '" + name + "' of the detector holds " + found + " numbers; expected "
                    + perPicture + " a picture, for " + cells + " cells of " + stride + " pixels in an input of "
                    + letterbox.width() + "x" + letterbox.height() + "; check that the model is a YuNet");
        }
        return output.slice(output.position() + index * perPicture, perPicture);
    }

    /** Adds the cells whose score reaches the threshold and whose box shows some of the picture. */
    void collect(float threshold, List<Candidate> candidates) {
        // Most cells end here: one product, no root, and a comparison that NaN does not pass.
        float square = threshold * threshold;
        for (int cell = 0; cell < cells; cell++) {
            float product = classes.get(cell) * objects.get(cell);
            if (!(product < square && product >= 0)) {
                float score = score(cell);
                if (score >= threshold) {
                    BoundingBox box = letterbox.toSource(box(cell));
                    if (box.width() > 0 && box.height() > 0) {
                        candidates.add(new Candidate(box, score, this, cell));
                    }
                }
            }
        }
    }

    private float score(int cell) {
        float cls = finite("cls_", classes.get(cell), cell);
        float obj = finite("obj_", objects.get(cell), cell);
        // Probabilities, but for the engine's rounding.
        return (float) Math.sqrt(Math.min(Math.max(cls, 0), 1) * Math.min(Math.max(obj, 0), 1));
    }

    private BoundingBox box(int cell) {
        int at = cell * BOX;
        float centreX = (column(cell) + finite("bbox_", boxes.get(at), cell)) * stride;
        float centreY = (row(cell) + finite("bbox_", boxes.get(at + 1), cell)) * stride;
        float width = side(finite("bbox_", boxes.get(at + 2), cell));
        float height = side(finite("bbox_", boxes.get(at + 3), cell));
        float left = finite("bbox_", centreX - width / 2, cell);
        float top = finite("bbox_", centreY - height / 2, cell);
        return new BoundingBox(left, top, width, height);
    }

    private float side(float log) {
        return (float) Math.exp(Math.min(log, MOST_LOG_SIDE)) * stride;
    }

    Landmarks landmarks(int cell) {
        return letterbox.toSource(
                new Landmarks(point(cell, 0), point(cell, 1), point(cell, 2), point(cell, 3), point(cell, 4)));
    }

    private Point point(int cell, int number) {
        int at = cell * KEYPOINTS + 2 * number;
        float x = (column(cell) + finite("kps_", keypoints.get(at), cell)) * stride;
        float y = (row(cell) + finite("kps_", keypoints.get(at + 1), cell)) * stride;
        return new Point(x, y);
    }

    private int column(int cell) {
        return cell % columns;
    }

    private int row(int cell) {
        return cell / columns;
    }

    private float finite(String output, float value, int cell) {
        if (!(Math.abs(value) < MOST)) {
            throw new InferenceException(
                    "Output '" + output + stride + "' of the detector holds " + value + " at column "
                            + column(cell) + ", row " + row(cell)
                            + "; expected finite numbers. Check the weights, and the input's "
                            + "scale, mean and std");
        }
        return value;
    }
}

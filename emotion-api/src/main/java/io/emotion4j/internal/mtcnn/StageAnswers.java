package io.emotion4j.internal.mtcnn;

import io.emotion4j.InferenceException;
import io.emotion4j.model.TensorLayout;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a network says of places: rows of two numbers (no face, face), of four (how far the box's edges lie from the place's, in
 * parts of its sides) and, O-Net's, of ten (five x, then five y, in parts of its sides). Found by these lengths, under any name.
 */
final class StageAnswers {

    private static final int SCORES = 2;
    private static final int BOX = 4;
    private static final int POINTS = 10;
    /** In parts of a side. What lies farther away belongs to broken weights. */
    private static final float FARTHEST = 1000;

    private final Rows scores;
    private final Rows boxes;
    private final @Nullable Rows points;

    private StageAnswers(Rows scores, Rows boxes, @Nullable Rows points) {
        this.scores = scores;
        this.boxes = boxes;
        this.points = points;
    }

    /**
     * Reads outputs.
     *
     * @param network its name, for messages
     * @param outputs by name
     * @param layout of pictures, and so of maps
     * @param places how many there must be; -1 where the network says
     * @throws InferenceException if an output is missing or has another size
     */
    static StageAnswers of(String network, Map<String, Tensor> outputs, TensorLayout layout, int places) {
        Rows scores = rows(outputs, layout, SCORES);
        Rows boxes = rows(outputs, layout, BOX);
        if (scores == null
                || boxes == null
                || scores.count() != boxes.count()
                || places >= 0 && scores.count() != places) {
            throw wrong(network, outputs, places);
        }
        Rows points = rows(outputs, layout, POINTS);
        if (outputs.size() > 2 && (points == null || points.count() != scores.count())) {
            throw wrong(network, outputs, places);
        }
        return new StageAnswers(scores, boxes, points);
    }

    private static InferenceException wrong(String network, Map<String, Tensor> outputs, int places) {
        return new InferenceException(
                "The outputs of " + network + " are " + outputs + "; expected one with 2 numbers a"
                        + " place (no face, face), one with 4 (a box) and, of O-Net, one with 10 (five points)"
                        + (places < 0 ? "" : ", for " + places + " places")
                        + "; check \"outputs\", \"layout\" and the order of the files");
    }

    private static @Nullable Rows rows(Map<String, Tensor> outputs, TensorLayout layout, int length) {
        for (Tensor tensor : outputs.values()) {
            long[] shape = tensor.shape();
            int axis = layout == TensorLayout.NCHW ? 1 : shape.length - 1;
            if (shape.length >= 2 && shape[axis] == length) {
                return Rows.of(tensor, axis);
            }
        }
        return null;
    }

    /** {@return how many places there are} */
    int places() {
        return scores.count();
    }

    /** {@return how many there are in a row of a map} */
    int columns() {
        return scores.columns();
    }

    float score(int place) {
        return scores.at(place, 1);
    }

    /** {@return where left, top, right and bottom edge lie} */
    float[] box(int place) {
        return boxes.row(place, BOX);
    }

    /** {@return five x, then five y; null where the network has none} */
    float @Nullable [] points(int place) {
        return points == null ? null : points.row(place, POINTS);
    }

    /** Numbers in rows, which lie together or, in a map's planes, apart. */
    private record Rows(FloatBuffer numbers, int count, int columns, int inner) {

        /** What follows the axis of the rows is a map. */
        static Rows of(Tensor tensor, int axis) {
            long[] shape = tensor.shape();
            FloatBuffer numbers = tensor.floats();
            int inner = 1;
            for (int i = axis + 1; i < shape.length; i++) {
                inner *= (int) shape[i];
            }
            int last = axis == shape.length - 1 ? axis - 1 : shape.length - 1;
            return new Rows(numbers, numbers.remaining() / (int) shape[axis], (int) shape[last], inner);
        }

        float at(int place, int number) {
            int length = numbers.remaining() / count;
            return numbers.get((place / inner * length + number) * inner + place % inner);
        }

        float[] row(int place, int length) {
            float[] row = new float[length];
            for (int i = 0; i < length; i++) {
                row[i] = at(place, i);
                if (!(Math.abs(row[i]) < FARTHEST)) {
                    throw new InferenceException("A network of the detector answers " + Arrays.toString(row)
                            + " where parts of a face's sides are expected; check the weights, and \"scale\", \"mean\""
                            + " and \"std\" in \"input\"");
                }
            }
            return row;
        }
    }
}

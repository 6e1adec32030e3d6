package io.emotion4j.training.detector;

import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import java.util.List;

/**
 * What every cell of the three grids has to learn from one crop. A face is learnt by the cells about its centre on the one or
 * two strides that fit its size; where two faces want a cell, the smaller gets it.
 */
final class CellTargets {

    /**
     * Numbers a cell: box (left, top, right, bottom), ten landmark numbers, landmark weight, weight of the box (0 where there is
     * no face), score (below 0 where it is the overlap of the predicted box with the labelled one), 1 where the score counts.
     */
    static final int VALUES = 18;

    static final int WEIGHT = 14;
    static final int FACE = 15;
    static final int SCORE = 16;
    static final int COUNTS = 17;

    /** Of a reference detector's points, beside 1 for people's: it puts them elsewhere on a face than people do. */
    static final float REFERENCE_LANDMARK_WEIGHT = 0.005f;

    /** Face sizes (square root of the area, in pixels) learnt on each stride. */
    private static final float[][] SIZES = {{0, 44}, {30, 110}, {80, Float.MAX_VALUE}};

    private CellTargets() {}

    static int cells(int side) {
        int cells = 0;
        for (int stride : DetectorPreset.STRIDES) {
            cells += (side / stride) * (side / stride);
        }
        return cells;
    }

    /** Targets from labels alone. */
    static void write(List<TrainingFace> faces, int side, float[] out, int offset) {
        int first = 0;
        for (int stride : DetectorPreset.STRIDES) {
            int n = side / stride;
            for (int i = 0; i < n * n; i++) {
                out[offset + (first + i) * VALUES + COUNTS] = 1;
            }
            for (TrainingFace face : faces) {
                if (face.ignored()) {
                    ignore(face, stride, n, out, offset + first * VALUES);
                }
            }
            first += n * n;
        }
        learn(faces.stream().filter(face -> !face.ignored()).toList(), side, out, offset);
    }

    /** Lets the cells about the centres of the faces learn them. */
    static void learn(List<TrainingFace> faces, int side, float[] out, int offset) {
        float[] sizes = new float[cells(side)];
        int first = 0;
        for (int level = 0; level < DetectorPreset.STRIDES.length; level++) {
            int stride = DetectorPreset.STRIDES[level];
            for (TrainingFace face : faces) {
                if (face.size() >= SIZES[level][0] && face.size() < SIZES[level][1]) {
                    learn(face, stride, side / stride, out, offset, first, sizes);
                }
            }
            first += (side / stride) * (side / stride);
        }
    }

    private static void ignore(TrainingFace face, int stride, int n, float[] out, int offset) {
        for (int cy = 0; cy < n; cy++) {
            for (int cx = 0; cx < n; cx++) {
                float x = (cx + 0.5f) * stride;
                float y = (cy + 0.5f) * stride;
                float margin = stride / 2f;
                if (x > face.box().x() - margin
                        && x < face.box().right() + margin
                        && y > face.box().y() - margin
                        && y < face.box().bottom() + margin) {
                    out[offset + (cy * n + cx) * VALUES + COUNTS] = 0;
                }
            }
        }
    }

    private static void learn(TrainingFace face, int stride, int n, float[] out, int offset, int first, float[] sizes) {
        float x = face.box().x() + face.box().width() / 2;
        float y = face.box().y() + face.box().height() / 2;
        float size = face.size();
        int nearestX = Math.min(n - 1, (int) (x / stride));
        int nearestY = Math.min(n - 1, (int) (y / stride));
        for (int cy = Math.max(0, nearestY - 1); cy <= Math.min(n - 1, nearestY + 1); cy++) {
            for (int cx = Math.max(0, nearestX - 1); cx <= Math.min(n - 1, nearestX + 1); cx++) {
                float dx = Math.abs((cx + 0.5f) * stride - x);
                float dy = Math.abs((cy + 0.5f) * stride - y);
                boolean nearest = cx == nearestX && cy == nearestY;
                boolean near = dx < stride
                        && dy < stride
                        && dx < face.box().width() * 0.35f
                        && dy < face.box().height() * 0.35f;
                int cell = first + cy * n + cx;
                if ((nearest || near) && (sizes[cell] == 0 || size < sizes[cell])) {
                    sizes[cell] = size;
                    put(face, out, offset + cell * VALUES);
                }
            }
        }
    }

    private static void put(TrainingFace face, float[] out, int at) {
        out[at] = face.box().x();
        out[at + 1] = face.box().y();
        out[at + 2] = face.box().right();
        out[at + 3] = face.box().bottom();
        putLandmarks(face, out, at);
        out[at + FACE] = 1;
        out[at + SCORE] = -1;
        out[at + COUNTS] = 1;
    }

    static void putLandmarks(TrainingFace face, float[] out, int at) {
        Landmarks landmarks = face.landmarks();
        if (landmarks != null) {
            int i = at + 4;
            for (Point point : landmarks.points()) {
                out[i++] = point.x();
                out[i++] = point.y();
            }
        }
        out[at + WEIGHT] = landmarks == null ? 0 : 1;
    }
}

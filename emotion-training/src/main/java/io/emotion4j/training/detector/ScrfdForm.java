package io.emotion4j.training.detector;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * SCRFD with points (Guo et al. 2022): RGB, (value - 127.5) / 128; two anchors a cell, of which the surer is taken; distances of
 * the sides and offsets of the points in strides from the cell's corner. Scores, boxes, points, finest grid first, whatever
 * the outputs are called.
 */
record ScrfdForm() implements ReferenceForm {

    /** Last dimensions of the outputs. */
    static final List<Long> LENGTHS = List.of(1L, 1L, 1L, 4L, 4L, 4L, 10L, 10L, 10L);

    /** @param lengths last dimensions, -1 where the file does not say */
    static boolean couldHave(List<Long> lengths) {
        return lengths.size() == LENGTHS.size()
                && IntStream.range(0, LENGTHS.size())
                        .allMatch(i -> lengths.get(i) == -1 || lengths.get(i).equals(LENGTHS.get(i)));
    }

    @Override
    public int[] channels() {
        return new int[] {0, 1, 2};
    }

    @Override
    public float scaled(float value) {
        return (value - 127.5f) / 128;
    }

    @Override
    public void read(List<FloatBuffer> outputs, int level, int cellsASide, int first, ReferenceDetector.Answer answer) {
        int stride = DetectorPreset.STRIDES[level];
        FloatBuffer scores = outputs.get(level);
        FloatBuffer sides = outputs.get(3 + level);
        FloatBuffer points = outputs.get(6 + level);
        int anchors = 2 * cellsASide * cellsASide;
        if (scores.remaining() != anchors || sides.remaining() != 4 * anchors || points.remaining() != 10 * anchors) {
            throw new IllegalStateException("The reference detector's outputs of stride " + stride + " have "
                    + scores.remaining() + ", " + sides.remaining() + " and " + points.remaining()
                    + " numbers; expected a score, 4 distances and 10 of points for each of " + anchors + " anchors");
        }
        for (int i = 0; i < cellsASide * cellsASide; i++) {
            int anchor = scores.get(2 * i) >= scores.get(2 * i + 1) ? 2 * i : 2 * i + 1;
            int x = i % cellsASide * stride;
            int y = i / cellsASide * stride;
            answer.put(
                    first + i,
                    scores.get(anchor),
                    x - distance(sides, anchor, 0, stride),
                    y - distance(sides, anchor, 1, stride),
                    x + distance(sides, anchor, 2, stride),
                    y + distance(sides, anchor, 3, stride));
            for (int k = 0; k < 10; k++) {
                answer.points()[10 * (first + i) + k] = points.get(10 * anchor + k) * stride + (k % 2 == 0 ? x : y);
            }
        }
    }

    /** Where no face is, the network may say that a side lies beyond the other. */
    private static float distance(FloatBuffer sides, int anchor, int side, int stride) {
        return Math.max(0, sides.get(4 * anchor + side)) * stride;
    }
}

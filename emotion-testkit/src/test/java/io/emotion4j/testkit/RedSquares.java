package io.emotion4j.testkit;

import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A detector with YuNet's outputs: a face is a square of 32 pixels, the surer the more red it is than blue. */
final class RedSquares implements InferenceSession {

    private static final int SIDE = 32;

    @Override
    public List<Tensor> run(Tensor input) {
        int height = (int) input.shape()[2];
        int width = (int) input.shape()[3];
        List<Tensor> classes = new ArrayList<>();
        List<Tensor> boxes = new ArrayList<>();
        List<Tensor> keypoints = new ArrayList<>();
        for (int stride : new int[] {8, 16, 32}) {
            int cells = height / stride * (width / stride);
            FloatBuffer scores = FloatBuffer.allocate(cells);
            FloatBuffer box = FloatBuffer.allocate(cells * 4);
            for (int cell = 0; cell < cells; cell++) {
                box.put(cell * 4, 0.5f).put(cell * 4 + 1, 0.5f);
                if (stride == SIDE) {
                    int columns = width / stride;
                    scores.put(cell, red(input.floats(), width, height, cell % columns, cell / columns));
                }
            }
            classes.add(Tensor.of(scores, 1, cells, 1));
            boxes.add(Tensor.of(box, 1, cells, 4));
            keypoints.add(Tensor.of(FloatBuffer.allocate(cells * 10), 1, cells, 10));
        }
        return Stream.of(classes, classes, boxes, keypoints)
                .flatMap(List::stream)
                .toList();
    }

    private static float red(FloatBuffer planes, int width, int height, int column, int row) {
        float sum = 0;
        for (int y = row * SIDE; y < (row + 1) * SIDE; y++) {
            for (int x = column * SIDE; x < (column + 1) * SIDE; x++) {
                sum += planes.get(y * width + x) - planes.get((2 * height + y) * width + x);
            }
        }
        return Math.max(0, Math.min(1, sum / (SIDE * SIDE)));
    }

    @Override
    public void close() {}
}

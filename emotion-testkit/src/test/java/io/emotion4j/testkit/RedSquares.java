package io.emotion4j.testkit;

import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** A detector with YuNet's outputs: a face is a square of 32 pixels, the surer the more red it is than blue. */
final class RedSquares implements InferenceSession {

    private static final int SIDE = 32;

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        Tensor input = inputs.get("input");
        int height = (int) input.shape()[2];
        int width = (int) input.shape()[3];
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        for (int stride : new int[] {8, 16, 32}) {
            int cells = height / stride * (width / stride);
            FloatBuffer scores = FloatBuffer.allocate(cells);
            FloatBuffer boxes = FloatBuffer.allocate(cells * 4);
            for (int cell = 0; cell < cells; cell++) {
                boxes.put(cell * 4, 0.5f).put(cell * 4 + 1, 0.5f);
                if (stride == SIDE) {
                    int columns = width / stride;
                    scores.put(cell, red(input.data(), width, height, cell % columns, cell / columns));
                }
            }
            outputs.put("cls_" + stride, Tensor.of(scores, 1, cells, 1));
            outputs.put("obj_" + stride, Tensor.of(scores, 1, cells, 1));
            outputs.put("bbox_" + stride, Tensor.of(boxes, 1, cells, 4));
            outputs.put("kps_" + stride, Tensor.of(FloatBuffer.allocate(cells * 10), 1, cells, 10));
        }
        return outputs;
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

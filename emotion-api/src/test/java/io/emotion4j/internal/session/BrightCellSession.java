package io.emotion4j.internal.session;

import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A network with YuNet's outputs that sees a face in each 8x8 cell whose first pixel is bright: its box is that cell ({@link #boxCells}), its
 * confidence that pixel's blue over 255, its landmarks the cell's corner.
 */
final class BrightCellSession extends TestEngine implements InferenceSession {

    final AtomicInteger closed = new AtomicInteger();
    int runs;
    /** Sees nothing in a wider input. */
    int mostWidth = Integer.MAX_VALUE;

    long[] shape = {};
    /** Side of a face's box. */
    int boxCells = 1;

    String forgotten = "";
    float keypoint;

    @Override
    InferenceSession session() {
        return this;
    }

    @Override
    public List<Tensor> run(Tensor input) {
        runs++;
        shape = input.shape();
        int height = (int) shape[2];
        int width = (int) shape[3];
        Map<String, Tensor> outputs = new HashMap<>();
        for (int stride = 8; stride <= 32; stride *= 2) {
            int cells = (width / stride) * (height / stride);
            FloatBuffer score = FloatBuffer.allocate(cells);
            if (stride == 8 && width <= mostWidth) {
                for (int cell = 0; cell < cells; cell++) {
                    int x = cell % (width / 8) * 8;
                    int y = cell / (width / 8) * 8;
                    score.put(cell, input.floats().get(y * width + x) / 255);
                }
            }
            // The box's centre is half a cell from the cell's corner.
            FloatBuffer box = FloatBuffer.allocate(cells * 4);
            for (int cell = 0; cell < cells; cell++) {
                float size = (float) Math.log(boxCells);
                box.put(cell * 4, 0.5f).put(cell * 4 + 1, 0.5f);
                box.put(cell * 4 + 2, size).put(cell * 4 + 3, size);
            }
            outputs.put("cls_" + stride, Tensor.of(score, 1, cells, 1));
            outputs.put("obj_" + stride, Tensor.of(score.duplicate(), 1, cells, 1));
            outputs.put("bbox_" + stride, Tensor.of(box, 1, cells, 4));
            outputs.put(
                    "kps_" + stride, Tensor.of(FloatBuffer.allocate(cells * 10).put(0, keypoint), 1, cells, 10));
        }
        return Stream.of("cls_", "obj_", "bbox_", "kps_")
                .flatMap(name -> Stream.of(name + 8, name + 16, name + 32))
                .filter(name -> !name.equals(forgotten))
                .map(outputs::get)
                .toList();
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }
}

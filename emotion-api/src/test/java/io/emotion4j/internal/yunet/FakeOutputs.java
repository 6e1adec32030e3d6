package io.emotion4j.internal.yunet;

import io.emotion4j.internal.geometry.Letterbox;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A YuNet that sees nothing until it is told. */
final class FakeOutputs implements Function<String, FloatBuffer> {

    private final Map<String, FloatBuffer> outputs = new HashMap<>();

    FakeOutputs(Letterbox input, int batch) {
        for (int stride : new int[] {8, 16, 32}) {
            int cells = batch * (input.width() / stride) * (input.height() / stride);
            outputs.put("cls_" + stride, FloatBuffer.allocate(cells));
            outputs.put("obj_" + stride, FloatBuffer.allocate(cells));
            outputs.put("bbox_" + stride, FloatBuffer.allocate(cells * 4));
            outputs.put("kps_" + stride, FloatBuffer.allocate(cells * 10));
        }
    }

    void score(int stride, int cell, float cls, float obj) {
        apply("cls_" + stride).put(cell, cls);
        apply("obj_" + stride).put(cell, obj);
    }

    void box(int stride, int cell, float x, float y, float logWidth, float logHeight) {
        apply("bbox_" + stride).put(4 * cell, new float[] {x, y, logWidth, logHeight});
    }

    void keypoints(int stride, int cell, float... points) {
        apply("kps_" + stride).put(10 * cell, points);
    }

    @Override
    public FloatBuffer apply(String name) {
        return Objects.requireNonNull(outputs.get(name), name);
    }
}

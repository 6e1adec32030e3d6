package io.emotion4j.internal.yunet;

import io.emotion4j.Face;
import io.emotion4j.decoder.Candidates;
import io.emotion4j.decoder.Outputs;
import io.emotion4j.internal.geometry.Letterbox;
import io.emotion4j.model.ThresholdSpec;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A YuNet that sees nothing until it is told. */
final class FakeOutputs {

    private final Letterbox input;
    private final Map<String, FloatBuffer> outputs = new HashMap<>();

    FakeOutputs(Letterbox input) {
        this.input = input;
        for (int stride : new int[] {8, 16, 32}) {
            int cells = (input.width() / stride) * (input.height() / stride);
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

    private FloatBuffer apply(String name) {
        return Objects.requireNonNull(outputs.get(name), name);
    }

    /** The faces that a decoder sees in an input of that size. */
    List<Face> decode(Letterbox input, float minConfidence, float maxOverlap) {
        Map<String, Tensor> tensors = new HashMap<>();
        outputs.forEach((name, numbers) -> tensors.put(name, Tensor.of(numbers, numbers.capacity())));
        Candidates candidates = Candidates.of(
                input.sourceWidth(), input.sourceHeight(), input.scale(), new ThresholdSpec(minConfidence, maxOverlap));
        new YuNetDecoder().decode(Outputs.of(tensors, input.width(), input.height()), candidates);
        return candidates.faces();
    }

    List<Face> decode() {
        return decode(input, 0.6f, 0.3f);
    }
}

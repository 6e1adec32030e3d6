package io.emotion4j.training.detector;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;

/** YuNet (Wu et al. 2023): BGR 0 to 255; centre and logarithm of the size, in strides from the cell. */
record YuNetForm(List<String> names) implements ReferenceForm {

    static final List<String> OUTPUTS = Stream.of("cls_", "obj_", "bbox_", "kps_")
            .flatMap(name -> Stream.of(name + 8, name + 16, name + 32))
            .toList();

    @Override
    public int[] channels() {
        return new int[] {2, 1, 0};
    }

    @Override
    public float scaled(float value) {
        return value;
    }

    @Override
    public void read(List<FloatBuffer> outputs, int level, int cellsASide, int first, ReferenceDetector.Answer answer) {
        int stride = DetectorPreset.STRIDES[level];
        FloatBuffer classes = outputs.get(names.indexOf("cls_" + stride));
        FloatBuffer objects = outputs.get(names.indexOf("obj_" + stride));
        FloatBuffer boxes = outputs.get(names.indexOf("bbox_" + stride));
        FloatBuffer points = outputs.get(names.indexOf("kps_" + stride));
        for (int i = 0; i < cellsASide * cellsASide; i++) {
            int column = i % cellsASide;
            int row = i / cellsASide;
            float score = (float) Math.sqrt(Math.max(0, classes.get(i)) * Math.max(0, objects.get(i)));
            float x = (column + boxes.get(4 * i)) * stride;
            float y = (row + boxes.get(4 * i + 1)) * stride;
            float halfWidth = (float) Math.exp(boxes.get(4 * i + 2)) * stride / 2;
            float halfHeight = (float) Math.exp(boxes.get(4 * i + 3)) * stride / 2;
            answer.put(first + i, score, x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
            for (int k = 0; k < 10; k++) {
                answer.points()[10 * (first + i) + k] = (points.get(10 * i + k) + (k % 2 == 0 ? column : row)) * stride;
            }
        }
    }
}

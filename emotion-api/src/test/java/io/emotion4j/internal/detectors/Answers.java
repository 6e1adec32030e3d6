package io.emotion4j.internal.detectors;

import io.emotion4j.Face;
import io.emotion4j.decoder.Candidates;
import io.emotion4j.decoder.FaceDecoder;
import io.emotion4j.decoder.Outputs;
import io.emotion4j.model.ThresholdSpec;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The outputs of a network that nobody has: all numbers are 0 until they are set. */
final class Answers {

    private final int width;
    private final int height;
    private final Map<String, float[]> numbers = new LinkedHashMap<>();
    private final Map<String, long[]> shapes = new LinkedHashMap<>();

    Answers(int width, int height) {
        this.width = width;
        this.height = height;
    }

    Answers output(String name, long... shape) {
        long count = 1;
        for (long side : shape) {
            count *= side;
        }
        numbers.put(name, new float[(int) count]);
        shapes.put(name, shape);
        return this;
    }

    Answers put(String name, int at, double... values) {
        for (int i = 0; i < values.length; i++) {
            numbers.get(name)[at + i] = (float) values[i];
        }
        return this;
    }

    List<Face> read(FaceDecoder decoder) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        numbers.forEach((name, values) -> tensors.put(name, Tensor.of(FloatBuffer.wrap(values), shapes.get(name))));
        Candidates candidates = Candidates.of(width, height, 1, new ThresholdSpec(0.5f, 0.4f));
        decoder.decode(Outputs.of(tensors, width, height), candidates);
        return candidates.faces();
    }
}

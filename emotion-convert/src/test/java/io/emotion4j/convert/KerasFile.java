package io.emotion4j.convert;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes files as Keras does: weights at {@code model_weights/LAYER/LAYER/NAME:0} and the description in the attribute
 * {@code model_config} (Keras 2's {@code .h5}), or at {@code layers/KIND_N/vars/N} beside {@code config.json} (Keras 3's {@code .keras}).
 */
final class KerasFile {

    private final Random random = new Random(7);
    private final Map<String, Weight> weights = new LinkedHashMap<>();

    record Weight(int[] shape, float[] values) {}

    /** By their paths in the file. */
    Map<String, Weight> weights() {
        return weights;
    }

    /** Random numbers, remembered under a path below the file's root. */
    Weight weight(String path, double from, double to, int... shape) {
        float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (from + (to - from) * random.nextDouble());
        }
        Weight weight = new Weight(shape, values);
        weights.put(path, weight);
        return weight;
    }

    float[] picture(int height, int width, int channels) {
        float[] values = new float[height * width * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() * 2 - 1;
        }
        return values;
    }

    /** @param config what {@code model_config} says; null for a file of weights alone */
    void writeH5(Path file, String config, String version) {
        try (WritableHdfFile out = HdfFile.write(file)) {
            if (config != null) {
                out.putAttribute("model_config", config);
            }
            out.putAttribute("keras_version", version);
            put(out);
        }
    }

    void writeKeras(Path file, String config) throws IOException {
        Path h5 = Files.createTempFile(file.getParent(), "weights", ".h5");
        try (WritableHdfFile out = HdfFile.write(h5)) {
            put(out);
        }
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            zip.putNextEntry(new ZipEntry("metadata.json"));
            zip.write("{\"keras_version\": \"3.4.1\"}".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("config.json"));
            zip.write(config.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("model.weights.h5"));
            zip.write(Files.readAllBytes(h5));
        }
    }

    private void put(WritableHdfFile out) {
        Map<String, WritableGroup> groups = new LinkedHashMap<>();
        weights.forEach((path, weight) -> {
            String[] parts = path.split("/");
            WritableGroup group = out;
            String at = "";
            for (int i = 0; i < parts.length - 1; i++) {
                WritableGroup parent = group;
                String name = parts[i];
                at += "/" + name;
                group = groups.computeIfAbsent(at, key -> parent.putGroup(name));
            }
            group.putDataset(parts[parts.length - 1], nested(weight.values(), weight.shape(), 0, new int[1]));
        });
    }

    /** Arrays of arrays, as the writer of HDF5 takes them. */
    private static Object nested(float[] values, int[] shape, int axis, int[] at) {
        if (axis == shape.length - 1) {
            float[] row = Arrays.copyOfRange(values, at[0], at[0] + shape[axis]);
            at[0] += shape[axis];
            return row;
        }
        Object[] parts = new Object[shape[axis]];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = nested(values, shape, axis + 1, at);
        }
        Object typed = java.lang.reflect.Array.newInstance(parts[0].getClass(), parts.length);
        for (int i = 0; i < parts.length; i++) {
            java.lang.reflect.Array.set(typed, i, parts[i]);
        }
        return typed;
    }
}

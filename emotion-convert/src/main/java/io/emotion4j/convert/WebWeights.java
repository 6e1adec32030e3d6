package io.emotion4j.convert;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The weights that a {@code weightsManifest} of TensorFlow.js lists: groups of numbers, each cut into files. */
final class WebWeights {

    private static final Map<String, Integer> SIZES =
            Map.of("float32", 4, "int32", 4, "bool", 1, "uint8", 1, "uint16", 2, "float16", 2);

    private static final List<String> WHOLE = List.of("float32", "int32", "bool");

    private WebWeights() {}

    /**
     * A weight, as large as the graph takes it.
     *
     * @param shape sizes of the dimensions, outermost first
     * @param type {@code float32}, {@code int32} or {@code bool}
     * @param bytes little-endian
     * @param rounded what it was kept as, such as {@code uint8}; null where as it is
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Weight(
            int[] shape,
            String type,
            byte[] bytes,
            @Nullable String rounded) {

        long elements() {
            long elements = 1;
            for (int side : shape) {
                elements *= side;
            }
            return elements;
        }

        KerasArray array() {
            if (!type.equals("float32")) {
                throw new IllegalArgumentException("a layer's weight is of " + type + ", expected float32");
            }
            float[] values = new float[bytes.length / Float.BYTES];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
            return new KerasArray(shape, values);
        }
    }

    /** {@return a line on the weights that were rounded, where there are such} */
    static List<String> notes(Map<String, Weight> weights) {
        List<String> kinds = weights.values().stream()
                .map(Weight::rounded)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .sorted()
                .toList();
        return kinds.isEmpty() ? List.of() : List.of("weights kept as " + kinds + " became float32");
    }

    /**
     * Reads them.
     *
     * @param file the {@code model.json}, beside which they lie
     * @param manifest its list
     * @return by name, in order
     * @throws IllegalArgumentException if a file is missing or of another length, or a weight is of a kind that is not read
     */
    static Map<String, Weight> of(Path file, JsonNode manifest) throws IOException {
        Map<String, Weight> weights = new LinkedHashMap<>();
        for (JsonNode group : manifest) {
            ByteBuffer bytes = ByteBuffer.wrap(shards(file, group)).order(ByteOrder.LITTLE_ENDIAN);
            for (JsonNode weight : group.path("weights")) {
                String name = weight.path("name").asText();
                weights.put(name, weight(name, weight, bytes));
            }
            if (bytes.hasRemaining()) {
                throw new IllegalArgumentException("its shards " + names(group) + " have " + bytes.remaining()
                        + " bytes more than \"weightsManifest\" lists; they are not of one export");
            }
        }
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("\"weightsManifest\" lists no weights");
        }
        return weights;
    }

    private static byte[] shards(Path file, JsonNode group) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String name : names(group)) {
            if (name.startsWith("/")
                    || name.matches(".*[\\\\:].*")
                    || List.of(name.split("/", -1)).contains("..")) {
                throw new IllegalArgumentException(
                        "its shard \"" + name + "\" does not lie at or below " + WebImport.NAME);
            }
            try {
                all.write(Files.readAllBytes(file.resolveSibling(name)));
            } catch (NoSuchFileException e) {
                throw new IllegalArgumentException("its shard " + name + " is not beside it; copy the whole folder", e);
            }
        }
        return all.toByteArray();
    }

    private static List<String> names(JsonNode group) {
        List<String> names = new ArrayList<>();
        group.path("paths").forEach(name -> names.add(name.asText()));
        return names;
    }

    private static Weight weight(String name, JsonNode weight, ByteBuffer bytes) {
        String type = weight.path("dtype").asText();
        JsonNode rounding = weight.path("quantization");
        String kept = rounding.isMissingNode() ? type : rounding.path("dtype").asText();
        if (!WHOLE.contains(type) || !SIZES.containsKey(kept)) {
            throw new IllegalArgumentException("weight '" + name + "' is of " + type
                    + (rounding.isMissingNode() ? "" : ", kept as " + kept) + "; read are " + WHOLE
                    + ", also kept as uint8, uint16 or float16");
        }
        int[] shape = new int[weight.path("shape").size()];
        long count = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = weight.path("shape").path(i).asInt();
            count *= shape[i];
        }
        long length = count * SIZES.getOrDefault(kept, 1);
        if (length > bytes.remaining() || length < 0) {
            throw new IllegalArgumentException("weight '" + name + "' needs " + length + " bytes, and its shards have "
                    + bytes.remaining() + " left; a shard is cut off, or of another export");
        }
        byte[] own = new byte[(int) length];
        bytes.get(own);
        boolean whole = kept.equals(type);
        return new Weight(
                shape, type, whole ? own : restored(type, kept, rounding, own, (int) count), whole ? null : kept);
    }

    private static byte[] restored(String type, String kept, JsonNode rounding, byte[] own, int count) {
        double scale = rounding.path("scale").asDouble(1);
        double least = rounding.path("min").asDouble(0);
        ByteBuffer from = ByteBuffer.wrap(own).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer to = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            double value = switch (kept) {
                case "uint8" -> (from.get() & 0xff) * scale + least;
                case "uint16" -> (from.getShort() & 0xffff) * scale + least;
                default -> half(from.getShort());
            };
            if (type.equals("int32")) {
                to.putInt((int) Math.round(value));
            } else {
                to.putFloat((float) value);
            }
        }
        return to.array();
    }

    /** A number of 16 bits: one for the sign, five for the exponent, ten for what follows the point. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double value = exponent == 0
                ? Math.scalb((double) fraction, -24)
                : exponent == 31
                        ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                        : Math.scalb((double) (1024 + fraction), exponent - 25);
        return bits < 0 ? -value : value;
    }
}

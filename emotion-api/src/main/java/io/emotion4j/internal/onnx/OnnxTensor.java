package io.emotion4j.internal.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A weight: ONNX's {@code TensorProto}. */
final class OnnxTensor {

    static final int NAME = 8;

    private static final int DIMS = 1;
    private static final int TYPE = 2;
    private static final int FLOATS = 4;
    private static final int RAW = 9;
    private static final int DOUBLES = 10;
    private static final int EXTERNAL = 13;
    private static final int LOCATION = 14;

    private static final int FLOAT32 = 1;
    private static final int FLOAT16 = 10;
    private static final int FLOAT64 = 11;
    private static final int HALF_EXPONENT = 0x7c00;
    /** Fewer numbers may well be equal: factors of normalisations, for instance. */
    private static final int FEW = 4096;

    private OnnxTensor() {}

    /** {@return the weight's name and the place of its first number that is not finite; null where all are, or are no floats} */
    static @Nullable String notFinite(Message tensor) {
        long type = tensor.whole(TYPE, 0);
        for (Message.Field field : tensor.fields()) {
            int size = field.number() == RAW
                    ? size(type)
                    : field.number() == FLOATS ? 4 : field.number() == DOUBLES ? 8 : 0;
            if (size == 0 || !field.isMessage()) {
                continue;
            }
            ByteBuffer numbers = ByteBuffer.wrap(tensor.bytes(), field.start(), field.end() - field.start())
                    .slice()
                    .order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i + size <= numbers.limit(); i += size) {
                if (!isFinite(numbers, i, size)) {
                    return "'" + tensor.text(NAME) + "' at index " + i / size;
                }
            }
        }
        return null;
    }

    /** {@return such as {@code -2.0 in 10000 of 18432 places}; null where no number but 0 takes a fifth of them, or they are few} */
    static @Nullable String oftenTheSame(Message tensor) {
        Map<Float, Integer> counts = new HashMap<>();
        int all = 0;
        for (Message.Field field : tensor.fields()) {
            if (tensor.whole(TYPE, 0) == FLOAT32 && field.number() == RAW && field.isMessage()) {
                ByteBuffer numbers = ByteBuffer.wrap(tensor.bytes(), field.start(), field.end() - field.start())
                        .slice()
                        .order(ByteOrder.LITTLE_ENDIAN);
                all = numbers.limit() / 4;
                for (int i = 0; i < all && all >= FEW; i++) {
                    counts.merge(numbers.getFloat(i * 4), 1, Integer::sum);
                }
            }
        }
        for (Map.Entry<Float, Integer> count : counts.entrySet()) {
            if (count.getValue() * 5L > all && count.getKey() != 0) {
                return count.getKey() + " in " + count.getValue() + " of " + all + " places";
            }
        }
        return null;
    }

    private static int size(long type) {
        return type == FLOAT32 ? 4 : type == FLOAT16 ? 2 : type == FLOAT64 ? 8 : 0;
    }

    private static boolean isFinite(ByteBuffer numbers, int at, int size) {
        return switch (size) {
            case 2 -> (numbers.getShort(at) & HALF_EXPONENT) != HALF_EXPONENT;
            case 4 -> Float.isFinite(numbers.getFloat(at));
            default -> Double.isFinite(numbers.getDouble(at));
        };
    }

    /** {@return where the weight's numbers lie outside the file: {@code location}, {@code offset}, {@code length}; empty where not} */
    static Map<String, String> external(Message tensor) {
        Map<String, String> external = new HashMap<>();
        for (Message entry : tensor.messages(EXTERNAL)) {
            external.put(entry.text(1), entry.text(2));
        }
        return external;
    }

    static byte[] withData(Message tensor, Function<String, byte[]> files) {
        Map<String, String> external = external(tensor);
        String location = external.get("location");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Message.Field field : tensor.fields()) {
            if (location == null || (field.number() != EXTERNAL && field.number() != LOCATION)) {
                tensor.copy(field, out);
            }
        }
        if (location != null) {
            byte[] data = files.apply(location);
            long offset = Long.parseLong(external.getOrDefault("offset", "0"));
            long length = Long.parseLong(external.getOrDefault("length", String.valueOf(data.length - offset)));
            long needed = size(tensor.whole(TYPE, 0));
            for (long side : tensor.wholes(DIMS)) {
                needed *= side;
            }
            if (needed > 0 && length != needed) {
                throw new IllegalArgumentException("weight '" + tensor.text(NAME) + "' needs " + needed + " bytes, but "
                        + location + " has " + length + " for it, from byte " + offset + " on");
            }
            if (offset < 0 || length < 0 || offset + length > data.length) {
                throw new IllegalArgumentException("weight '" + tensor.text(NAME) + "' lies in bytes " + offset + " to "
                        + (offset + length) + " of " + location + ", which has " + data.length);
            }
            Message.write(out, RAW, data, (int) offset, (int) length);
        }
        return out.toByteArray();
    }
}

package io.emotion4j.internal.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An input or an output of a network.
 *
 * @param name its name
 * @param type what its numbers are, such as {@code float32}; {@code unknown} where it is none that the library has
 * @param shape the sides; -1 where a side may be any
 */
public record OnnxValue(String name, String type, List<Long> shape) {

    private static final Map<Long, String> TYPES = Map.of(
            1L, "float32", 2L, "uint8", 3L, "int8", 6L, "int32", 7L, "int64", 9L, "bool", 10L, "float16", 11L,
            "float64");

    /** Copies the shape. */
    public OnnxValue {
        shape = List.copyOf(shape);
    }

    static OnnxValue of(Message value) {
        String type = "unknown";
        List<Long> shape = new ArrayList<>();
        for (Message holder : value.messages(2)) {
            for (Message tensor : holder.messages(1)) {
                type = TYPES.getOrDefault(tensor.whole(1, 0), "unknown");
                for (Message sides : tensor.messages(2)) {
                    for (Message side : sides.messages(1)) {
                        long length = side.whole(1, -1);
                        shape.add(length > 0 ? length : -1L);
                    }
                }
            }
        }
        return new OnnxValue(value.text(1), type, shape);
    }
}

package io.emotion4j.internal.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What goes into TensorFlow's {@code saved_model.pb} and what comes out, by its signature {@code serving_default}.
 *
 * @param inputs by name
 * @param outputs by name
 */
public record SavedModelSignature(List<OnnxValue> inputs, List<OnnxValue> outputs) {

    // Numbers of fields in saved_model.proto, meta_graph.proto and tensor_shape.proto.
    private static final int META_GRAPH = 2;
    private static final int SIGNATURES = 5;
    private static final int KEY = 1;
    private static final int VALUE = 2;
    private static final Map<Long, String> TYPES = Map.of(
            1L, "float32", 2L, "float64", 3L, "int32", 4L, "uint8", 6L, "int8", 9L, "int64", 10L, "bool", 19L,
            "float16");

    /** Copies the lists. */
    public SavedModelSignature {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * Reads a file.
     *
     * @param bytes the file
     * @return its signature
     * @throws IllegalArgumentException if it is no SavedModel, or has no such signature; the message says which
     */
    public static SavedModelSignature of(byte[] bytes) {
        for (Message graph : Message.of(bytes).messages(META_GRAPH)) {
            for (Message entry : graph.messages(SIGNATURES)) {
                if (entry.text(KEY).equals("serving_default")) {
                    Message signature = entry.messages(VALUE).get(0);
                    return new SavedModelSignature(values(signature, 1), values(signature, 2));
                }
            }
        }
        throw new IllegalArgumentException("it holds no signature \"serving_default\" of a SavedModel");
    }

    private static List<OnnxValue> values(Message signature, int number) {
        List<OnnxValue> values = new ArrayList<>();
        for (Message entry : signature.messages(number)) {
            List<Long> shape = new ArrayList<>();
            String type = "unknown";
            for (Message tensor : entry.messages(VALUE)) {
                type = TYPES.getOrDefault(tensor.whole(2, 0), type);
                for (Message sides : tensor.messages(3)) {
                    for (Message side : sides.messages(2)) {
                        long length = side.whole(1, -1);
                        shape.add(length > 0 ? length : -1L);
                    }
                }
            }
            values.add(new OnnxValue(entry.text(KEY), type, shape));
        }
        values.sort(Comparator.comparing(OnnxValue::name));
        return values;
    }
}

package io.emotion4j.convert;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which values of a network are rounded to bytes: what flows from convolution to convolution, and what the last one gives to an average. The input
 * stays as it is, and so does what comes after: it costs little and counts much.
 */
final class RoundedValues {

    /** Operators that engines compute in bytes. */
    private static final Set<String> IN_BYTES = Set.of(
            "Conv", "Relu", "Clip", "LeakyRelu", "Sigmoid", "Add", "Mul", "MaxPool", "AveragePool", "Concat", "Resize");
    /** What ends the way of bytes after a convolution: one number a channel is left. */
    private static final Set<String> ENDS = Set.of(
            "GlobalAveragePool", "GlobalMaxPool", "ReduceMean", "Flatten", "Reshape", "Gemm", "MatMul", "Softmax");
    /** They cut off what rounding to bytes cuts off, too, so that only what they give is rounded. */
    private static final Set<String> CUTTING = Set.of("Relu", "Clip");

    private RoundedValues() {}

    static Set<String> of(OnnxNetwork network) {
        Map<String, List<NodeProto>> readers = network.readers();
        Set<String> small = new HashSet<>();
        Set<String> convolved = new HashSet<>();
        Map<String, Boolean> leading = new HashMap<>();
        Set<String> values = new LinkedHashSet<>();
        for (NodeProto node : network.nodes()) {
            String value = node.getOutput(0);
            boolean allSmall = node.getInputList().stream()
                    .allMatch(input ->
                            small.contains(input) || network.constants().containsKey(input));
            boolean after = node.getInputList().stream().anyMatch(convolved::contains);
            if (after || node.getOpType().equals("Conv")) {
                convolved.add(value);
            }
            if (after && ENDS.contains(node.getOpType()) || allSmall) {
                small.add(value);
                if (node.getOpType().equals("Sigmoid") && scales(value, readers, small)) {
                    values.add(value);
                }
            } else if (IN_BYTES.contains(node.getOpType()) && !network.outputs().contains(value)) {
                List<NodeProto> reading = readers.getOrDefault(value, List.of());
                boolean cut =
                        reading.size() == 1 && CUTTING.contains(reading.get(0).getOpType());
                if (!cut && leads(value, readers, leading)) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    /** Whether it is a number a channel that pictures are multiplied with (squeeze and excitation): bytes are multiplied with bytes alone. */
    private static boolean scales(String value, Map<String, List<NodeProto>> readers, Set<String> small) {
        List<NodeProto> reading = readers.getOrDefault(value, List.of());
        return !reading.isEmpty()
                && reading.stream()
                        .allMatch(reader ->
                                reader.getOpType().equals("Mul") && !small.containsAll(reader.getInputList()));
    }

    /** Whether a convolution or an average comes after. */
    private static boolean leads(String value, Map<String, List<NodeProto>> readers, Map<String, Boolean> known) {
        Boolean before = known.putIfAbsent(value, false);
        if (before != null) {
            return before;
        }
        boolean leads = false;
        for (NodeProto reader : readers.getOrDefault(value, List.of())) {
            leads |= reader.getOpType().equals("Conv")
                    || reader.getOpType().equals("GlobalAveragePool")
                    || reader.getOpType().equals("ReduceMean")
                    || reader.getOutputList().stream().anyMatch(next -> leads(next, readers, known));
        }
        known.put(value, leads);
        return leads;
    }
}

package io.emotion4j.internal.onnx;

import io.emotion4j.model.ExtraSpec;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ScoresSpec;
import io.emotion4j.model.ScoresSpec.Kind;
import io.emotion4j.model.SliceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a classifier's descriptor and the outputs of its network differ: how many numbers there are, and what they are.
 *
 * @param model what its descriptor says
 * @param outputs of the network
 */
record ScoresCheck(ModelDescriptor model, List<OnnxValue> outputs) {

    private static final Set<String> ENDS_IN_LOGITS = Set.of("Gemm", "MatMul", "Add", "Conv", "LogSoftmax");

    /** {@return a problem a line, of the number of scores} */
    List<String> lengths() {
        List<String> problems = new ArrayList<>();
        ScoresSpec scores = model.scores();
        if (scores != null) {
            int labels = model.labels().size() + scores.skipped().size();
            long found = length(scores.output());
            SliceSpec slice = scores.slice();
            boolean sliced = slice.from() + slice.count() > 0;
            if (found > 0 && sliced && found < slice.from() + labels) {
                problems.add("Key \"scores.from\" is " + slice.from() + " and " + labels
                        + " labels follow, but output '" + scores.output() + "' of the network has " + found
                        + " numbers a face; check \"from\" and \"labels\"");
            } else if (found > 0 && !sliced && found != labels) {
                problems.add("Key \"labels\" has " + labels + " labels, but output '" + scores.output()
                        + "' of the network has " + found
                        + " numbers a face; list a label for each, null for what is no expression of ours, or say which"
                        + " numbers are scores with \"from\" and \"count\" in \"scores\"");
            }
        }
        return problems;
    }

    /** {@return a problem a line, of extras beyond the ends of their outputs} */
    List<String> extras() {
        List<String> problems = new ArrayList<>();
        model.extras().forEach((name, extra) -> {
            String problem = extra(name, extra);
            if (problem != null) {
                problems.add(problem);
            }
        });
        return problems;
    }

    private @Nullable String extra(String name, ExtraSpec extra) {
        long found = length(extra.output());
        int from = extra.slice().from();
        int needed = from + Math.max(1, extra.slice().count());
        return found > 0 && found < needed
                ? "Key \"extras." + name + "\" takes "
                        + (needed == from + 1 ? "number " + from : "numbers " + from + " to " + (needed - 1))
                        + " of output '"
                        + extra.output() + "', but the network's has " + found + ", counted from 0; check \"from\" and"
                        + " \"count\""
                : null;
    }

    /**
     * Whether the numbers are what the descriptor says.
     *
     * @param last the operator that makes them
     * @return the problem; null where there is none
     */
    static @Nullable String kind(Kind kind, String last) {
        String start =
                "Key \"scores.kind\" is \"" + kind.key() + "\", but the network ends in " + last + ": its numbers ";
        boolean single = kind == Kind.SIGMOID || kind == Kind.SIGMOID_LOGITS;
        if (last.equals("Softmax") && kind == Kind.LOGITS) {
            return start + "are probabilities already, and a second softmax would make them nearly even; write"
                    + " \"probabilities\"";
        }
        if (last.equals("Softmax") && single) {
            return start + "are probabilities whose sum is 1; write \"probabilities\"";
        }
        if (last.equals("Sigmoid") && kind != Kind.SIGMOID) {
            return start + "lie within 0 to 1, each by itself; write \"sigmoid\"";
        }
        if (ENDS_IN_LOGITS.contains(last) && (kind == Kind.PROBABILITIES || kind == Kind.SIGMOID)) {
            return start + "are logits; write \"" + (single ? Kind.SIGMOID_LOGITS : Kind.LOGITS).key() + "\"";
        }
        return null;
    }

    /** Of the last side; -1 where it is open, or there is no such output. */
    private long length(String name) {
        return outputs.stream()
                .filter(output -> output.name().equals(name) && !output.shape().isEmpty())
                .mapToLong(output -> output.shape().get(output.shape().size() - 1))
                .findFirst()
                .orElse(-1);
    }
}

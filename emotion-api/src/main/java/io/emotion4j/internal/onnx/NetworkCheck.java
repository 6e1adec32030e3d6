package io.emotion4j.internal.onnx;

import io.emotion4j.model.InputSpec;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ScoresSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a descriptor and its network in ONNX say different things. */
public final class NetworkCheck {

    private final ModelDescriptor model;
    private final OnnxFile network;
    private final List<String> problems = new ArrayList<>();

    private NetworkCheck(ModelDescriptor model, OnnxFile network) {
        this.model = model;
        this.network = network;
    }

    /**
     * Compares names, shapes, types and what the last step of the network is.
     *
     * @param model what its descriptor says
     * @param network the network
     * @return a problem a line; none where all fits
     */
    public static List<String> of(ModelDescriptor model, OnnxFile network) {
        NetworkCheck check = new NetworkCheck(model, network);
        check.inputs();
        check.outputs();
        String broken = network.brokenWeight();
        if (broken != null) {
            check.problems.add("The network holds a weight that is not a finite number: " + broken
                    + "; export it again from a training that did not diverge");
        }
        check.problems.addAll(network.evenWeights());
        return check.problems;
    }

    private void inputs() {
        List<OnnxValue> inputs = network.inputs();
        List<String> names = inputs.stream().map(OnnxValue::name).toList();
        InputSpec input = model.input();
        if (!names.contains(input.name())) {
            problems.add("Key \"input.name\" is \"" + input.name() + "\", but the network has the inputs " + names
                    + "; write one of these");
        }
        List<String> unknown = model.constants().keySet().stream()
                .filter(name -> !names.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            problems.add("Key \"constants\" has " + unknown + ", but the network has the inputs " + names
                    + "; take out what it does not take");
        }
        for (OnnxValue value : inputs) {
            if (value.name().equals(input.name())) {
                input(value);
            } else if (!model.constants().containsKey(value.name()) && names.contains(input.name())) {
                problems.add("The network has the input '" + value.name() + "' (" + value.type() + " " + sides(value)
                        + "), too; give it its value in \"constants\"");
            }
        }
    }

    private void input(OnnxValue value) {
        InputSpec input = model.input();
        if (!value.type().equals(input.type().key())) {
            problems.add("Key \"input.type\" is " + input.type().key() + ", but the network takes " + value.type()
                    + "; write that");
        }
        List<Long> described = new ArrayList<>();
        for (long side : input.shape(1, input.height(), input.width())) {
            described.add(side);
        }
        boolean fits = value.shape().isEmpty() || value.shape().size() == described.size();
        for (int i = 1; fits && i < value.shape().size(); i++) {
            long side = value.shape().get(i);
            fits = side < 0 || described.get(i) == 0 || side == described.get(i);
        }
        if (!fits) {
            problems.add("Key \"input\" describes a picture of shape " + described.subList(1, 4) + " (" + input.layout()
                    + "), but the network takes " + sides(value) + "; check \"layout\", \"channels\", \"width\" and"
                    + " \"height\"");
        }
    }

    private void outputs() {
        Set<String> names = network.outputs().stream().map(OnnxValue::name).collect(Collectors.toSet());
        List<String> missing =
                model.outputs().stream().filter(name -> !names.contains(name)).toList();
        if (!missing.isEmpty()) {
            problems.add("Key \"outputs\" has " + missing + ", but the network has the outputs "
                    + network.outputs().stream().map(OnnxValue::name).toList() + "; write those");
        }
        ScoresSpec scores = model.scores();
        if (scores != null) {
            network.outputs().stream()
                    .filter(output -> output.name().equals(scores.output()))
                    .forEach(output -> scores(scores, output));
        }
    }

    private void scores(ScoresSpec scores, OnnxValue output) {
        int labels = model.labels().size() + scores.skipped().size();
        long found = output.shape().isEmpty()
                ? -1
                : output.shape().get(output.shape().size() - 1);
        boolean sliced = scores.slice().from() + scores.slice().count() > 0;
        if (found > 0 && sliced && found < scores.slice().from() + labels) {
            problems.add("Key \"scores.from\" is " + scores.slice().from() + " and " + labels
                    + " labels follow, but output '" + output.name() + "' of the network has " + found
                    + " numbers a face; check \"from\" and \"labels\"");
        } else if (found > 0 && !sliced && found != labels) {
            problems.add("Key \"labels\" has " + labels + " labels, but output '" + output.name()
                    + "' of the network has "
                    + found + " numbers a face; list a label for each, null for what is no expression of ours, or say"
                    + " which numbers are scores with \"from\" and \"count\" in \"scores\"");
        }
        String last = network.operatorOf(output.name());
        if (last.equals("Softmax") && scores.kind() == ScoresSpec.Kind.LOGITS) {
            problems.add(
                    "Key \"scores.kind\" is \"logits\", but the network ends in Softmax: its numbers are probabilities"
                            + " already, and a second softmax would make them nearly even; write \"probabilities\"");
        }
        if (Set.of("Gemm", "MatMul", "Add").contains(last)
                && scores.kind() != ScoresSpec.Kind.LOGITS
                && scores.kind() != ScoresSpec.Kind.SIGMOID_LOGITS) {
            problems.add("Key \"scores.kind\" is \"" + scores.kind().key() + "\", but the network ends in " + last
                    + ": its numbers are logits; write \"logits\"");
        }
    }

    private static String sides(OnnxValue value) {
        return value.shape().stream()
                .map(side -> side < 0 ? "?" : String.valueOf(side))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}

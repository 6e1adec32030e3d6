package io.emotion4j.internal.onnx;

import io.emotion4j.model.InputSpec;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ScoresSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a descriptor and its network say different things. */
public final class NetworkCheck {

    private final ModelDescriptor model;
    private final List<OnnxValue> inputs;
    private final List<OnnxValue> outputs;
    private final Set<String> unreadable;
    private final List<String> problems = new ArrayList<>();

    private NetworkCheck(
            ModelDescriptor model, List<OnnxValue> inputs, List<OnnxValue> outputs, Set<String> unreadable) {
        this.model = model;
        this.inputs = inputs;
        this.outputs = outputs;
        this.unreadable = unreadable;
    }

    /**
     * Compares names, shapes, types and what the last step of the network is, and looks at the weights.
     *
     * @param model what its descriptor says
     * @param network the network
     * @return a problem a line; none where all fits
     */
    public static List<String> of(ModelDescriptor model, OnnxFile network) {
        List<String> problems = new ArrayList<>(of(model, network, Set.of()));
        weights(network).forEach(problem -> problems.add("The network's " + problem));
        return problems;
    }

    /**
     * Looks at the weights.
     *
     * @param network the network
     * @return a problem a line; none where all are finite numbers, and not all the same
     */
    public static List<String> weights(OnnxFile network) {
        List<String> problems = new ArrayList<>();
        String broken = network.brokenWeight();
        if (broken != null) {
            problems.add("weight " + broken + " is not a finite number; export it again from a training that did not"
                    + " diverge");
        }
        problems.addAll(network.evenWeights());
        return problems;
    }

    /**
     * Compares all but the weights, of a descriptor of which not all can be read.
     *
     * @param model what its descriptor says
     * @param network the network
     * @param unreadable keys whose values are not the descriptor's
     * @return a problem a line; none where all fits
     */
    public static List<String> of(ModelDescriptor model, OnnxFile network, Set<String> unreadable) {
        NetworkCheck check = new NetworkCheck(model, network.inputs(), network.outputs(), unreadable);
        check.run(network);
        return check.problems;
    }

    /**
     * Compares a descriptor with what a SavedModel says of itself.
     *
     * @param model what its descriptor says
     * @param signature the SavedModel's
     * @param unreadable keys whose values are not the descriptor's
     * @return a problem a line; none where all fits
     */
    public static List<String> of(ModelDescriptor model, SavedModelSignature signature, Set<String> unreadable) {
        NetworkCheck check = new NetworkCheck(model, signature.inputs(), signature.outputs(), unreadable);
        check.run(null);
        return check.problems;
    }

    private void run(@Nullable OnnxFile network) {
        if (!unreadable.contains("input")) {
            inputs();
        }
        if (!unreadable.contains("outputs")) {
            outputs();
        }
        ScoresCheck numbers = new ScoresCheck(model, outputs);
        if (!unreadable.contains("scores") && !unreadable.contains("labels")) {
            problems.addAll(numbers.lengths());
        }
        problems.addAll(numbers.extras());
        ScoresSpec scores = model.scores();
        if (scores != null && network != null && !unreadable.contains("scores")) {
            String kind = ScoresCheck.kind(scores.kind(), network.operatorOf(scores.output()));
            if (kind != null) {
                problems.add(kind);
            }
        }
    }

    private void inputs() {
        List<String> names = inputs.stream().map(OnnxValue::name).toList();
        InputSpec input = model.input();
        if (!names.contains(input.name())) {
            problems.add("Key \"input.name\" is \"" + input.name() + "\", but the network has the inputs " + names
                    + "; write one of these");
        }
        if (unreadable.contains("constants")) {
            return;
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
                problems.addAll(new InputCheck(input, value).problems());
            } else if (!model.constants().containsKey(value.name()) && names.contains(input.name())) {
                problems.add("The network has the input '" + value.name() + "' (" + value.type() + " "
                        + InputCheck.sides(value) + "), too; give it its value in \"constants\"");
            }
        }
    }

    private void outputs() {
        List<String> names = outputs.stream().map(OnnxValue::name).toList();
        List<String> missing =
                model.outputs().stream().filter(name -> !names.contains(name)).toList();
        if (!missing.isEmpty()) {
            problems.add(
                    "Key \"outputs\" has " + missing + ", but the network has the outputs " + names + "; write those");
        }
    }
}

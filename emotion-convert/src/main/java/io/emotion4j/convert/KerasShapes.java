package io.emotion4j.convert;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Layers that change the shape alone. Keras counts a picture's numbers with the channels last, so that is how they are flattened. */
final class KerasShapes {

    private final OnnxNodes nodes;

    KerasShapes(OnnxNodes nodes) {
        this.nodes = nodes;
    }

    void addTo(Map<String, KerasLayers.Kind> kinds) {
        kinds.put("Flatten", (layer, inputs, weights) -> flat(layer, inputs.get(0)));
        kinds.put("Reshape", (layer, inputs, weights) -> reshaped(layer, inputs.get(0)));
        kinds.put("Concatenate", (layer, inputs, weights) -> joined(layer, inputs));
    }

    private KerasValue flat(KerasLayer layer, KerasValue in) {
        layer.checkChannelsLast();
        String value = KerasLayers.asKeras(nodes, in);
        return new KerasValue(nodes.node("Flatten", layer.name(), List.of(value), OnnxNodes.whole("axis", 1)), 2);
    }

    private KerasValue reshaped(KerasLayer layer, KerasValue in) {
        JsonNode target = layer.config().path("target_shape");
        long[] shape = new long[target.size() + 1];
        // The batch stays what it is.
        for (int i = 0; i < target.size(); i++) {
            shape[i + 1] = target.get(i).asLong();
        }
        String value = nodes.node(
                "Reshape",
                layer.name(),
                List.of(KerasLayers.asKeras(nodes, in), nodes.indices(layer.name() + "_shape", shape)));
        if (shape.length != 4) {
            return new KerasValue(value, shape.length);
        }
        return new KerasValue(
                nodes.node("Transpose", layer.name() + "_nchw", List.of(value), OnnxNodes.wholes("perm", 0, 3, 1, 2)),
                4);
    }

    private KerasValue joined(KerasLayer layer, List<KerasValue> inputs) {
        int rank = inputs.get(0).rank();
        int axis = (int) layer.number("axis", -1);
        int fromFront = axis < 0 ? axis + rank : axis;
        if (fromFront < 1 || fromFront >= rank) {
            throw layer.refused("axis " + axis, "one of a value of " + rank + " dimensions, not the batch");
        }
        int inOnnx = rank != 4 ? fromFront : fromFront == 3 ? 1 : fromFront + 1;
        return new KerasValue(
                nodes.node(
                        "Concat",
                        layer.name(),
                        inputs.stream().map(KerasValue::name).toList(),
                        OnnxNodes.whole("axis", inOnnx)),
                rank);
    }
}

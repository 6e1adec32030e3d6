package io.emotion4j.convert;

import io.emotion4j.ModelLoadException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The kinds of layers that are known, and how each is written. */
final class KerasLayers {

    /** Writes a layer of some kind. */
    interface Kind {
        KerasValue write(KerasLayer layer, List<KerasValue> inputs, KerasWeights.Taken weights);
    }

    /** They do nothing once the network is trained. */
    private static final List<String> OF_TRAINING = List.of(
            "Dropout",
            "SpatialDropout2D",
            "AlphaDropout",
            "GaussianDropout",
            "GaussianNoise",
            "ActivityRegularization",
            "RandomFlip",
            "RandomRotation",
            "RandomZoom",
            "RandomTranslation",
            "RandomContrast",
            "RandomBrightness");

    private final OnnxNodes nodes;
    private final Map<String, Kind> kinds = new HashMap<>();

    KerasLayers(OnnxNodes nodes, int kerasVersion) {
        this.nodes = nodes;
        KerasActivations activations = new KerasActivations(nodes, kerasVersion);
        OF_TRAINING.forEach(type -> kinds.put(type, (layer, inputs, weights) -> inputs.get(0)));
        new KerasConvolutions(nodes, activations).addTo(kinds);
        new KerasPooling(nodes).addTo(kinds);
        new KerasArithmetic(nodes, activations).addTo(kinds);
        new KerasShapes(nodes).addTo(kinds);
        activations.addTo(kinds);
    }

    boolean knows(String type) {
        return type.equals("InputLayer") || kinds.containsKey(type);
    }

    Set<String> types() {
        return kinds.keySet();
    }

    KerasValue write(KerasLayer layer, List<KerasValue> inputs, KerasWeights.Taken weights) {
        Kind kind = kinds.get(layer.type());
        if (kind == null || inputs.isEmpty()) {
            throw new ModelLoadException("Layer '" + layer.name() + "' (" + layer.type() + ") reads nothing");
        }
        return kind.write(layer, inputs, weights);
    }

    /** {@return the name of the value with channels last} */
    String asKeras(KerasValue value) {
        return asKeras(nodes, value);
    }

    static String asKeras(OnnxNodes nodes, KerasValue value) {
        return value.isPicture()
                ? nodes.node(
                        "Transpose",
                        value.name() + "_nhwc",
                        List.of(value.name()),
                        OnnxNodes.wholes("perm", 0, 2, 3, 1))
                : value.name();
    }
}

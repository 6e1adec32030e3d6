package io.emotion4j.convert;

import com.fasterxml.jackson.databind.JsonNode;
import io.emotion4j.ModelLoadException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Walks through a Keras model, models within models included, and has each layer written as often as it is called. */
final class KerasNetwork {

    private final OnnxNodes nodes;
    private final KerasWeights weights;
    private final KerasLayers layers;

    KerasNetwork(OnnxNodes nodes, KerasWeights weights, int kerasVersion) {
        this.nodes = nodes;
        this.weights = weights;
        this.layers = new KerasLayers(nodes, kerasVersion);
    }

    /** {@return what was read, for people} */
    List<String> write(KerasLayer model) {
        if (!model.isModel()) {
            throw new ModelLoadException("The Keras file describes a " + model.type()
                    + ", expected a Sequential or Functional model; a subclassed model describes none of its layers, "
                    + "so export it as a SavedModel");
        }
        Set<String> unknown = new LinkedHashSet<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        survey(model, unknown, counts);
        if (!unknown.isEmpty()) {
            throw new ModelLoadException("The Keras model has layers that the importer does not know: "
                    + String.join(", ", unknown) + "; it knows " + String.join(", ", new TreeSet<>(layers.types()))
                    + ". Export the model as a SavedModel, which may have any layer");
        }
        List<KerasValue> outputs = run(model, List.of(), "", List.of());
        List<KerasLayer> ends = ends(model);
        for (int i = 0; i < outputs.size(); i++) {
            KerasValue value = outputs.get(i);
            nodes.output(
                    layers.asKeras(value),
                    ends.size() == outputs.size() ? ends.get(i).name() : "output_" + i);
        }
        List<String> notes = new ArrayList<>();
        counts.forEach((type, count) -> notes.add(String.format(Locale.ROOT, "%d x %s", count, type)));
        return notes;
    }

    private void survey(KerasLayer model, Set<String> unknown, Map<String, Integer> counts) {
        for (KerasLayer layer : inner(model)) {
            if (layer.isModel()) {
                survey(layer, unknown, counts);
            } else if (layers.knows(layer.type())) {
                counts.merge(layer.type(), 1, Integer::sum);
            } else {
                unknown.add(layer.type() + " ('" + layer.name() + "')");
            }
        }
    }

    static List<KerasLayer> inner(KerasLayer model) {
        // The first versions of Keras 2 wrote the layers of a Sequential where its settings are now.
        JsonNode list =
                model.config().isArray() ? model.config() : model.config().path("layers");
        List<KerasLayer> found = new ArrayList<>();
        list.forEach(layer -> found.add(KerasLayer.of(layer)));
        return found;
    }

    private static List<KerasLayer> ends(KerasLayer model) {
        List<KerasLayer> inner = inner(model);
        if (model.type().equals("Sequential")) {
            return inner.isEmpty() ? List.of() : List.of(inner.get(inner.size() - 1));
        }
        List<KerasLayer> ends = new ArrayList<>();
        for (KerasReference end : KerasReference.all(model.config().path("output_layers"))) {
            inner.stream().filter(layer -> layer.name().equals(end.layer())).forEach(ends::add);
        }
        return ends;
    }

    /** @param given the values that a model within a model reads; none for the outermost */
    private List<KerasValue> run(KerasLayer model, List<String> names, String store, List<KerasValue> given) {
        Map<KerasLayer, KerasWeights.Place> places = new LinkedHashMap<>();
        Map<String, Integer> used = new HashMap<>();
        for (KerasLayer layer : inner(model)) {
            List<String> path = new ArrayList<>(names);
            path.add(layer.name());
            // A Sequential does not count its input among its layers.
            boolean counted =
                    !model.type().equals("Sequential") || !layer.type().equals("InputLayer");
            String kind = snakeCase(layer.type().equals("Model") ? "Functional" : layer.type());
            int before = counted ? used.merge(kind, 1, Integer::sum) - 1 : 0;
            places.put(
                    layer,
                    new KerasWeights.Place(
                            path,
                            (store.isEmpty() ? "" : store + "/") + "layers/" + kind
                                    + (before == 0 ? "" : "_" + before)));
        }
        return model.type().equals("Sequential")
                ? sequence(model, places, given)
                : new Functional(model, places, given).outputs();
    }

    private List<KerasValue> sequence(
            KerasLayer model, Map<KerasLayer, KerasWeights.Place> places, List<KerasValue> given) {
        List<KerasValue> values = given;
        for (Map.Entry<KerasLayer, KerasWeights.Place> layer : places.entrySet()) {
            boolean isInput = layer.getKey().type().equals("InputLayer");
            if (values.isEmpty()) {
                JsonNode shape = shape(layer.getKey().config());
                JsonNode built = shape.isArray() ? shape : model.config().path("build_input_shape");
                values = List.of(input(isInput ? layer.getKey().name() : "input", built));
            }
            if (!isInput) {
                values = call(layer.getKey(), layer.getValue(), values);
            }
        }
        return values;
    }

    private static JsonNode shape(JsonNode config) {
        return config.hasNonNull("batch_shape") ? config.get("batch_shape") : config.path("batch_input_shape");
    }

    private KerasValue input(String name, JsonNode shape) {
        if (shape.size() != 4) {
            throw new ModelLoadException("The Keras model's input '" + name + "' has the shape " + shape
                    + ", expected one of pictures, such as [null, 48, 48, 1]; if it is missing, build and save the model with "
                    + "an input shape");
        }
        return new KerasValue(
                nodes.input(
                        name,
                        shape.get(3).asInt(),
                        shape.get(1).asInt(),
                        shape.get(2).asInt()),
                4);
    }

    private List<KerasValue> call(KerasLayer layer, KerasWeights.Place place, List<KerasValue> inputs) {
        if (layer.isModel()) {
            return run(layer, place.names(), place.store(), inputs);
        }
        KerasWeights.Taken taken = weights.at(place);
        KerasValue output = layers.write(layer, inputs, taken);
        taken.checkNoneLeft();
        return List.of(output);
    }

    /** {@code BatchNormalization} to {@code batch_normalization}, as Keras makes names of classes. */
    static String snakeCase(String type) {
        return type.replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /** A graph of layers, each called when its output is asked for. */
    private final class Functional {

        private final KerasLayer model;
        private final Map<String, KerasLayer> byName = new HashMap<>();
        private final Map<KerasLayer, KerasWeights.Place> places;
        private final Map<String, List<KerasValue>> done = new HashMap<>();

        Functional(KerasLayer model, Map<KerasLayer, KerasWeights.Place> places, List<KerasValue> given) {
            this.model = model;
            this.places = places;
            places.keySet().forEach(layer -> byName.put(layer.name(), layer));
            List<KerasReference> inputs = KerasReference.all(model.config().path("input_layers"));
            for (int i = 0; i < inputs.size(); i++) {
                KerasLayer layer = layer(inputs.get(i).layer());
                KerasValue value = given.isEmpty() ? input(layer.name(), shape(layer.config())) : given.get(i);
                done.put(layer.name() + "/0", List.of(value));
            }
        }

        List<KerasValue> outputs() {
            return KerasReference.all(model.config().path("output_layers")).stream()
                    .map(this::value)
                    .toList();
        }

        private KerasLayer layer(String name) {
            KerasLayer layer = byName.get(name);
            if (layer == null) {
                throw new ModelLoadException("The Keras model reads from a layer '" + name + "', which it has not");
            }
            return layer;
        }

        private KerasValue value(KerasReference reference) {
            KerasLayer layer = layer(reference.layer());
            int node = Math.max(
                    0, Math.min(node(layer, reference.node()), layer.inbound().size() - 1));
            String key = layer.name() + "/" + node;
            List<KerasValue> known = done.get(key);
            if (known == null) {
                if (layer.inbound().isEmpty()) {
                    throw new ModelLoadException(
                            "Layer '" + layer.name() + "' of the Keras model is read from, but nothing goes into it");
                }
                List<KerasValue> inputs = KerasReference.all(layer.inbound().get(node)).stream()
                        .map(this::value)
                        .toList();
                known = call(layer, Objects.requireNonNull(places.get(layer), "every layer has a place"), inputs);
                done.put(key, known);
            }
            return known.get(Math.min(reference.output(), known.size() - 1));
        }

        /** A model within a model counts its own making as its first call. */
        private int node(KerasLayer layer, int node) {
            return layer.isModel() ? node - 1 : node;
        }
    }
}

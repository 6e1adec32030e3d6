package io.emotion4j.convert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.emotion4j.ModelLoadException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * TensorFlow.js's {@code model.json} with its shards. A graph model becomes one frozen {@code saved_model.pb}; a layers model is one of Keras's,
 * and becomes ONNX.
 */
final class WebImport {

    static final String NAME = "model.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private WebImport() {}

    /** Whether a file may be one: our own descriptors have no such key. */
    static boolean isWeb(Path file) throws IOException {
        return Files.isRegularFile(file)
                && String.valueOf(file.getFileName()).endsWith(".json")
                && Files.readString(file, StandardCharsets.ISO_8859_1).contains("\"modelTopology\"");
    }

    static ImportedWeights of(Path file) throws IOException {
        JsonNode model;
        try {
            model = JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new ModelLoadException(
                    "The file " + file + " is no JSON (" + e.getOriginalMessage() + "); copy it again", e);
        }
        try {
            Map<String, WebWeights.Weight> weights = WebWeights.of(file, model.path("weightsManifest"));
            JsonNode topology = model.path("modelTopology");
            boolean layers = topology.has("model_config") || topology.has("class_name");
            return layers ? layers(topology, weights) : graph(model, weights);
        } catch (IllegalArgumentException e) {
            throw new ModelLoadException(
                    "The TensorFlow.js model " + file + " cannot be imported: " + e.getMessage(), e);
        }
    }

    private static ImportedWeights graph(JsonNode model, Map<String, WebWeights.Weight> weights) {
        SavedModelFreezing.requireTensorFlow("A graph of TensorFlow.js's runs on TensorFlow");
        byte[] bytes = WebGraph.of(model, weights);
        List<String> notes = new ArrayList<>();
        notes.add(String.format(
                Locale.ROOT,
                "%d weights with %,d numbers became constants",
                weights.size(),
                weights.values().stream().mapToLong(WebWeights.Weight::elements).sum()));
        notes.addAll(WebWeights.notes(weights));
        return new ImportedWeights("saved_model.pb", bytes, notes);
    }

    private static ImportedWeights layers(JsonNode topology, Map<String, WebWeights.Weight> weights) {
        JsonNode model = topology.has("model_config") ? topology.path("model_config") : topology;
        Map<String, KerasArray> arrays = new LinkedHashMap<>();
        weights.forEach((name, weight) -> arrays.put(name, weight.array()));
        OnnxNodes nodes = new OnnxNodes();
        List<String> notes =
                new ArrayList<>(new KerasNetwork(nodes, new KerasWeights(arrays, true), 2).write(KerasLayer.of(model)));
        notes.addAll(WebWeights.notes(weights));
        return new ImportedWeights("model.onnx", nodes.bytes(), notes);
    }
}

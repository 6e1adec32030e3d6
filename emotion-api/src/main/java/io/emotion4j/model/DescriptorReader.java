package io.emotion4j.model;

import io.emotion4j.Emotion;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import io.emotion4j.internal.json.JsonReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code model.json}, format version 1, and checks that what it says fits together. */
final class DescriptorReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final JsonObject json;

    private DescriptorReader(JsonObject json) {
        this.json = json;
    }

    static ModelDescriptor read(String text) throws JsonException {
        JsonObject json = JsonReader.readObject(text);
        long version = json.whole("formatVersion");
        if (version != 1) {
            throw json.error("formatVersion", "is " + version + ", this library reads 1; use a newer emotion4j");
        }
        ModelDescriptor descriptor = new DescriptorReader(json).descriptor();
        json.rejectUnknownKeys();
        return descriptor;
    }

    private ModelDescriptor descriptor() throws JsonException {
        String id = json.string("id");
        if (!ID.matcher(id).matches()) {
            throw json.error("id", "must be lower-case letters, digits, '.', '_' and '-', found \"" + id + "\"");
        }
        ModelTask task = json.choice("task", ModelTask.values(), ModelTask::key);
        boolean classifier = task == ModelTask.EMOTION_CLASSIFICATION;
        InputSpec input = InputReader.read(json.object("input"), classifier);
        List<String> outputs = json.strings("outputs");
        if (outputs.isEmpty()) {
            throw json.error("outputs", "is empty; list every output of the network in order");
        }
        return new ModelDescriptor(
                id,
                json.string("version"),
                task,
                json.string("architecture"),
                files(json.object("files")),
                input,
                outputs,
                classifier ? scores(json.object("scores"), outputs) : null,
                classifier ? labels() : List.of(),
                classifier ? face() : null,
                classifier ? null : thresholds(),
                golden(input, outputs),
                optionalFile("card"),
                optionalFile("evaluation"),
                json.optionalString("license").orElse(""),
                json.optionalString("trainingData").orElse(""),
                json.optionalString("source").orElse(""),
                metrics());
    }

    private static Map<String, ModelFile> files(JsonObject files) throws JsonException {
        Map<String, ModelFile> byFormat = new LinkedHashMap<>();
        for (String format : files.keys()) {
            byFormat.put(format, file(files.object(format)));
        }
        if (byFormat.isEmpty()) {
            throw new JsonException("Key \"files\" is empty; a model has at least one weight file");
        }
        return byFormat;
    }

    private @Nullable ModelFile optionalFile(String key) throws JsonException {
        Optional<JsonObject> object = json.optionalObject(key);
        return object.isEmpty() ? null : file(object.get());
    }

    private static ModelFile file(JsonObject file) throws JsonException {
        String path = file.string("path");
        if (path.isEmpty()
                || path.matches("/.*|.*[\\\\:].*")
                || Arrays.asList(path.split("/", -1)).contains("..")) {
            throw file.error(
                    "path", "must lie at or below the descriptor, with forward slashes, found \"" + path + "\"");
        }
        String sha256 = file.string("sha256");
        if (!SHA256.matcher(sha256).matches()) {
            throw file.error("sha256", "must be 64 lower-case hexadecimal digits, found \"" + sha256 + "\"");
        }
        long bytes = file.whole("bytes");
        if (bytes < 1 || bytes > Model.MAX_FILE_BYTES) {
            throw file.error("bytes", "must lie within 1 to " + Model.MAX_FILE_BYTES + ", found " + bytes);
        }
        return new ModelFile(path, sha256, bytes);
    }

    private static ScoresSpec scores(JsonObject scores, List<String> outputs) throws JsonException {
        String output = scores.string("output");
        if (!outputs.contains(output)) {
            throw scores.error("output", "must be one of \"outputs\" " + outputs + ", found \"" + output + "\"");
        }
        return new ScoresSpec(
                output,
                scores.choice(
                        "kind", ScoresSpec.Kind.values(), kind -> kind.name().toLowerCase(Locale.ROOT)));
    }

    private List<Emotion> labels() throws JsonException {
        List<Emotion> labels = new ArrayList<>();
        Set<Emotion> seen = EnumSet.noneOf(Emotion.class);
        for (String label : json.strings("labels")) {
            Optional<Emotion> emotion = Emotion.ofLabel(label);
            if (emotion.isEmpty()) {
                List<String> known =
                        Arrays.stream(Emotion.values()).map(Emotion::label).toList();
                throw json.error("labels", "has \"" + label + "\", expected only " + known);
            }
            if (!seen.add(emotion.get())) {
                throw json.error("labels", "has \"" + label + "\" twice");
            }
            labels.add(emotion.get());
        }
        if (labels.size() < 2) {
            throw json.error("labels", "needs at least 2 labels, found " + labels.size());
        }
        return labels;
    }

    private FaceSpec face() throws JsonException {
        Optional<JsonObject> face = json.optionalObject("face");
        if (face.isEmpty()) {
            return new FaceSpec(0, null);
        }
        double margin = face.get().optionalNumber("margin").orElse(0.0);
        if (margin < -0.4 || margin > 4) {
            throw face.get().error("margin", "lies within -0.4 to 4 of the box's side, found " + margin);
        }
        return new FaceSpec((float) margin, face.get().keys().contains("template") ? template(face.get()) : null);
    }

    private static Landmarks template(JsonObject face) throws JsonException {
        List<List<Double>> rows = face.numberLists("template");
        if (rows.size() != 5 || rows.stream().anyMatch(row -> row.size() != 2)) {
            throw face.error("template", "needs five points [x, y], found " + rows);
        }
        List<Point> points = rows.stream()
                .map(row -> new Point(row.get(0).floatValue(), row.get(1).floatValue()))
                .toList();
        return new Landmarks(points.get(0), points.get(1), points.get(2), points.get(3), points.get(4));
    }

    private ThresholdSpec thresholds() throws JsonException {
        JsonObject thresholds = json.object("thresholds");
        return new ThresholdSpec(fraction(thresholds, "score"), fraction(thresholds, "nms"));
    }

    private static float fraction(JsonObject thresholds, String key) throws JsonException {
        double value = thresholds.number(key);
        if (value < 0 || value > 1) {
            throw thresholds.error(key, "lies within 0 to 1, found " + value);
        }
        return (float) value;
    }

    private @Nullable GoldenSpec golden(InputSpec input, List<String> outputs) throws JsonException {
        Optional<JsonObject> golden = json.optionalObject("golden");
        return golden.isEmpty() ? null : GoldenReader.read(golden.get(), file(golden.get()), input, outputs);
    }

    private Map<String, Double> metrics() throws JsonException {
        Optional<JsonObject> metrics = json.optionalObject("metrics");
        return metrics.isEmpty() ? Map.of() : metrics.get().asNumbers();
    }
}

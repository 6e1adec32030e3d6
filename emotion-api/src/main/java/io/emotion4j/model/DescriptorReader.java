package io.emotion4j.model;

import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import io.emotion4j.internal.json.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads {@code model.json}, format version 1, and checks that what it says fits together. */
final class DescriptorReader {

    private final JsonObject json;

    private DescriptorReader(JsonObject json) {
        this.json = json;
    }

    static ModelDescriptor read(String text) throws JsonException {
        return read(JsonReader.readObject(text));
    }

    static ModelDescriptor read(JsonObject json) throws JsonException {
        long version = json.whole("formatVersion");
        if (version != 1) {
            throw json.error("formatVersion", "is " + version + ", this library reads 1; use a newer emotion4j");
        }
        ModelDescriptor descriptor = new DescriptorReader(json).descriptor();
        json.rejectUnknownKeys();
        return descriptor;
    }

    private ModelDescriptor descriptor() throws JsonException {
        ModelTask task = json.choice("task", ModelTask.values(), ModelTask::key);
        InputSpec input = InputReader.read(json.object("input"), task == ModelTask.EMOTION_CLASSIFICATION);
        List<String> outputs = json.strings("outputs");
        ModelDescriptorBuilder model = ModelDescriptor.builder(json.string("id"), task, json.string("architecture"))
                .version(json.string("version"))
                .files(files(json.object("files")))
                .input(input)
                .constants(constants())
                .outputs(outputs)
                .golden(golden(input, outputs))
                .card(optionalFile("card"))
                .evaluation(optionalFile("evaluation"))
                .license(json.optionalString("license").orElse(""))
                .trainingData(json.optionalString("trainingData").orElse(""))
                .source(json.optionalString("source").orElse(""))
                .metrics(metrics());
        if (task == ModelTask.EMOTION_CLASSIFICATION) {
            new ClassifierReader(json).read(model);
        } else {
            model.thresholds(thresholds(json.object("thresholds"))).decoder(decoder());
        }
        return checked(json, model::build);
    }

    /** What a part of a descriptor refuses is an error of that key. */
    static <T> T checked(JsonObject json, Supplier<T> part) throws JsonException {
        try {
            return part.get();
        } catch (SpecException e) {
            throw json.error(e.key(), e.problem());
        }
    }

    static Map<String, ModelFile> files(JsonObject files) throws JsonException {
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

    static ModelFile file(JsonObject file) throws JsonException {
        String path = file.string("path");
        String sha256 = file.string("sha256");
        long bytes = file.whole("bytes");
        List<ModelFile> data = new ArrayList<>();
        for (JsonObject beside : file.objects("data")) {
            data.add(file(beside));
        }
        List<ModelFile> stages = new ArrayList<>();
        for (JsonObject next : file.objects("stages")) {
            stages.add(file(next));
        }
        return checked(file, () -> new ModelFile(path, sha256, bytes, data, stages));
    }

    private Map<String, ConstantSpec> constants() throws JsonException {
        Map<String, ConstantSpec> constants = new LinkedHashMap<>();
        Optional<JsonObject> named = json.optionalObject("constants");
        if (named.isPresent()) {
            for (String name : named.get().keys()) {
                constants.put(name, constant(named.get(), name));
            }
        }
        return constants;
    }

    static ConstantSpec constant(JsonObject named, String name) throws JsonException {
        if (named.isNumber(name)) {
            return ConstantSpec.of(named.number(name));
        }
        JsonObject constant = named.object(name);
        TensorType type = constant.optionalChoice("type", TensorType.values(), TensorType::key, TensorType.FLOAT32);
        List<Long> shape = constant.wholes("shape");
        List<Double> values = constant.numbers("values");
        return checked(constant, () -> new ConstantSpec(type, shape, values));
    }

    static ThresholdSpec thresholds(JsonObject thresholds) throws JsonException {
        float score = (float) thresholds.number("score");
        float nms = (float) thresholds.number("nms");
        float voting = (float) thresholds.optionalNumber("voting").orElse(1.0).doubleValue();
        float voters = (float) thresholds.optionalNumber("voters").orElse(0.0).doubleValue();
        return checked(thresholds, () -> new ThresholdSpec(score, nms, voting, voters));
    }

    private DecoderSpec decoder() throws JsonException {
        Optional<JsonObject> decoder = json.optionalObject("decoder");
        return decoder.isEmpty()
                ? DecoderSpec.none()
                : checked(json, () -> DecoderSpec.of(decoder.get().asValues()));
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

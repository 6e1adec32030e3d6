package io.emotion4j.model;

import io.emotion4j.internal.json.IndentedJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code model.json}, format version 1; {@link DescriptorReader} reads it. */
final class DescriptorWriter {

    private DescriptorWriter() {}

    static String write(ModelDescriptor model) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("formatVersion", 1);
        json.put("id", model.id());
        json.put("version", model.version());
        json.put("task", model.task().key());
        json.put("architecture", model.architecture());
        Map<String, Object> files = new LinkedHashMap<>();
        model.files().forEach((format, file) -> files.put(format, file(file)));
        json.put("files", files);
        json.put("input", input(model.input()));
        if (!model.constants().isEmpty()) {
            Map<String, Object> constants = new LinkedHashMap<>();
            model.constants().forEach((name, constant) -> constants.put(name, constant(constant)));
            json.put("constants", constants);
        }
        json.put("outputs", model.outputs());
        ScoresSpec scores = model.scores();
        if (scores != null) {
            ClassifierWriter.write(model, scores, json);
        }
        FaceSpec face = model.face();
        if (face != null) {
            json.put("face", face(face));
        }
        ThresholdSpec thresholds = model.thresholds();
        if (thresholds != null) {
            Map<String, Object> defaults = new LinkedHashMap<>();
            defaults.put("score", thresholds.minConfidence());
            defaults.put("nms", thresholds.maxOverlap());
            if (thresholds.voting() < 1) {
                defaults.put("voting", thresholds.voting());
            }
            if (thresholds.voters() > 0) {
                defaults.put("voters", thresholds.voters());
            }
            json.put("thresholds", defaults);
        }
        if (!model.decoder().equals(DecoderSpec.none())) {
            json.put("decoder", model.decoder().settings());
        }
        GoldenSpec golden = model.golden();
        if (golden != null) {
            json.put("golden", golden(golden));
        }
        ModelFile card = model.card();
        if (card != null) {
            json.put("card", file(card));
        }
        ModelFile evaluation = model.evaluation();
        if (evaluation != null) {
            json.put("evaluation", file(evaluation));
        }
        json.put("license", model.license());
        json.put("trainingData", model.trainingData());
        json.put("source", model.source());
        json.put("metrics", model.metrics());
        return IndentedJson.of(json);
    }

    private static Map<String, Object> file(ModelFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", file.path());
        json.put("sha256", file.sha256());
        json.put("bytes", file.bytes());
        if (!file.data().isEmpty()) {
            json.put("data", file.data().stream().map(DescriptorWriter::file).toList());
        }
        if (!file.stages().isEmpty()) {
            json.put(
                    "stages", file.stages().stream().map(DescriptorWriter::file).toList());
        }
        return json;
    }

    private static Map<String, Object> input(InputSpec input) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", input.name());
        json.put("width", input.width());
        json.put("height", input.height());
        if (input.anySize()) {
            json.put("multipleOf", input.multipleOf());
        }
        if (input.enlargeTo() > 0) {
            json.put("enlargeTo", input.enlargeTo());
        }
        if (input.maxBatch() > 0) {
            json.put("maxBatch", input.maxBatch());
        }
        if (input.type() != TensorType.FLOAT32) {
            json.put("type", input.type().key());
        }
        json.put("layout", input.layout().name());
        json.put("channels", input.channels().name());
        json.put("scale", input.scale());
        json.put("mean", input.mean());
        json.put("std", input.std());
        return json;
    }

    private static Map<String, Object> constant(ConstantSpec constant) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", constant.type().key());
        json.put("shape", constant.shape());
        json.put("values", constant.values());
        return json;
    }

    private static Map<String, Object> face(FaceSpec face) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("margin", face.margin());
        if (face.template() != null) {
            json.put(
                    "template",
                    face.template().points().stream()
                            .map(point -> List.of(point.x(), point.y()))
                            .toList());
        }
        if (face.fit() != FaceSpec.Fit.SQUARE) {
            json.put("fit", face.fit().key());
        }
        if (face.shift() != 0) {
            json.put("shift", face.shift());
        }
        if (face.wholePixels()) {
            json.put("wholePixels", true);
        }
        if (face.resample() != FaceSpec.Resample.SMOOTH) {
            json.put("resample", face.resample().key());
        }
        return json;
    }

    static Map<String, Object> golden(GoldenSpec golden) {
        Map<String, Object> json = file(golden.file());
        json.put("inputShape", golden.inputShape());
        json.put("outputShapes", golden.outputShapes());
        json.put("tolerance", golden.tolerance());
        return json;
    }
}

package io.emotion4j.training.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.emotion4j.Emotion;
import io.emotion4j.Landmarks;
import io.emotion4j.model.FaceSpec;
import io.emotion4j.model.GoldenSpec;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Writes {@code model.json}, format version 1. What {@link io.emotion4j.model.Model} reads from it equals what was written. */
final class DescriptorWriter {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DescriptorWriter() {}

    static String write(ModelDescriptor model) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("formatVersion", 1);
        json.put("id", model.id());
        json.put("version", model.version());
        json.put("task", model.task().key());
        json.put("architecture", model.architecture());
        ObjectNode files = json.putObject("files");
        model.files().forEach((format, file) -> file(files.putObject(format), file));
        input(json.putObject("input"), model.input());
        strings(json.putArray("outputs"), model.outputs());
        if (model.scores() != null) {
            json.putObject("scores")
                    .put("output", model.scores().output())
                    .put("kind", model.scores().kind().name().toLowerCase(Locale.ROOT));
            strings(
                    json.putArray("labels"),
                    model.labels().stream().map(Emotion::label).toList());
        }
        if (model.face() != null) {
            face(json.putObject("face"), model.face());
        }
        if (model.thresholds() != null) {
            json.putObject("thresholds")
                    .put("score", model.thresholds().score())
                    .put("nms", model.thresholds().nms());
        }
        if (model.golden() != null) {
            golden(json.putObject("golden"), model.golden());
        }
        if (model.card() != null) {
            file(json.putObject("card"), model.card());
        }
        if (model.evaluation() != null) {
            file(json.putObject("evaluation"), model.evaluation());
        }
        json.put("license", model.license());
        json.put("trainingData", model.trainingData());
        json.put("source", model.source());
        ObjectNode metrics = json.putObject("metrics");
        model.metrics().forEach(metrics::put);
        return text(json);
    }

    private static ObjectNode file(ObjectNode json, ModelFile file) {
        return json.put("path", file.path()).put("sha256", file.sha256()).put("bytes", file.bytes());
    }

    private static void input(ObjectNode json, InputSpec input) {
        json.put("name", input.name()).put("width", input.width()).put("height", input.height());
        if (input.anySize()) {
            json.put("multipleOf", input.multipleOf());
        }
        if (input.maxBatch() > 0) {
            json.put("maxBatch", input.maxBatch());
        }
        json.put("layout", input.layout().name());
        json.put("channels", input.channels().name());
        json.put("scale", input.scale());
        numbers(json.putArray("mean"), input.mean());
        numbers(json.putArray("std"), input.std());
    }

    private static void face(ObjectNode json, FaceSpec face) {
        json.put("margin", face.margin());
        Landmarks template = face.template();
        if (template != null) {
            ArrayNode points = json.putArray("template");
            template.points().forEach(point -> points.addArray().add(point.x()).add(point.y()));
        }
    }

    private static void golden(ObjectNode json, GoldenSpec golden) {
        file(json, golden.file());
        golden.inputShape().forEach(json.putArray("inputShape")::add);
        ObjectNode shapes = json.putObject("outputShapes");
        golden.outputShapes().forEach((name, shape) -> shape.forEach(shapes.withArray(name)::add));
        json.put("tolerance", golden.tolerance());
    }

    private static void strings(ArrayNode json, Collection<String> values) {
        values.forEach(json::add);
    }

    private static void numbers(ArrayNode json, List<Float> values) {
        values.forEach(json::add);
    }

    private static String text(ObjectNode json) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return MAPPER.writer(printer).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError("A tree in memory can be written", e);
        }
    }
}

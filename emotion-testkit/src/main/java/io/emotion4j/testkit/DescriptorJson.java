package io.emotion4j.testkit;

import io.emotion4j.Emotion;
import io.emotion4j.Landmarks;
import io.emotion4j.model.FaceSpec;
import io.emotion4j.model.GoldenSpec;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.ScoresSpec;
import io.emotion4j.model.ThresholdSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what a model needs to run as {@code model.json}; card, licence and metrics are left out. */
final class DescriptorJson {

    private DescriptorJson() {}

    static String of(ModelDescriptor m) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("formatVersion", 1);
        json.put("id", m.id());
        json.put("version", m.version());
        json.put("task", m.task().key());
        json.put("architecture", m.architecture());
        Map<String, Object> files = new LinkedHashMap<>();
        m.files().forEach((format, file) -> files.put(format, file(file)));
        json.put("files", files);
        json.put("input", input(m.input()));
        json.put("outputs", m.outputs());
        ScoresSpec scores = m.scores();
        if (scores != null) {
            json.put("scores", Map.of("output", scores.output(), "kind", lower(scores.kind())));
            json.put("labels", m.labels().stream().map(Emotion::label).toList());
        }
        FaceSpec face = m.face();
        if (face != null) {
            json.put("face", face(face));
        }
        ThresholdSpec thresholds = m.thresholds();
        if (thresholds != null) {
            json.put("thresholds", Map.of("score", thresholds.score(), "nms", thresholds.nms()));
        }
        GoldenSpec golden = m.golden();
        if (golden != null) {
            json.put("golden", golden(golden));
        }
        return write(json);
    }

    private static Map<String, Object> file(ModelFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", file.path());
        json.put("sha256", file.sha256());
        json.put("bytes", file.bytes());
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
        if (input.maxBatch() > 0) {
            json.put("maxBatch", input.maxBatch());
        }
        json.put("layout", input.layout().name());
        json.put("channels", input.channels().name());
        json.put("scale", input.scale());
        json.put("mean", input.mean());
        json.put("std", input.std());
        return json;
    }

    private static Map<String, Object> face(FaceSpec face) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("margin", face.margin());
        Landmarks template = face.template();
        if (template != null) {
            json.put(
                    "template",
                    template.points().stream().map(p -> List.of(p.x(), p.y())).toList());
        }
        return json;
    }

    private static Map<String, Object> golden(GoldenSpec golden) {
        Map<String, Object> json = file(golden.file());
        json.put("inputShape", golden.inputShape());
        json.put("outputShapes", golden.outputShapes());
        json.put("tolerance", golden.tolerance());
        return json;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String write(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> write(entry.getKey()) + ": " + write(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof List<?> list) {
            return list.stream().map(DescriptorJson::write).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        return String.valueOf(value);
    }
}

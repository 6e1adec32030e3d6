package io.emotion4j.model;

import io.emotion4j.Emotion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what a descriptor says of a classifier alone; {@link ClassifierReader} reads it. */
final class ClassifierWriter {

    private ClassifierWriter() {}

    static void write(ModelDescriptor model, ScoresSpec scores, Map<String, Object> json) {
        json.put("scores", scores(scores));
        json.put("labels", labels(model.labels(), scores.skipped()));
        PriorSpec prior = model.prior();
        if (prior != null) {
            Map<String, Object> shares = new LinkedHashMap<>();
            prior.shares().forEach((emotion, share) -> shares.put(emotion.label(), share));
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("shares", shares);
            object.put("strength", prior.strength());
            json.put("prior", object);
        }
        if (!model.extras().isEmpty()) {
            Map<String, Object> extras = new LinkedHashMap<>();
            model.extras().forEach((name, extra) -> {
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("output", extra.output());
                slice(extra.slice(), object);
                extras.put(name, object);
            });
            json.put("extras", extras);
        }
    }

    private static Map<String, Object> scores(ScoresSpec scores) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("output", scores.output());
        json.put("kind", scores.kind().key());
        slice(scores.slice(), json);
        if (scores.temperature() != 1) {
            json.put("temperature", scores.temperature());
        }
        if (scores.abstainBelow() != 0) {
            json.put("abstainBelow", scores.abstainBelow());
        }
        return json;
    }

    private static void slice(SliceSpec slice, Map<String, Object> json) {
        if (!slice.isAll()) {
            json.put("from", slice.from());
            json.put("count", slice.count());
        }
    }

    /** The labels in the order of the output, null where one is skipped. */
    private static List<@Nullable String> labels(List<Emotion> known, List<Integer> skipped) {
        List<@Nullable String> labels = new ArrayList<>();
        int next = 0;
        for (int place = 0; place < known.size() + skipped.size(); place++) {
            labels.add(skipped.contains(place) ? null : known.get(next++).label());
        }
        return labels;
    }
}

package io.emotion4j.model;

import io.emotion4j.Emotion;
import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in what a descriptor says of a classifier alone.
 *
 * @param check takes what is wrong
 * @param json the descriptor
 * @param unreadable takes the keys whose values cannot be read
 */
record ClassifierCheck(PartCheck check, JsonObject json, Set<String> unreadable) {

    /** Reads what can be read into a model. */
    void read(ModelDescriptorBuilder model) {
        ClassifierReader reader = new ClassifierReader(json);
        List<@Nullable Emotion> labels = new ArrayList<>();
        if (!check.part(() -> labels.addAll(reader.labels()))) {
            unreadable.add("labels");
        }
        model.labels(ClassifierReader.known(labels));
        check.part(() -> {
            JsonObject scores = json.object("scores");
            check.unknownKeys("scores", scores, DescriptorKeys.of("scores"));
            Map<String, Object> right = Map.of("output", "scores", "kind", ScoresSpec.Kind.LOGITS.key());
            model.scores(check.read(scores, right, Map.of(), part -> ClassifierReader.scores(part, labels)));
        });
        if (model.scores == null) {
            unreadable.add("scores");
        }
        part("face", Map.of(), ClassifierReader::face);
        Map<String, Object> right = Map.of("shares", Map.of("happy", 0.5, "sad", 0.5));
        model.prior(part("prior", right, ClassifierReader::prior));
        model.extras(extras());
    }

    /** An object that may be left out. */
    private <T> @Nullable T part(String key, Map<String, Object> right, PartCheck.Reader<T> reader) {
        List<T> found = new ArrayList<>();
        if (json.keys().contains(key)) {
            check.part(() -> {
                JsonObject object = json.object(key);
                check.unknownKeys(key, object, DescriptorKeys.of(key));
                T value = check.read(object, right, Map.of(), reader);
                if (value != null) {
                    found.add(value);
                }
            });
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private Map<String, ExtraSpec> extras() {
        Map<String, ExtraSpec> extras = new LinkedHashMap<>();
        check.part(() -> {
            JsonObject named =
                    json.of(List.of("extras"), Map.of("extras", Map.of())).object("extras");
            for (String name : named.keys()) {
                check.part(() -> extra(name, named.object(name), extras));
            }
        });
        return extras;
    }

    private void extra(String name, JsonObject extra, Map<String, ExtraSpec> extras) throws JsonException {
        check.unknownKeys("extras." + name, extra, DescriptorKeys.of("extra"));
        ExtraSpec spec = check.read(extra, Map.of("output", "output"), Map.of(), ClassifierReader::extra);
        if (spec != null) {
            extras.put(name, spec);
        }
    }
}

package io.emotion4j.model;

import io.emotion4j.internal.haar.HaarModel;
import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import io.emotion4j.internal.mtcnn.MtcnnModel;
import io.emotion4j.internal.service.Decoders;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong in a {@code model.json}, where {@link DescriptorReader} ends at the first mistake. */
final class DescriptorCheck {

    private static final String CLASSIFIER = "softmax-classifier";

    private final PartCheck check = new PartCheck();
    private final JsonObject json;
    /** Keys of the top whose values cannot be read. */
    private final Set<String> unreadable = new HashSet<>();

    private DescriptorCheck(JsonObject json) {
        this.json = json;
    }

    /**
     * What is known of a descriptor.
     *
     * @param problems a sentence each; none where it can be read
     * @param json the object; null where there is none
     * @param model what it says, as far as it can be read; null where there is no object
     * @param unreadable the keys at the top whose values cannot be read: the model has others there
     */
    record Result(
            List<String> problems,
            @Nullable JsonObject json,
            @Nullable ModelDescriptor model,
            Set<String> unreadable) {}

    /** Looks at all of a descriptor, given as the file's bytes. */
    static Result of(byte[] bytes) {
        try {
            JsonObject json = DescriptorText.object(bytes);
            DescriptorCheck check = new DescriptorCheck(json);
            ModelDescriptor model = check.root();
            // What only shows when all of it is put together; anew, for what was looked at above counts as read there.
            if (check.check.problems().isEmpty()) {
                JsonObject again = DescriptorText.object(bytes);
                check.check.part(() -> DescriptorReader.read(again));
            }
            return new Result(check.check.problems(), json, model, check.unreadable);
        } catch (JsonException e) {
            return new Result(List.of(String.valueOf(e.getMessage())), null, null, Set.of());
        }
    }

    private ModelDescriptor root() throws JsonException {
        check.unknownKeys("", json, DescriptorKeys.of(""));
        check.part(() -> {
            if (json.whole("formatVersion") != 1) {
                throw json.error("formatVersion", "is not 1, which this library reads; use a newer emotion4j");
            }
        });
        String id = read("id", () -> json.string("id"), "unreadable");
        read("version", () -> json.string("version"), "");
        ModelTask told = check.value(() -> json.choice("task", ModelTask.values(), ModelTask::key));
        boolean classifier = told == ModelTask.EMOTION_CLASSIFICATION
                || DescriptorKeys.ofClassifiers().stream().anyMatch(json.keys()::contains);
        check.part(() -> keysOfTask(told));
        String architecture = read("architecture", () -> architecture(classifier), "");
        ModelDescriptorBuilder model = ModelDescriptor.builder(
                id, classifier ? ModelTask.EMOTION_CLASSIFICATION : ModelTask.FACE_DETECTION, architecture);
        model.outputs(read("outputs", () -> json.strings("outputs"), List.of()));
        FilesCheck files = new FilesCheck(check, json);
        model.files(files.weights());
        model.card(files.named("card")).evaluation(files.named("evaluation"));
        NetworkPartsCheck network = new NetworkPartsCheck(check, json, unreadable);
        InputSpec input = network.input(classifier);
        model.input(input).constants(network.constants());
        if (classifier) {
            new ClassifierCheck(check, json, unreadable).read(model);
        } else {
            model.thresholds(network.thresholds());
            network.decoder(architecture);
        }
        network.golden(input, model);
        for (String text : List.of("license", "trainingData", "source")) {
            check.part(() -> json.optionalString(text));
        }
        check.part(() -> json.of(List.of("metrics"), Map.of("metrics", Map.of()))
                .object("metrics")
                .asNumbers());
        ModelDescriptor found = ModelDescriptor.unchecked(model);
        for (SpecException rule : new DescriptorRules(found).broken(unreadable)) {
            check.add(String.valueOf(json.error(rule.key(), rule.problem()).getMessage()));
        }
        return found;
    }

    /** {@return the value; another where it cannot be read, which is told and remembered} */
    private <T> T read(String key, PartCheck.Value<T> value, T otherwise) {
        T found = check.value(value);
        if (found == null) {
            unreadable.add(key);
            return otherwise;
        }
        return found;
    }

    private void keysOfTask(@Nullable ModelTask task) throws JsonException {
        boolean detector = task == ModelTask.FACE_DETECTION;
        Set<String> others = detector ? DescriptorKeys.ofClassifiers() : DescriptorKeys.ofDetectors();
        List<String> keys =
                others.stream().filter(json.keys()::contains).sorted().toList();
        if (task != null && !keys.isEmpty()) {
            ModelTask other = detector ? ModelTask.EMOTION_CLASSIFICATION : ModelTask.FACE_DETECTION;
            throw json.error(
                    "task",
                    "is \"" + task.key() + "\", but " + keys + " are of " + (detector ? "classifiers" : "detectors")
                            + "; write \"" + other.key() + "\", or take them out");
        }
    }

    private String architecture(boolean classifier) throws JsonException {
        String found = json.string("architecture");
        Collection<String> known = classifier ? List.of(CLASSIFIER) : detectors();
        if (!known.contains(found)) {
            throw json.error(
                    "architecture",
                    "is \"" + found + "\", expected one of " + known
                            + ": it says how the outputs are read, not what is between input and output");
        }
        return found;
    }

    private static Collection<String> detectors() {
        SortedSet<String> names = Decoders.names();
        names.add(MtcnnModel.ARCHITECTURE);
        // Of emotion-opencv, which need not be there.
        names.add(HaarModel.ARCHITECTURE);
        return names;
    }
}

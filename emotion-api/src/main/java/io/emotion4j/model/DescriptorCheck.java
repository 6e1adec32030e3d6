package io.emotion4j.model;

import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import io.emotion4j.internal.mtcnn.MtcnnModel;
import io.emotion4j.internal.service.Decoders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong in a {@code model.json}, where {@link DescriptorReader} ends at the first mistake. */
final class DescriptorCheck {

    private static final String CLASSIFIER = "softmax-classifier";
    /** Of emotion-opencv, which need not be there. */
    private static final String CASCADE = "haar-cascade";

    private static final Set<String> FILE = Set.of("path", "sha256", "bytes", "data", "stages");

    /** The keys that an object may have; those of the others are names. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "",
            Set.of(
                    "formatVersion",
                    "id",
                    "version",
                    "task",
                    "architecture",
                    "files",
                    "input",
                    "constants",
                    "outputs",
                    "scores",
                    "labels",
                    "prior",
                    "extras",
                    "face",
                    "thresholds",
                    "decoder",
                    "golden",
                    "card",
                    "evaluation",
                    "license",
                    "trainingData",
                    "source",
                    "metrics"),
            "input",
            Set.of(
                    "name",
                    "width",
                    "height",
                    "multipleOf",
                    "maxBatch",
                    "type",
                    "layout",
                    "channels",
                    "scale",
                    "mean",
                    "std"),
            "scores",
            Set.of("output", "kind", "from", "count", "temperature", "abstainBelow"),
            "face",
            Set.of("margin", "template", "fit", "shift", "wholePixels", "resample"),
            "thresholds",
            Set.of("score", "nms"),
            "prior",
            Set.of("shares", "strength"));

    private final List<String> problems = new ArrayList<>();

    private DescriptorCheck() {}

    /** A step of reading. */
    private interface Step {
        void run() throws JsonException;
    }

    /**
     * Looks at all of a descriptor.
     *
     * @param bytes of the file
     * @param found takes the object, where there is one
     * @return a problem a line; none where it can be read
     */
    static List<String> of(byte[] bytes, Consumer<JsonObject> found) {
        DescriptorCheck check = new DescriptorCheck();
        JsonObject json = check.parse(bytes);
        if (json != null) {
            found.accept(json);
            check.root(json);
        }
        // What only shows when all of it is put together; anew, for what was looked at above counts as read there.
        JsonObject again = check.problems.isEmpty() ? check.parse(bytes) : null;
        if (again != null) {
            check.part(() -> DescriptorReader.read(again));
        }
        return check.problems;
    }

    private @Nullable JsonObject parse(byte[] bytes) {
        try {
            return DescriptorText.object(bytes);
        } catch (JsonException e) {
            problems.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void root(JsonObject json) {
        unknownKeys("", json);
        part(() -> {
            if (json.whole("formatVersion") != 1) {
                throw json.error("formatVersion", "is not 1, which this library reads; use a newer emotion4j");
            }
        });
        part(() -> json.string("id"));
        part(() -> json.string("version"));
        boolean task = part(() -> json.choice("task", ModelTask.values(), ModelTask::key));
        part(() -> taskOfKeys(json));
        boolean classifier = json.keys().contains("labels") || json.keys().contains("scores");
        part(() -> architecture(json, classifier));
        part(() -> json.strings("outputs"));
        part(() -> DescriptorReader.files(json.object("files")));
        part(() -> input(json.object("input"), classifier));
        if (classifier) {
            ClassifierReader reader = new ClassifierReader(json);
            part(() -> scores(json.object("scores")));
            part(reader::labels);
            part(() -> {
                inner("face", json);
                reader.face();
            });
            part(() -> {
                inner("prior", json);
                reader.prior();
            });
            part(reader::extras);
        } else if (task) {
            part(() -> {
                inner("thresholds", json);
                DescriptorReader.thresholds(json.object("thresholds"));
            });
        }
    }

    private static void taskOfKeys(JsonObject json) throws JsonException {
        List<String> keys = Set.of("labels", "scores", "prior", "extras", "face").stream()
                .filter(json.keys()::contains)
                .sorted()
                .toList();
        if (!keys.isEmpty() && json.string("task").equals(ModelTask.FACE_DETECTION.key())) {
            throw json.error(
                    "task",
                    "is \"" + ModelTask.FACE_DETECTION.key() + "\", but " + keys + " are of classifiers; write \""
                            + ModelTask.EMOTION_CLASSIFICATION.key() + "\", or take them out");
        }
    }

    private static void architecture(JsonObject json, boolean classifier) throws JsonException {
        String found = json.string("architecture");
        Collection<String> known = classifier ? List.of(CLASSIFIER) : detectors();
        if (!known.contains(found)) {
            throw json.error(
                    "architecture",
                    "is \"" + found + "\", expected one of " + known
                            + ": it says how the outputs are read, not what is between input and output");
        }
    }

    private static Collection<String> detectors() {
        SortedSet<String> names = Decoders.names();
        names.add(MtcnnModel.ARCHITECTURE);
        names.add(CASCADE);
        return names;
    }

    private void scores(JsonObject scores) {
        unknownKeys("scores", scores);
        part(() -> scores.string("output"));
        part(() -> scores.choice("kind", ScoresSpec.Kind.values(), ScoresSpec.Kind::key));
    }

    private void input(JsonObject input, boolean fixed) {
        int before = problems.size();
        unknownKeys("input", input);
        part(() -> input.string("name"));
        for (String key : List.of("width", "height")) {
            part(() -> input.whole(key));
        }
        part(() -> input.choice("layout", TensorLayout.values(), Enum::name));
        part(() -> input.choice("channels", ChannelOrder.values(), Enum::name));
        part(() -> input.number("scale"));
        part(() -> input.numbers("mean"));
        part(() -> input.numbers("std"));
        if (problems.size() == before) {
            part(() -> InputReader.read(input, fixed));
        }
    }

    private void inner(String key, JsonObject json) throws JsonException {
        if (json.keys().contains(key)) {
            unknownKeys(key, json.object(key));
        }
    }

    private void unknownKeys(String of, JsonObject json) {
        Set<String> known = KNOWN.getOrDefault(of, FILE);
        for (String key : json.keys()) {
            if (!known.contains(key)) {
                problems.add("Key \"" + (of.isEmpty() ? "" : of + ".") + key
                        + "\" is unknown; remove it or correct its spelling. There are "
                        + known.stream().sorted().toList());
            }
        }
    }

    private boolean part(Step step) {
        try {
            step.run();
            return true;
        } catch (JsonException e) {
            String message = String.valueOf(e.getMessage());
            problems.add(
                    message.endsWith(" is missing")
                            ? message + "; add it: docs/model-format.md says what it is"
                            : message);
            return false;
        }
    }
}

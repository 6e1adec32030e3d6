package io.emotion4j.model;

import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an object a key at a time, so that each of its mistakes is told, where a reader ends at the first. */
final class PartCheck {

    /** No mistake is told twice, in whichever part it shows. */
    private final Set<String> problems = new LinkedHashSet<>();

    /** Makes something of an object. */
    interface Reader<T> {
        T read(JsonObject json) throws JsonException;
    }

    /** A value that may be missing or wrong. */
    interface Value<T> {
        T read() throws JsonException;
    }

    /** A step of reading. */
    interface Step {
        void run() throws JsonException;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    void add(String problem) {
        problems.add(problem);
    }

    /** {@return whether the step found nothing wrong} */
    boolean part(Step step) {
        Boolean done = value(() -> {
            step.run();
            return true;
        });
        return done != null;
    }

    /** {@return the value; null where it is missing or wrong, which is told} */
    <T> @Nullable T value(Value<T> value) {
        try {
            return value.read();
        } catch (JsonException e) {
            String message = String.valueOf(e.getMessage());
            add(message.endsWith(" is missing") ? message + "; add it: docs/model-format.md says what it is" : message);
            return null;
        }
    }

    /**
     * Reads an object.
     *
     * @param json the object
     * @param right values that are right for the keys that it must have
     * @param together keys that say something only with others, with these
     * @param reader reads the object, or one that has a few of its keys, and is right otherwise
     * @return what the reader makes of it; null where something is wrong
     */
    <T> @Nullable T read(
            JsonObject json, Map<String, Object> right, Map<String, List<String>> together, Reader<T> reader) {
        int before = problems.size();
        for (String key : right.keySet().stream().sorted().toList()) {
            if (!json.keys().contains(key)) {
                part(() -> {
                    throw json.error(key, "is missing");
                });
            }
        }
        for (String key : json.keys()) {
            Collection<String> kept = together.getOrDefault(key, List.of(key));
            part(() -> reader.read(json.of(kept, right)));
        }
        return problems.size() == before ? whole(json, reader) : null;
    }

    private <T> @Nullable T whole(JsonObject json, Reader<T> reader) {
        try {
            return reader.read(json);
        } catch (JsonException e) {
            add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Names the keys of an object that are none of those that it may have. */
    void unknownKeys(String of, JsonObject json, Collection<String> known) {
        for (String key : json.keys()) {
            if (!known.contains(key)) {
                add("Key \"" + (of.isEmpty() ? "" : of + ".") + key
                        + "\" is unknown; remove it or correct its spelling. There are "
                        + known.stream().sorted().toList());
            }
        }
    }
}

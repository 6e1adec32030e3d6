package io.emotion4j.internal.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object whose keys are asked for one by one, and which then says which were never asked for. Errors name the full key. */
public final class JsonObject {

    /** Stands in a list for {@code null}. */
    static final Object NOTHING = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private final String prefix;
    private final Map<?, ?> values;
    private final Set<String> asked = new HashSet<>();
    private final List<JsonObject> children = new ArrayList<>();

    private JsonObject(String prefix, Map<?, ?> values) {
        this.prefix = prefix;
        this.values = values;
    }

    static JsonObject root(Object value) throws JsonException {
        if (!(value instanceof Map<?, ?> map)) {
            throw new JsonException("Expected an object, found " + kind(value));
        }
        return new JsonObject("", map);
    }

    /** {@return the object's keys, in order; they do not count as asked for} */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Object key : values.keySet()) {
            keys.add(String.valueOf(key));
        }
        return List.copyOf(keys);
    }

    /** {@return the key's text} */
    public String string(String key) throws JsonException {
        return required(key, optionalString(key));
    }

    /** {@return the key's text, if the key is there} */
    public Optional<String> optionalString(String key) throws JsonException {
        return typed(key, String.class, "a text");
    }

    /** {@return the key's number} */
    public double number(String key) throws JsonException {
        return required(key, optionalNumber(key));
    }

    /** {@return the key's number, if the key is there} */
    public Optional<Double> optionalNumber(String key) throws JsonException {
        return typed(key, Double.class, "a number");
    }

    /** {@return the key's whole number, 0 to 2^53} */
    public long whole(String key) throws JsonException {
        return required(key, optionalWhole(key));
    }

    /** {@return the key's whole number, 0 to 2^53, if the key is there} */
    public Optional<Long> optionalWhole(String key) throws JsonException {
        Optional<Double> number = optionalNumber(key);
        return number.isEmpty() ? Optional.empty() : Optional.of(asWhole(key, number.get()));
    }

    /** {@return the key's object} */
    public JsonObject object(String key) throws JsonException {
        return required(key, optionalObject(key));
    }

    /** {@return the key's object, if the key is there} */
    public Optional<JsonObject> optionalObject(String key) throws JsonException {
        if (typed(key, Map.class, "an object").isEmpty() || !(values.get(key) instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        JsonObject child = new JsonObject(prefix + key + ".", map);
        children.add(child);
        return Optional.of(child);
    }

    /** {@return the key's list of texts} */
    public List<String> strings(String key) throws JsonException {
        return elements(key, list(key), String.class, "a text");
    }

    /** {@return the key's list of texts and nulls} */
    public List<@Nullable String> stringsOrNulls(String key) throws JsonException {
        List<@Nullable String> texts = new ArrayList<>();
        for (Object element : list(key)) {
            if (element != NOTHING && !(element instanceof String)) {
                throw wrong(key, "a text or null as each element", element);
            }
            texts.add(element instanceof String text ? text : null);
        }
        return texts;
    }

    /** {@return the key's list of numbers} */
    public List<Double> numbers(String key) throws JsonException {
        return elements(key, list(key), Double.class, "a number");
    }

    /** {@return the key's list of whole numbers, 0 to 2^53} */
    public List<Long> wholes(String key) throws JsonException {
        List<Long> wholes = new ArrayList<>();
        for (double number : numbers(key)) {
            wholes.add(asWhole(key, number));
        }
        return wholes;
    }

    /** {@return the key's list of lists of numbers} */
    public List<List<Double>> numberLists(String key) throws JsonException {
        List<List<Double>> lists = new ArrayList<>();
        for (Object row : list(key)) {
            if (!(row instanceof List<?> values)) {
                throw wrong(key, "a list of lists of numbers", row);
            }
            lists.add(elements(key, values, Double.class, "a number"));
        }
        return lists;
    }

    /**
     * One of several words.
     *
     * @param key the key
     * @param values what it may stand for
     * @param name the word for each
     * @return the value whose word the key has
     */
    public <T> T choice(String key, T[] values, Function<? super T, String> name) throws JsonException {
        String found = string(key);
        for (T value : values) {
            if (name.apply(value).equals(found)) {
                return value;
            }
        }
        throw error(key, "must be one of " + Arrays.stream(values).map(name).toList() + ", found \"" + found + "\"");
    }

    /** {@return the same, or another value where the key is not there} */
    public <T> T optionalChoice(String key, T[] values, Function<? super T, String> name, T otherwise)
            throws JsonException {
        return keys().contains(key) ? choice(key, values, name) : otherwise;
    }

    /** {@return whether the key is there and a number} */
    public boolean isNumber(String key) {
        return values.get(key) instanceof Double;
    }

    /** {@return the key's list of objects; none where the key is not there} */
    public List<JsonObject> objects(String key) throws JsonException {
        List<JsonObject> objects = new ArrayList<>();
        if (values.containsKey(key)) {
            for (Object element : list(key)) {
                if (!(element instanceof Map<?, ?> map)) {
                    throw wrong(key, "an object as each element", element);
                }
                JsonObject child = new JsonObject(prefix + key + "[" + objects.size() + "].", map);
                children.add(child);
                objects.add(child);
            }
        }
        return objects;
    }

    /** {@return whether the key is there and true} */
    public boolean flag(String key) throws JsonException {
        return typed(key, Boolean.class, "true or false").orElse(false);
    }

    /** {@return the members as they are, in order: texts, doubles, booleans, lists and maps; all count as asked for} */
    public Map<String, Object> asValues() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : values.entrySet()) {
            all.put(String.valueOf(member.getKey()), member.getValue());
        }
        asked.addAll(all.keySet());
        return all;
    }

    /** {@return the members as numbers, in order} */
    public Map<String, Double> asNumbers() throws JsonException {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String key : keys()) {
            numbers.put(key, number(key));
        }
        return numbers;
    }

    /** {@return an object of the same name that has these keys of this one, those that are here, and other values for the rest} */
    public JsonObject of(Collection<String> kept, Map<String, Object> others) {
        Map<String, Object> some = new LinkedHashMap<>(others);
        for (String key : keys()) {
            Object value = values.get(key);
            if (kept.contains(key) && value != null) {
                some.put(key, value);
            }
        }
        return new JsonObject(prefix, some);
    }

    /**
     * An error about a key.
     *
     * @param key the key
     * @param problem what is wrong, such as {@code "is 0, expected more"}
     * @return the error, to be thrown
     */
    public JsonException error(String key, String problem) {
        return new JsonException("Key \"" + prefix + key + "\" " + problem);
    }

    /**
     * Checks that every key, here and below, was asked for.
     *
     * @throws JsonException naming those that were not
     */
    public void rejectUnknownKeys() throws JsonException {
        Set<String> unknown = new TreeSet<>();
        collectUnknown(unknown);
        if (!unknown.isEmpty()) {
            throw new JsonException(
                    "Unknown key " + String.join(", ", unknown) + "; remove it or correct its spelling");
        }
    }

    private void collectUnknown(Set<String> unknown) {
        for (String key : keys()) {
            if (!asked.contains(key)) {
                unknown.add("\"" + prefix + key + "\"");
            }
        }
        for (JsonObject child : children) {
            child.collectUnknown(unknown);
        }
    }

    private <T> Optional<T> typed(String key, Class<T> type, String expected) throws JsonException {
        asked.add(key);
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw wrong(key, expected, value);
        }
        return Optional.of(type.cast(value));
    }

    private List<?> list(String key) throws JsonException {
        return required(key, typed(key, List.class, "a list"));
    }

    private <T> List<T> elements(String key, List<?> list, Class<T> type, String expected) throws JsonException {
        List<T> elements = new ArrayList<>();
        for (Object element : list) {
            if (!type.isInstance(element)) {
                throw wrong(key, expected + " as each element", element);
            }
            elements.add(type.cast(element));
        }
        return elements;
    }

    private long asWhole(String key, double number) throws JsonException {
        if (number != Math.rint(number) || number < 0 || number > 1L << 53) {
            throw error(key, "must be a whole number from 0, found " + number);
        }
        return (long) number;
    }

    private <T> T required(String key, Optional<T> value) throws JsonException {
        if (value.isEmpty()) {
            throw error(key, "is missing");
        }
        return value.get();
    }

    private JsonException wrong(String key, String expected, Object found) {
        return error(key, "must be " + expected + ", found " + kind(found));
    }

    private static String kind(Object value) {
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        return value instanceof String text ? "\"" + text + "\"" : value.toString();
    }
}

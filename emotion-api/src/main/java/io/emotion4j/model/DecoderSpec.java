package io.emotion4j.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a detector's decoder must know of the network beside its outputs, such as strides or prior boxes: {@code "decoder"} in a
 * descriptor. Which settings there are is the decoder's business. Immutable.
 *
 * @since 0.1.0
 */
public final class DecoderSpec {

    private static final DecoderSpec NONE = new DecoderSpec(Map.of());

    private final Map<String, Object> settings;

    private DecoderSpec(Map<String, Object> settings) {
        this.settings = Collections.unmodifiableMap(settings);
    }

    /** {@return no settings: the decoder's defaults} */
    public static DecoderSpec none() {
        return NONE;
    }

    /**
     * Settings.
     *
     * @param settings by name: texts, numbers, booleans, and lists of these
     * @return the settings
     * @throws IllegalArgumentException if a value is something else
     */
    public static DecoderSpec of(Map<String, ?> settings) {
        Map<String, Object> copy = new LinkedHashMap<>();
        settings.forEach((key, value) -> copy.put(key, plain(key, value)));
        return copy.isEmpty() ? NONE : new DecoderSpec(copy);
    }

    private static Object plain(String key, @Nullable Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        if (value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> plain(key, element)).toList();
        }
        throw wrong(key, "must be a text, a finite number, true, false, or a list of these", value);
    }

    /** {@return the settings by name: {@code String}, {@code Double}, {@code Boolean}, and {@code List} of these} */
    public Map<String, Object> settings() {
        return settings;
    }

    /**
     * Checks that there is no setting but those that the decoder has.
     *
     * @param known their names
     * @throws IllegalArgumentException naming those that are unknown, and the known ones
     */
    public void allow(Collection<String> known) {
        TreeSet<String> unknown = new TreeSet<>(settings.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw wrong(
                    unknown.first(),
                    "is unknown to this architecture, which has " + (known.isEmpty() ? "no settings" : known),
                    settings.get(unknown.first()));
        }
    }

    /**
     * A number.
     *
     * @param key the setting
     * @param otherwise its default
     * @return the number
     * @throws IllegalArgumentException if it is no number
     */
    public double number(String key, double otherwise) {
        Object value = settings.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Double number) {
            return number;
        }
        throw wrong(key, "must be a number", value);
    }

    /**
     * A whole number.
     *
     * @param key the setting
     * @param otherwise its default
     * @param least the smallest that it may be
     * @param most the largest
     * @return the number
     * @throws IllegalArgumentException if it is no whole number within the bounds
     */
    public int whole(String key, int otherwise, int least, int most) {
        return whole(key, "a whole number", number(key, otherwise), least, most);
    }

    private static int whole(String key, String expected, double number, int least, int most) {
        if (number != Math.rint(number) || number < least || number > most) {
            throw wrong(key, "must be " + expected + " within " + least + " to " + most, number);
        }
        return (int) number;
    }

    /**
     * A list of numbers.
     *
     * @param key the setting
     * @param otherwise its default
     * @return the numbers, at least one
     * @throws IllegalArgumentException if it is no such list
     */
    public List<Double> numbers(String key, List<Double> otherwise) {
        Object value = settings.get(key);
        return value == null ? otherwise : row(key, value, "a list of numbers");
    }

    /**
     * A list of whole numbers.
     *
     * @param key the setting
     * @param otherwise its default
     * @param least the smallest that each may be
     * @param most the largest
     * @return the numbers, at least one
     * @throws IllegalArgumentException if it is no such list
     */
    public List<Integer> wholes(String key, List<Integer> otherwise, int least, int most) {
        return settings.containsKey(key)
                ? numbers(key, List.of()).stream()
                        .map(number -> whole(key, "whole numbers", number, least, most))
                        .toList()
                : otherwise;
    }

    /**
     * A list of lists of numbers.
     *
     * @param key the setting
     * @param otherwise its default
     * @return the lists, at least one, each of at least one number
     * @throws IllegalArgumentException if it is no such list
     */
    public List<List<Double>> numberLists(String key, List<List<Double>> otherwise) {
        Object value = settings.get(key);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof List<?> rows) || rows.isEmpty()) {
            throw wrong(key, "must be a list of lists of numbers", value);
        }
        return rows.stream()
                .map(row -> row(key, row, "a list of lists of numbers"))
                .toList();
    }

    private static List<Double> row(String key, Object value, String expected) {
        List<Double> numbers = new ArrayList<>();
        if (value instanceof List<?> elements) {
            for (Object element : elements) {
                if (element instanceof Double number) {
                    numbers.add(number);
                }
            }
            if (!numbers.isEmpty() && numbers.size() == elements.size()) {
                return List.copyOf(numbers);
            }
        }
        throw wrong(key, "must be " + expected, value);
    }

    /**
     * One of several words.
     *
     * @param key the setting
     * @param known the words, the default first
     * @return the word
     * @throws IllegalArgumentException if it is none of them
     */
    public String word(String key, List<String> known) {
        Object value = settings.getOrDefault(key, known.get(0));
        if (value instanceof String word && known.contains(word)) {
            return word;
        }
        throw wrong(key, "must be one of " + known, value);
    }

    private static SpecException wrong(String key, String problem, @Nullable Object found) {
        return new SpecException("decoder." + key, problem + ", found " + found);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DecoderSpec that && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    @Override
    public String toString() {
        return "DecoderSpec" + settings;
    }
}

package io.emotion4j.evaluation.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of a data set, with the words that data sets use for it.
 *
 * @since 0.1.0
 */
public enum Part {
    /** What a model learns from: FER2013's "Training". */
    TRAIN("Training", "|train|training|"),
    /** What choices are made on: FER2013's "PublicTest". */
    VALID("PublicTest", "|valid|val|validation|publictest|"),
    /** What is reported in the end: FER2013's "PrivateTest". */
    TEST("PrivateTest", "|test|testing|privatetest|");

    private final String usage;
    private final String names;

    Part(String usage, String names) {
        this.usage = usage;
        this.names = names;
    }

    /** {@return FER2013's word, such as "PublicTest"} */
    public String usage() {
        return usage;
    }

    /**
     * Finds a part by a data set's word.
     *
     * @param word such as "val", "valid" or "PublicTest"
     * @return the part, or nothing where the word means none
     */
    public static Optional<Part> named(String word) {
        return Arrays.stream(values()).filter(part -> part.isNamed(word)).findFirst();
    }

    /** {@return whether a folder's name or a column's value means this part, such as "val" or "PublicTest"} */
    boolean isNamed(String word) {
        return names.contains("|" + word.strip().toLowerCase(Locale.ROOT) + "|");
    }
}

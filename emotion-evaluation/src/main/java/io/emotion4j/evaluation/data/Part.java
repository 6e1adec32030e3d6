package io.emotion4j.evaluation.data;

import java.util.List;
import java.util.Locale;

/** A part of a data set, with the words that data sets use for it. */
public enum Part {
    /** What a model learns from: FER2013's "Training". */
    TRAIN("Training", "train", "training"),
    /** What choices are made on: FER2013's "PublicTest". */
    VALID("PublicTest", "valid", "val", "validation", "publictest"),
    /** What is reported in the end: FER2013's "PrivateTest". */
    TEST("PrivateTest", "test", "testing", "privatetest");

    private final String usage;
    private final List<String> names;

    Part(String usage, String... names) {
        this.usage = usage;
        this.names = List.of(names);
    }

    /** {@return FER2013's word, such as "PublicTest"} */
    public String usage() {
        return usage;
    }

    /** {@return whether a folder's name or a column's value means this part, such as "val" or "PublicTest"} */
    boolean isNamed(String word) {
        return names.contains(word.strip().toLowerCase(Locale.ROOT));
    }
}

package io.emotion4j;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The facial expressions that models name. A model may know fewer.
 *
 * @since 0.1.0
 */
public enum Emotion {
    /** Angry. */
    ANGRY("anger"),
    /** Disgust. */
    DISGUST("disgusted"),
    /** Fear. */
    FEAR("fearful scared afraid"),
    /** Happy. */
    HAPPY("happiness joy joyful"),
    /** Sad. */
    SAD("sadness"),
    /** Surprise. */
    SURPRISE("surprised"),
    /** Neutral. */
    NEUTRAL("neutrality normal calm"),
    /** Contempt: only some data sets have it. */
    CONTEMPT("contemptuous");

    private static final Map<String, Emotion> BY_LABEL = new HashMap<>();

    static {
        for (Emotion emotion : values()) {
            BY_LABEL.put(emotion.label(), emotion);
            for (String alias : emotion.aliases.split(" ", -1)) {
                BY_LABEL.put(alias, emotion);
            }
        }
    }

    private final String label = name().toLowerCase(Locale.ROOT);
    /** Data sets' words for it, with blanks between them. */
    private final String aliases;

    Emotion(String aliases) {
        this.aliases = aliases;
    }

    /** {@return the label in lower case, such as "angry"} */
    public String label() {
        return label;
    }

    /** {@return the {@linkplain #label() label}} */
    @Override
    public String toString() {
        return label;
    }

    /**
     * Finds the expression for a data set's word.
     *
     * @param label for example "happy", "Happiness", "scared" or "ANGER"
     * @return the expression, or nothing where the word is not one of ours
     */
    public static Optional<Emotion> ofLabel(String label) {
        return Optional.ofNullable(BY_LABEL.get(label.toLowerCase(Locale.ROOT)));
    }
}

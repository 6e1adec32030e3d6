package io.emotion4j.evaluation.data;

import io.emotion4j.Emotion;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The seven expressions in FER2013's order, which is also the order of {@link Emotion}.
 *
 * @since 0.1.0
 */
public final class ExpressionLabels {

    /** All expressions: the seven in FER2013's order, then contempt. */
    public static final List<Emotion> EMOTIONS = List.of(Emotion.values());

    /** The seven labels; a label's place here is the number that FER2013 gives it. */
    public static final List<String> NAMES =
            Arrays.stream(Emotion.values()).map(Emotion::label).limit(7).toList();

    /** FER+'s ten columns, in the order of its file. */
    static final List<String> VOTES = List.of(
            "neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt", "unknown", "NF");

    /** Index into {@link #NAMES} of FER+'s first seven columns. */
    static final int[] FER_PLUS_TO_LABEL = {6, 3, 5, 4, 0, 1, 2};

    private ExpressionLabels() {}

    /**
     * The number of a data set's word for an expression.
     *
     * @param word such as "happy" or "Anger"
     * @param place file and line, for the message
     * @return index into {@link #NAMES}; -1 for contempt, which is not one of the seven
     * @throws IOException if the word names no expression
     */
    static int indexOf(String word, String place) throws IOException {
        Emotion emotion = Emotion.ofLabel(word.strip())
                .orElseThrow(() -> new IOException(place + ": '" + word + "' is no expression; expected one of "
                        + Arrays.stream(Emotion.values()).map(Emotion::label).collect(Collectors.joining(", "))));
        int index = EMOTIONS.indexOf(emotion);
        return index < NAMES.size() ? index : -1;
    }
}

package io.emotion4j.evaluation.data;

import java.util.List;

/** The seven expressions in FER2013's order. */
public final class ExpressionLabels {

    public static final List<String> NAMES = List.of("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral");

    /** Index into {@link #NAMES} of FER+'s first seven columns. */
    static final int[] FER_PLUS_TO_LABEL = {6, 3, 5, 4, 0, 1, 2};

    private ExpressionLabels() {}
}

package io.emotion4j.internal.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The engines that this project brings, so that a message can say what to add. */
final class KnownEngines {

    /** Maven coordinate by engine name. */
    static final Map<String, String> COORDINATES;

    static {
        Map<String, String> coordinates = new LinkedHashMap<>();
        coordinates.put("onnx", "io.emotion4j:emotion-onnx");
        coordinates.put("pytorch", "io.emotion4j:emotion-djl");
        coordinates.put("tensorflow", "io.emotion4j:emotion-djl");
        COORDINATES = Collections.unmodifiableMap(coordinates);
    }

    private KnownEngines() {}
}

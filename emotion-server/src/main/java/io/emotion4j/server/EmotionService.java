package io.emotion4j.server;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.model.Model;
import io.emotion4j.output.Setup;
import org.jspecify.annotations.Nullable;

/**
 * What the server serves.
 *
 * @param analyzer stays the caller's to close, after the server
 * @param detector the model that the analyzer finds faces with; null where that is no model of this library
 * @param classifier the model that it classifies with; null likewise
 * @param device where the networks run
 */
public record EmotionService(
        EmotionAnalyzer analyzer,
        @Nullable Model detector,
        @Nullable Model classifier,
        String device) {

    Setup setup() {
        return Setup.of(analyzer);
    }
}

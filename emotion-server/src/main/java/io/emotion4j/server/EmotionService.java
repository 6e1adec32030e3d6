package io.emotion4j.server;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelTask;
import io.emotion4j.output.Setup;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the server serves.
 *
 * @param analyzer stays the caller's to close, after the server
 * @param detector the model that the analyzer finds faces with; null where that is no model of this library
 * @param classifier the model that it classifies with; null likewise
 * @param device where the networks run
 */
record EmotionService(
        EmotionAnalyzer analyzer,
        @Nullable Model detector,
        @Nullable Model classifier,
        String device) {

    static EmotionService of(EmotionAnalyzer analyzer, ServerOptions options) {
        Setup setup = Setup.of(analyzer);
        return new EmotionService(
                analyzer,
                model(options, ModelTask.FACE_DETECTION, setup.detector()),
                model(options, ModelTask.EMOTION_CLASSIFICATION, setup.classifier()),
                options.device());
    }

    /** The model in use: those that the options name come first. */
    private static @Nullable Model model(ServerOptions options, ModelTask task, @Nullable String id) {
        return Stream.concat(options.models().stream(), Model.shipped().stream())
                .filter(model -> model.descriptor().task() == task
                        && model.descriptor().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    Setup setup() {
        return Setup.of(analyzer);
    }
}

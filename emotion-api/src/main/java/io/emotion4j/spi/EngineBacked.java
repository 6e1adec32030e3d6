package io.emotion4j.spi;

import io.emotion4j.internal.session.EngineClassifiers;
import io.emotion4j.internal.session.EngineDetectors;

/**
 * What an engine can do with the kinds of network that are known: pre-processing, decoding of outputs, checks of the model and
 * closing are added to it here. The library does so with each {@link Engine} that it finds.
 *
 * @since 0.1.0
 */
public final class EngineBacked {

    private EngineBacked() {}

    /**
     * Detectors on an engine.
     *
     * @param engine the engine
     * @return opens every model that comes in the engine's format and whose architecture a {@link
     *     io.emotion4j.decoder.FaceDecoder} is found for, and the three networks of an MTCNN
     */
    public static FaceDetectorProvider detectors(Engine engine) {
        return new EngineDetectors(engine);
    }

    /**
     * Classifiers on an engine.
     *
     * @param engine the engine
     * @return opens every model of architecture {@code softmax-classifier} that comes in the engine's format
     */
    public static EmotionClassifierProvider classifiers(Engine engine) {
        return new EngineClassifiers(engine);
    }
}

package io.emotion4j;

import java.util.List;

/**
 * Finds the faces in a picture. Implementations are thread-safe and meant to be shared.
 *
 * <p>The detectors of this library come from {@link EmotionAnalyzerBuilder#buildDetector()}; your own may be a lambda.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface FaceDetector extends AutoCloseable {

    /**
     * Finds the faces.
     *
     * @param image an upright picture
     * @return the faces, most confident first, boxes within the picture; empty where there is none
     * @throws InferenceException if the engine fails
     * @throws IllegalStateException if this detector is closed
     */
    List<Face> detect(RgbImage image);

    /** {@return the id of the model, such as {@code "yunet-n"}} */
    default String id() {
        return "custom";
    }

    /** {@return the name of the engine that runs the model, such as {@code "onnx"}} */
    default String engine() {
        return "custom";
    }

    /**
     * Frees what the engine holds, at once or when the calls that are running have ended; these still give their results. The
     * second call does nothing.
     */
    @Override
    default void close() {}
}

package io.emotion4j.spi;

import io.emotion4j.EmotionClassifier;
import io.emotion4j.FaceDetector;
import io.emotion4j.internal.session.SessionClassifier;
import io.emotion4j.internal.session.SessionDetector;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelTask;

/**
 * Makes detectors and classifiers of an engine's sessions: pre-processing, decoding of outputs, checks of the model,
 * closing. All that a backend adds is a {@link SessionOpener}.
 */
public final class SessionBacked {

    private SessionBacked() {}

    /**
     * Whether {@link #detector} can work with a model.
     *
     * @param model what the model says about itself
     * @param format the engine's format, such as {@code "onnx"}
     * @return whether it is a detector in that format and of an architecture known here
     */
    public static boolean supportsDetector(ModelDescriptor model, String format) {
        return model.task() == ModelTask.FACE_DETECTION
                && model.architecture().equals(SessionDetector.ARCHITECTURE)
                && model.has(format);
    }

    /**
     * Whether {@link #classifier} can work with a model.
     *
     * @param model what the model says about itself
     * @param format the engine's format, such as {@code "onnx"}
     * @return whether it is a classifier in that format and of an architecture known here
     */
    public static boolean supportsClassifier(ModelDescriptor model, String format) {
        return model.task() == ModelTask.EMOTION_CLASSIFICATION
                && model.architecture().equals(SessionClassifier.ARCHITECTURE)
                && model.has(format);
    }

    /**
     * Opens a detector.
     *
     * @param engine the engine's name
     * @param format the engine's format
     * @param model a model that is {@linkplain #supportsDetector supported}
     * @param options how
     * @param opener loads the weights
     * @return the detector; the caller closes
     * @throws io.emotion4j.ModelLoadException if the weights cannot be loaded, or answer otherwise than the descriptor
     *     says
     */
    public static FaceDetector detector(
            String engine, String format, Model model, DetectorOptions options, SessionOpener opener) {
        return SessionDetector.open(engine, format, model, options, opener);
    }

    /**
     * Opens a classifier.
     *
     * @param engine the engine's name
     * @param format the engine's format
     * @param model a model that is {@linkplain #supportsClassifier supported}
     * @param options how
     * @param opener loads the weights
     * @return the classifier; the caller closes
     * @throws io.emotion4j.ModelLoadException if the weights cannot be loaded, or answer otherwise than the descriptor
     *     says
     */
    public static EmotionClassifier classifier(
            String engine, String format, Model model, ClassifierOptions options, SessionOpener opener) {
        return SessionClassifier.open(engine, format, model, options, opener);
    }
}

package io.emotion4j;

import io.emotion4j.internal.provider.Providers;
import io.emotion4j.internal.provider.Selector;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelTask;
import io.emotion4j.spi.ClassifierOptions;
import io.emotion4j.spi.DetectorOptions;
import io.emotion4j.spi.EngineOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Chooses engine, models and limits. What is not chosen keeps its default; each setter checks its argument at once. Not
 * thread-safe; may be used for several analyzers.
 */
public final class EmotionAnalyzerBuilder {

    private static final String ENGINE_PROPERTY = "emotion4j.engine";

    private @Nullable String engine;
    private EngineOptions engineOptions = EngineOptions.defaults();
    private DetectorOptions detectorOptions = DetectorOptions.defaults();
    private boolean alignment = true;
    private DecodeLimits limits = DecodeLimits.DEFAULT;
    private @Nullable Model detectorModel;
    private @Nullable Model classifierModel;
    private @Nullable FaceDetector detector;
    private @Nullable EmotionClassifier classifier;

    EmotionAnalyzerBuilder() {}

    /**
     * The engine, by its name. Without it, system property {@code emotion4j.engine} names it, else the available engine
     * of the highest priority is taken.
     *
     * @param name such as {@code "onnx"}; must match exactly
     * @return this
     */
    public EmotionAnalyzerBuilder engine(String name) {
        this.engine = Objects.requireNonNull(name, "name");
        return this;
    }

    /**
     * Where networks run; never replaced by another device. Default {@code "cpu"}.
     *
     * @param device {@code "cpu"}, or a kind and a number such as {@code "cuda:0"}
     * @return this
     * @throws IllegalArgumentException if it is not written so
     */
    public EmotionAnalyzerBuilder device(String device) {
        this.engineOptions = engineOptions.toBuilder().device(device).build();
        return this;
    }

    /**
     * Threads that share the work of one run. Default 1, which is best where many pictures are analyzed at once.
     *
     * @param threads at least 1
     * @return this
     * @throws IllegalArgumentException if less than 1
     */
    public EmotionAnalyzerBuilder intraOpThreads(int threads) {
        this.engineOptions = engineOptions.toBuilder().intraOpThreads(threads).build();
        return this;
    }

    /**
     * Longest side of the picture that the detector's network sees. Larger finds smaller faces and takes longer. Default:
     * the model's own size, else 640.
     *
     * @param pixels 32 to 4096
     * @return this
     * @throws IllegalArgumentException if out of range
     */
    public EmotionAnalyzerBuilder detectionSize(int pixels) {
        detectorOptions = detectorOptions.toBuilder().detectionSize(pixels).build();
        return this;
    }

    /**
     * Least confidence of a face that is reported. Default: the model's own.
     *
     * @param threshold 0 to 1
     * @return this
     * @throws IllegalArgumentException if out of range
     */
    public EmotionAnalyzerBuilder scoreThreshold(float threshold) {
        detectorOptions = detectorOptions.toBuilder().minConfidence(threshold).build();
        return this;
    }

    /**
     * Most overlap (IoU) of two faces that are both reported. Default: the model's own.
     *
     * @param threshold 0 to 1
     * @return this
     * @throws IllegalArgumentException if out of range
     */
    public EmotionAnalyzerBuilder nmsThreshold(float threshold) {
        detectorOptions = detectorOptions.toBuilder().maxOverlap(threshold).build();
        return this;
    }

    /**
     * Faces whose longer side is shorter are not reported. Default 0.
     *
     * @param pixels of the picture, not negative
     * @return this
     * @throws IllegalArgumentException if negative
     */
    public EmotionAnalyzerBuilder minFaceSize(int pixels) {
        detectorOptions = detectorOptions.toBuilder().minFaceSize(pixels).build();
        return this;
    }

    /**
     * At most so many faces a picture, the most confident ones. Default: all.
     *
     * @param count at least 1
     * @return this
     * @throws IllegalArgumentException if less than 1
     */
    public EmotionAnalyzerBuilder maxFaces(int count) {
        detectorOptions = detectorOptions.toBuilder().maxFaces(count).build();
        return this;
    }

    /**
     * Whether landmarks bring a face into place before it is classified. Default true; else its box is cropped.
     *
     * @param on whether
     * @return this
     */
    public EmotionAnalyzerBuilder alignment(boolean on) {
        this.alignment = on;
        return this;
    }

    /**
     * How large pictures may be, checked before they are decoded.
     *
     * @param limits the limits
     * @return this
     */
    public EmotionAnalyzerBuilder decodeLimits(DecodeLimits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
        return this;
    }

    /**
     * The detector's model. Default: the first shipped one.
     *
     * @param model a model for face detection
     * @return this
     * @throws IllegalArgumentException if it is for something else
     */
    public EmotionAnalyzerBuilder detectorModel(Model model) {
        this.detectorModel = forTask(ModelTask.FACE_DETECTION, model);
        return this;
    }

    /**
     * The classifier's model. Default: the first shipped one.
     *
     * @param model a model for emotion classification
     * @return this
     * @throws IllegalArgumentException if it is for something else
     */
    public EmotionAnalyzerBuilder classifierModel(Model model) {
        this.classifierModel = forTask(ModelTask.EMOTION_CLASSIFICATION, model);
        return this;
    }

    /**
     * A detector of the caller's, who closes it. No engine is looked for, and the options of detectors do not apply.
     *
     * @param detector the detector
     * @return this
     */
    public EmotionAnalyzerBuilder detector(FaceDetector detector) {
        this.detector = Objects.requireNonNull(detector, "detector");
        return this;
    }

    /**
     * A classifier of the caller's, who closes it. No engine is looked for, and the options of classifiers do not apply.
     *
     * @param classifier the classifier
     * @return this
     */
    public EmotionAnalyzerBuilder classifier(EmotionClassifier classifier) {
        this.classifier = Objects.requireNonNull(classifier, "classifier");
        return this;
    }

    /**
     * Opens the analyzer.
     *
     * @return the analyzer; the caller closes
     * @throws NoProviderException if there is no engine, or there are two of equal priority
     * @throws ModelLoadException if a model is missing or damaged
     */
    public EmotionAnalyzer build() {
        FaceDetector finder = detector == null ? buildDetector() : detector;
        try {
            EmotionClassifier scorer = classifier == null ? buildClassifier() : classifier;
            return new EmotionAnalyzer(finder, scorer, limits, detector == null, classifier == null);
        } catch (RuntimeException | Error e) {
            if (detector == null) {
                finder.close();
            }
            throw e;
        }
    }

    /**
     * Opens a detector alone, from the model; what {@link #detector} was given plays no part.
     *
     * @return the detector; the caller closes
     * @throws NoProviderException if there is no engine, or there are two of equal priority
     * @throws ModelLoadException if the model is missing or damaged
     */
    public FaceDetector buildDetector() {
        Model model = modelForDetector();
        return Selector.choose(Providers.ofDetectors(), model, engineName())
                .create(model, detectorOptions.toBuilder().engine(engineOptions).build());
    }

    /**
     * Opens a classifier alone, from the model; what {@link #classifier} was given plays no part.
     *
     * @return the classifier; the caller closes
     * @throws NoProviderException if there is no engine, or there are two of equal priority
     * @throws ModelLoadException if the model is missing or damaged
     */
    public EmotionClassifier buildClassifier() {
        Model model = modelForClassifier();
        return Selector.choose(Providers.ofClassifiers(), model, engineName())
                .create(model, ClassifierOptions.builder().engine(engineOptions).alignment(alignment).build());
    }

    /**
     * Which engines were looked at for the detector, and which would run. Loads their native libraries, but no model.
     *
     * @return the report
     * @throws ModelLoadException if there is no such model
     */
    public ProviderReport detectorReport() {
        return Selector.report(Providers.ofDetectors(), modelForDetector(), engineName());
    }

    /**
     * Which engines were looked at for the classifier, and which would run. Loads their native libraries, but no model.
     *
     * @return the report
     * @throws ModelLoadException if there is no such model
     */
    public ProviderReport classifierReport() {
        return Selector.report(Providers.ofClassifiers(), modelForClassifier(), engineName());
    }

    private @Nullable String engineName() {
        return engine == null ? System.getProperty(ENGINE_PROPERTY) : engine;
    }

    private Model modelForDetector() {
        return detectorModel == null ? shipped(ModelTask.FACE_DETECTION) : detectorModel;
    }

    private Model modelForClassifier() {
        return classifierModel == null ? shipped(ModelTask.EMOTION_CLASSIFICATION) : classifierModel;
    }

    private static Model shipped(ModelTask task) {
        return Model.shipped().stream()
                .filter(model -> model.descriptor().task() == task)
                .findFirst()
                .orElseThrow(() ->
                        new ModelLoadException("No model for " + task.key() + " is shipped with this program: add "
                                + "io.emotion4j:emotion-models (a module that uses it says `requires io.emotion4j.models`), or name "
                                + "a model of yours, such as Model.of(Path.of(\"model.json\"))"));
    }

    private static Model forTask(ModelTask task, Model model) {
        ModelTask found = model.descriptor().task();
        if (found != task) {
            throw new IllegalArgumentException("Model '" + model.descriptor().id() + "' in " + model.location()
                    + " is for " + found.key() + ", expected one for " + task.key());
        }
        return model;
    }
}

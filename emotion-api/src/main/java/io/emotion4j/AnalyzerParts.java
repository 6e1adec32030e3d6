package io.emotion4j;

import io.emotion4j.internal.provider.Providers;
import io.emotion4j.internal.provider.Selector;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelTask;
import io.emotion4j.spi.ClassifierOptions;
import io.emotion4j.spi.DetectorOptions;
import io.emotion4j.spi.EngineOptions;
import org.jspecify.annotations.Nullable;

/** Which detector and classifier an {@link EmotionAnalyzerBuilder} was told to take, and how they are opened. Not thread-safe. */
final class AnalyzerParts {

    private static final String ENGINE_PROPERTY = "emotion4j.engine";
    /** How the id of a model's form in 8-bit whole numbers ends. */
    private static final String WHOLE_NUMBERS = "-int8";

    @Nullable
    String engine;

    EngineOptions engineOptions = EngineOptions.defaults();
    DetectorOptions detectorOptions = DetectorOptions.defaults();
    ClassifierOptions classifierOptions = ClassifierOptions.defaults();
    boolean fast;
    boolean crops;
    boolean quality;

    @Nullable
    Model detectorModel;

    @Nullable
    Model classifierModel;

    @Nullable
    FaceDetector detector;

    @Nullable
    EmotionClassifier classifier;

    FaceDetector openDetector() {
        Model model = modelForDetector();
        return Selector.choose(Providers.ofDetectors(), model, engineName())
                .create(model, detectorOptions.toBuilder().engine(engineOptions).build());
    }

    EmotionClassifier openClassifier() {
        Model model = modelForClassifier();
        return Selector.choose(Providers.ofClassifiers(), model, engineName())
                .create(
                        model,
                        classifierOptions.toBuilder().engine(engineOptions).build());
    }

    ProviderReport detectorReport() {
        return Selector.report(Providers.ofDetectors(), modelForDetector(), engineName());
    }

    ProviderReport classifierReport() {
        return Selector.report(Providers.ofClassifiers(), modelForClassifier(), engineName());
    }

    void refuseContradictions() {
        boolean detectorChosen = detectorModel != null || !detectorOptions.equals(DetectorOptions.defaults());
        refuse(crops && detector != null, "crops(true)", "detector(...)");
        refuse(crops && detectorChosen, "crops(true)", "the model or an option of a detector");
        refuse(detector != null && detectorChosen, "detector(...)", "the model or an option of another one");
        refuse(
                classifier != null
                        && (classifierModel != null || !classifierOptions.equals(ClassifierOptions.defaults())),
                "classifier(...)",
                "the model or an option of another one");
        refuseOthersBesideFast();
        boolean nothingToRun = (detector != null || crops) && classifier != null;
        boolean engineChosen = engine != null || !engineOptions.equals(EngineOptions.defaults());
        refuse(
                nothingToRun && engineChosen,
                "an engine, device or number of threads",
                "detector and classifier of one's own");
    }

    /** It must know what detector and classifier look at, and faces have other sizes in the small picture. */
    void refuseWhatReducedDecodingCannotDo() {
        refuse(detector != null, "reducedDecoding(true)", "detector(...)");
        refuse(classifier != null, "reducedDecoding(true)", "classifier(...)");
        refuse(crops, "reducedDecoding(true)", "crops(true)");
        refuse(detectorOptions.minFaceSize() > 0, "reducedDecoding(true)", "minFaceSize(...)");
    }

    ReducedDecoding reducedDecoding() {
        InputSpec input = modelForClassifier().descriptor().input();
        return new ReducedDecoding(detectorOptions.detectionSizeOrDefault(), Math.max(input.height(), input.width()));
    }

    static void refuse(boolean contradiction, String one, String other) {
        if (contradiction) {
            throw new IllegalArgumentException("Options of an EmotionAnalyzer contradict each other: " + one + " and "
                    + other + "; leave one out");
        }
    }

    private @Nullable String engineName() {
        return engine == null ? System.getProperty(ENGINE_PROPERTY) : engine;
    }

    private void refuseOthersBesideFast() {
        refuse(fast && detector != null, "fast(true)", "detector(...)");
        refuse(fast && classifier != null, "fast(true)", "classifier(...)");
        refuse(fast && detectorModel != null, "fast(true)", "detectorModel(...)");
        refuse(fast && classifierModel != null, "fast(true)", "classifierModel(...)");
    }

    private Model modelForDetector() {
        refuseOthersBesideFast();
        return detectorModel == null ? shipped(ModelTask.FACE_DETECTION) : detectorModel;
    }

    private Model modelForClassifier() {
        refuseOthersBesideFast();
        return classifierModel == null ? shipped(ModelTask.EMOTION_CLASSIFICATION) : classifierModel;
    }

    private Model shipped(ModelTask task) {
        Model model = Model.shipped(task);
        return fast ? Model.shipped(model.descriptor().id() + WHOLE_NUMBERS) : model;
    }
}

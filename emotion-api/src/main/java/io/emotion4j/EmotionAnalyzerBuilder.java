package io.emotion4j;

import io.emotion4j.internal.call.InFlight;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelTask;
import io.emotion4j.spi.DetectorOptions;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Chooses engine, models and limits. What is not chosen keeps its default; each setter checks its argument at once, and what
 * contradicts something else is refused when the analyzer is opened. Not thread-safe; may be used for several analyzers.
 *
 * @since 0.1.0
 */
public final class EmotionAnalyzerBuilder {

    private final AnalyzerParts parts = new AnalyzerParts();
    private DecodeLimits limits = DecodeLimits.DEFAULT;
    private boolean reducedDecoding;
    private int maxConcurrency = Runtime.getRuntime().availableProcessors();
    private int maxPending = 1000;
    private @Nullable Duration deadline;
    private AnalysisListener listener = new AnalysisListener() {};

    EmotionAnalyzerBuilder() {}

    /**
     * The engine, by its name. Without it, system property {@code emotion4j.engine} names it, else the available engine
     * of the highest priority is taken.
     *
     * @param name such as {@code "onnx"}; must match exactly
     * @return this
     */
    public EmotionAnalyzerBuilder engine(String name) {
        parts.engine = Objects.requireNonNull(name, "name");
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
        parts.engineOptions = parts.engineOptions.toBuilder().device(device).build();
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
        parts.engineOptions =
                parts.engineOptions.toBuilder().intraOpThreads(threads).build();
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
        parts.detectorOptions =
                parts.detectorOptions.toBuilder().detectionSize(pixels).build();
        return this;
    }

    /**
     * Least confidence of a face that is reported. Default: the model's own.
     *
     * @param confidence 0 to 1
     * @return this
     * @throws IllegalArgumentException if out of range
     */
    public EmotionAnalyzerBuilder minConfidence(float confidence) {
        parts.detectorOptions =
                parts.detectorOptions.toBuilder().minConfidence(confidence).build();
        return this;
    }

    /**
     * Most overlap (IoU) of two faces that are both reported, as they are found: the shipped detector lets overlapping finds
     * draw a face together after that. Default: the model's own.
     *
     * @param iou 0 to 1
     * @return this
     * @throws IllegalArgumentException if out of range
     */
    public EmotionAnalyzerBuilder maxOverlap(float iou) {
        parts.detectorOptions =
                parts.detectorOptions.toBuilder().maxOverlap(iou).build();
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
        parts.detectorOptions =
                parts.detectorOptions.toBuilder().minFaceSize(pixels).build();
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
        parts.detectorOptions =
                parts.detectorOptions.toBuilder().maxFaces(count).build();
        return this;
    }

    /**
     * Whether a picture in which no face or a large one was found is looked at once more at a small size, which finds a face that
     * fills the picture and draws it better. Default true; see {@link DetectorOptions.Builder#secondLook}.
     *
     * @param on whether
     * @return this
     */
    public EmotionAnalyzerBuilder secondLook(boolean on) {
        parts.detectorOptions = parts.detectorOptions.toBuilder().secondLook(on).build();
        return this;
    }

    /**
     * Whether large JPEG files are decoded at a half, a quarter or an eighth of their sides, in less time and memory. Default false. It needs a decoder that can do it, such as {@code emotion-codecs} brings; other files, and
     * those that are not at least one and a half times {@link #detectionSize} afterwards, are decoded whole as ever. Faces are found in the
     * small picture; where one has fewer pixels there than the classifier's input, all are classified in a larger one, for which the file is
     * decoded a second time. Boxes and landmarks are in pixels of the file's picture. They and the scores differ a little from those of the whole
     * picture: in tests by less than 1 % of a face's side and by less than 0.05.
     *
     * @param on whether
     * @return this
     */
    public EmotionAnalyzerBuilder reducedDecoding(boolean on) {
        this.reducedDecoding = on;
        return this;
    }

    /**
     * Whether landmarks bring a face into place before it is classified. Default true; else its box is cropped.
     *
     * @param on whether
     * @return this
     */
    public EmotionAnalyzerBuilder alignment(boolean on) {
        parts.classifierOptions =
                parts.classifierOptions.toBuilder().alignment(on).build();
        return this;
    }

    /**
     * How often each expression is expected where the analyzer is used, such as {@code ClassPrior.uniform(0.5f)}. Default: what the
     * model's descriptor says; nothing is corrected where it says nothing.
     *
     * @param prior the expectation; a model whose descriptor has no {@code "prior"} takes only one of strength 0
     * @return this
     */
    public EmotionAnalyzerBuilder prior(ClassPrior prior) {
        parts.classifierOptions =
                parts.classifierOptions.toBuilder().prior(prior).build();
        return this;
    }

    /**
     * The probability below which the most probable expression is not to be relied on: the answer then says that the model {@linkplain
     * FaceEmotion#abstained() abstains}. Default: the model's own; none of the shipped ones has any.
     *
     * @param probability 0 to 1
     * @return this
     * @throws IllegalArgumentException if out of range
     */
    public EmotionAnalyzerBuilder abstainBelow(float probability) {
        parts.classifierOptions =
                parts.classifierOptions.toBuilder().abstainBelow(probability).build();
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
        parts.detectorModel = forTask(ModelTask.FACE_DETECTION, model);
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
        parts.classifierModel = forTask(ModelTask.EMOTION_CLASSIFICATION, model);
        return this;
    }

    /**
     * Whether the shipped detector and classifier are taken in 8-bit whole numbers, {@code face-pyramid-int8} and {@code fer-resnet-int8}: quicker on processors that
     * multiply bytes quickly (VNNI on x86-64), with answers that differ a little; the models' cards say both figures. They come for ONNX Runtime alone,
     * so another engine is refused, and so are models of one's own beside it. Default false.
     *
     * @param on whether
     * @return this
     */
    public EmotionAnalyzerBuilder fast(boolean on) {
        parts.fast = on;
        return this;
    }

    /**
     * A detector of the caller's, who closes it. No engine is looked for; options and models of detectors contradict it.
     *
     * @param detector the detector
     * @return this
     */
    public EmotionAnalyzerBuilder detector(FaceDetector detector) {
        parts.detector = Objects.requireNonNull(detector, "detector");
        return this;
    }

    /**
     * A classifier of the caller's, who closes it. No engine is looked for; options and models of classifiers contradict it.
     *
     * @param classifier the classifier
     * @return this
     */
    public EmotionAnalyzerBuilder classifier(EmotionClassifier classifier) {
        parts.classifier = Objects.requireNonNull(classifier, "classifier");
        return this;
    }

    /**
     * Whether each picture is one face, cut out already as the classifier's model takes it. Then no detector is opened, and no margin
     * is added; whatever chooses a detector contradicts it. Default false.
     *
     * @param on whether
     * @return this
     */
    public EmotionAnalyzerBuilder crops(boolean on) {
        parts.crops = on;
        return this;
    }

    /**
     * Whether it is measured how well each face is to be seen: pixels between the eyes, sharpness, brightness, yaw and roll, as {@link
     * FaceEmotion#quality}. Default false.
     *
     * @param on whether
     * @return this
     */
    public EmotionAnalyzerBuilder quality(boolean on) {
        parts.quality = on;
        return this;
    }

    /**
     * How many calls run at a time; the others wait, first come, first served. Each takes a processor and the memory of its picture, so
     * that more do not get done sooner. Default: the number of processors.
     *
     * @param calls at least 1
     * @return this
     * @throws IllegalArgumentException if less than 1
     */
    public EmotionAnalyzerBuilder maxConcurrency(int calls) {
        this.maxConcurrency = atLeastOne("maxConcurrency", calls);
        return this;
    }

    /**
     * How many asynchronous analyses may be begun and not done. One more is refused: its future fails at once with {@link
     * AnalysisAbortedException} of reason {@link AnalysisAbortedException.Reason#TOO_MANY_PENDING}. Default 1000.
     *
     * @param analyses at least 1
     * @return this
     * @throws IllegalArgumentException if less than 1
     */
    public EmotionAnalyzerBuilder maxPending(int analyses) {
        this.maxPending = atLeastOne("maxPending", analyses);
        return this;
    }

    /**
     * How long a call may take, waiting for others to end included. It is looked at between two stages of an analysis, and ends it with
     * {@link AnalysisAbortedException}; a run of a network that has begun is ended by engine {@code onnx}, and waited for with the others.
     * So is an interrupt of the calling thread. Default: as long as it takes. {@link EmotionAnalyzer#withDeadline} sets another for some calls.
     *
     * @param deadline above 0
     * @return this
     * @throws IllegalArgumentException if it is not
     */
    public EmotionAnalyzerBuilder deadline(Duration deadline) {
        this.deadline = checkDeadline(deadline);
        return this;
    }

    /**
     * Receives the start and the outcome of each analysis: for metrics and logs. Default: nobody does.
     *
     * @param listener the only one; called by many threads at once
     * @return this
     */
    public EmotionAnalyzerBuilder listener(AnalysisListener listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Opens the analyzer.
     *
     * @return the analyzer; the caller closes
     * @throws IllegalArgumentException if options contradict each other
     * @throws NoProviderException if there is no engine, or there are two of equal priority
     * @throws ModelLoadException if a model is missing or damaged
     */
    public EmotionAnalyzer build() {
        parts.refuseContradictions();
        if (reducedDecoding) {
            parts.refuseWhatReducedDecodingCannotDo();
        }
        FaceDetector opened = parts.detector == null && !parts.crops ? parts.openDetector() : null;
        try {
            EmotionClassifier openedToo = parts.classifier == null ? parts.openClassifier() : null;
            AnalysisStages pipeline = new AnalysisStages(
                    opened == null ? parts.detector : opened,
                    openedToo == null ? Objects.requireNonNull(parts.classifier) : openedToo,
                    parts.quality);
            InFlight inFlight = new InFlight("EmotionAnalyzer", maxConcurrency, () -> close(opened, openedToo));
            AnalyzerCalls calls = new AnalyzerCalls(inFlight, new Semaphore(maxPending), deadline, listener);
            EncodedAnalysis encoded =
                    new EncodedAnalysis(pipeline, limits, reducedDecoding ? parts.reducedDecoding() : null);
            return new EmotionAnalyzer(encoded, calls, opened != null || openedToo != null);
        } catch (RuntimeException | Error e) {
            close(opened, null);
            throw e;
        }
    }

    private static void close(@Nullable FaceDetector detector, @Nullable EmotionClassifier classifier) {
        try {
            if (detector != null) {
                detector.close();
            }
        } finally {
            if (classifier != null) {
                classifier.close();
            }
        }
    }

    /**
     * Opens a detector alone, from the model.
     *
     * @return the detector; the caller closes
     * @throws IllegalArgumentException if options contradict each other
     * @throws NoProviderException if there is no engine, or there are two of equal priority
     * @throws ModelLoadException if the model is missing or damaged
     */
    public FaceDetector buildDetector() {
        AnalyzerParts.refuse(parts.detector != null, "buildDetector()", "detector(...): it is open already");
        AnalyzerParts.refuse(parts.crops, "buildDetector()", "crops(true)");
        return parts.openDetector();
    }

    /**
     * Opens a classifier alone, from the model.
     *
     * @return the classifier; the caller closes
     * @throws IllegalArgumentException if options contradict each other
     * @throws NoProviderException if there is no engine, or there are two of equal priority
     * @throws ModelLoadException if the model is missing or damaged
     */
    public EmotionClassifier buildClassifier() {
        AnalyzerParts.refuse(parts.classifier != null, "buildClassifier()", "classifier(...): it is open already");
        return parts.openClassifier();
    }

    static Duration checkDeadline(Duration deadline) {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("A deadline is above 0, found " + deadline);
        }
        return deadline;
    }

    private static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is at least 1, found " + value);
        }
        return value;
    }

    /**
     * Which engines were looked at for the detector, and which would run. Loads their native libraries, but no model.
     *
     * @return the report
     * @throws ModelLoadException if there is no such model
     */
    public ProviderReport detectorReport() {
        return parts.detectorReport();
    }

    /**
     * Which engines were looked at for the classifier, and which would run. Loads their native libraries, but no model.
     *
     * @return the report
     * @throws ModelLoadException if there is no such model
     */
    public ProviderReport classifierReport() {
        return parts.classifierReport();
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

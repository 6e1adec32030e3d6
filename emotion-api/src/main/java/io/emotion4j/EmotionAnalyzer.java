package io.emotion4j;

import io.emotion4j.internal.image.EncodedPicture;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the faces in a picture and says which facial expression each shows.
 *
 * <pre>{@code
 * try (var analyzer = EmotionAnalyzer.create()) {
 *     analyzer.analyze(Path.of("photo.jpg")).forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Thread-safe and meant to be shared: open one, use it from every thread, close it at the end. As many calls as {@link
 * EmotionAnalyzerBuilder#maxConcurrency} says run at a time; the others wait, first come, first served. An interrupt ends a call that
 * waits at once, and one that runs between two of its stages (decoding, detection, each batch of faces); so does a deadline.
 *
 * <p>Every method that takes a picture throws {@link InferenceException} if the engine fails, {@link AnalysisAbortedException} if it is
 * interrupted or its deadline passes, and {@link IllegalStateException} once the analyzer is closed.
 *
 * @since 0.1.0
 */
public final class EmotionAnalyzer implements AutoCloseable {

    private final AnalysisStages pipeline;
    private final EncodedAnalysis files;
    private final AnalyzerCalls calls;
    /** What this is a view of; as long as a view is in use, it is too. */
    private final @Nullable EmotionAnalyzer original;

    private final Runnable watched;

    EmotionAnalyzer(EncodedAnalysis files, AnalyzerCalls calls, boolean holdsEngines) {
        this.pipeline = files.stages();
        this.files = files;
        this.calls = calls;
        this.original = null;
        this.watched = holdsEngines ? NeverClosed.watch(this, calls.inFlight()) : () -> {};
    }

    private EmotionAnalyzer(EmotionAnalyzer original, Duration deadline) {
        this.pipeline = original.pipeline;
        this.files = original.files;
        this.calls = original.calls.withDeadline(deadline);
        this.original = original;
        this.watched = original.watched;
    }

    /**
     * Opens an analyzer with the shipped models and the engine found.
     *
     * @return the analyzer; the caller closes
     * @throws NoProviderException if there is no engine, or there are two of equal priority
     * @throws ModelLoadException if a model is missing or damaged
     */
    public static EmotionAnalyzer create() {
        return builder().build();
    }

    /** {@return a builder, to choose engine, models and limits} */
    public static EmotionAnalyzerBuilder builder() {
        return new EmotionAnalyzerBuilder();
    }

    /**
     * This analyzer with another deadline: {@code analyzer.withDeadline(Duration.ofMillis(500)).analyze(file)}.
     *
     * @param deadline how long each call may take, waiting for others to end included; counted from the call
     * @return a view that shares everything with this analyzer: closing either closes both
     * @throws IllegalArgumentException if it is not above 0
     */
    public EmotionAnalyzer withDeadline(Duration deadline) {
        return new EmotionAnalyzer(original == null ? this : original, EmotionAnalyzerBuilder.checkDeadline(deadline));
    }

    /**
     * Analyzes a picture file.
     *
     * @param file a JPEG, PNG, GIF, WebP, BMP or TIFF
     * @return what was found
     * @throws ImageDecodeException if the file cannot be read, or is not a picture that can be decoded
     */
    public Analysis analyze(Path file) throws ImageDecodeException {
        Objects.requireNonNull(file, "file");
        return calls.analyze(this, () -> files.analyze(limits -> EncodedPicture.of(file, limits)));
    }

    /**
     * Analyzes an encoded picture.
     *
     * @param encoded the bytes of a picture file
     * @return what was found
     * @throws ImageDecodeException if they are not a picture that can be decoded
     */
    public Analysis analyze(byte[] encoded) throws ImageDecodeException {
        Objects.requireNonNull(encoded, "encoded");
        return calls.analyze(this, () -> files.analyze(limits -> EncodedPicture.of(encoded, limits)));
    }

    /**
     * Analyzes an encoded picture.
     *
     * @param encoded the bytes of a picture file, from position to limit, neither of which moves
     * @return what was found
     * @throws ImageDecodeException if they are not a picture that can be decoded
     */
    public Analysis analyze(ByteBuffer encoded) throws ImageDecodeException {
        Objects.requireNonNull(encoded, "encoded");
        return calls.analyze(this, () -> files.analyze(limits -> EncodedPicture.of(encoded, limits)));
    }

    /**
     * Analyzes an encoded picture. While the stream is read this call counts as running: read a slow one before.
     *
     * @param encoded the bytes of a picture file, read to the end; the caller closes
     * @return what was found
     * @throws ImageDecodeException if the stream cannot be read, or is not a picture that can be decoded
     */
    public Analysis analyze(InputStream encoded) throws ImageDecodeException {
        Objects.requireNonNull(encoded, "encoded");
        return calls.analyze(this, () -> files.analyze(limits -> EncodedPicture.of(encoded, limits)));
    }

    /**
     * Analyzes a decoded picture.
     *
     * @param image an upright picture
     * @return what was found; converting it counts as decoding
     */
    public Analysis analyze(BufferedImage image) {
        Objects.requireNonNull(image, "image");
        return calls.analyze(this, () -> pipeline.analyze(RgbImage.from(image)));
    }

    /**
     * Analyzes a decoded picture.
     *
     * @param image an upright picture
     * @return what was found; the time that it took to decode the picture before is told, too
     */
    public Analysis analyze(RgbImage image) {
        Objects.requireNonNull(image, "image");
        return calls.analyze(this, () -> pipeline.analyze(image));
    }

    /**
     * Analyzes a picture file on another thread. The deadline, where there is one, counts from now. A future that is cancelled before
     * its turn is passed over, and one that is cancelled later ends between two stages.
     *
     * @param file a JPEG, PNG, GIF, WebP, BMP or TIFF
     * @param executor where it runs
     * @return what was found; fails with what {@link #analyze(Path)} throws, or at once with {@link AnalysisAbortedException} where
     *     {@link EmotionAnalyzerBuilder#maxPending} are not done yet
     * @throws RejectedExecutionException if the executor takes no more work
     */
    public CompletableFuture<Analysis> analyzeAsync(Path file, Executor executor) {
        Objects.requireNonNull(file, "file");
        return calls.analyzeAsync(this, () -> files.analyze(limits -> EncodedPicture.of(file, limits)), executor);
    }

    /**
     * Analyzes an encoded picture on another thread, as {@link #analyzeAsync(Path, Executor)} does.
     *
     * @param encoded the bytes of a picture file; not to be changed until the analysis is done
     * @param executor where it runs
     * @return what was found; fails with what {@link #analyze(byte[])} throws, or at once where too many are not done yet
     * @throws RejectedExecutionException if the executor takes no more work
     */
    public CompletableFuture<Analysis> analyzeAsync(byte[] encoded, Executor executor) {
        Objects.requireNonNull(encoded, "encoded");
        return calls.analyzeAsync(this, () -> files.analyze(limits -> EncodedPicture.of(encoded, limits)), executor);
    }

    /**
     * Analyzes a decoded picture on another thread, as {@link #analyzeAsync(Path, Executor)} does.
     *
     * @param image an upright picture
     * @param executor where it runs
     * @return what was found; fails with what {@link #analyze(RgbImage)} throws, or at once where too many are not done yet
     * @throws RejectedExecutionException if the executor takes no more work
     */
    public CompletableFuture<Analysis> analyzeAsync(RgbImage image, Executor executor) {
        Objects.requireNonNull(image, "image");
        return calls.analyzeAsync(this, () -> pipeline.analyze(image), executor);
    }

    /**
     * Finds the faces alone.
     *
     * @param image an upright picture
     * @return the faces, most confident first; the whole picture where it was {@linkplain EmotionAnalyzerBuilder#crops said} to be one
     */
    public List<Face> detect(RgbImage image) {
        Objects.requireNonNull(image, "image");
        return calls.run(this, () -> pipeline.detect(image));
    }

    /**
     * Scores faces that were found before, here or elsewhere.
     *
     * @param image the upright picture
     * @param faces faces within it
     * @return as many scores, in the same order
     */
    public List<EmotionScores> classify(RgbImage image, List<Face> faces) {
        Objects.requireNonNull(image, "image");
        List<Face> all = List.copyOf(faces);
        return calls.run(this, () -> pipeline.classify(image, all));
    }

    /**
     * Scores a picture that is a face, cut out already: nothing is detected, and no margin is added.
     *
     * @param crop best square
     * @return its scores
     */
    public EmotionScores classifyCrop(RgbImage crop) {
        Objects.requireNonNull(crop, "crop");
        return calls.run(this, () -> pipeline.classifyCrop(crop));
    }

    /**
     * The picture of one face exactly as the classifier's network gets it, to look at.
     *
     * @param image the upright picture
     * @param face a face within it
     * @return a picture of the network's input size
     * @throws UnsupportedOperationException if the classifier, one that the caller gave, cannot show it
     */
    public RgbImage debugCrop(RgbImage image, Face face) {
        return calls.run(this, () -> pipeline.classifier().debugCrop(image, face));
    }

    /**
     * Which parts of a face its most probable expression hangs on: 145 runs of the classifier's network, in batches.
     *
     * @param image the upright picture
     * @param face a face within it
     * @return a map of the face; see {@link OcclusionMap#of} for another expression
     * @throws UnsupportedOperationException if the classifier, one that the caller gave, does not show its input
     */
    public OcclusionMap explain(RgbImage image, Face face) {
        return calls.run(this, () -> {
            EmotionClassifier classifier = pipeline.classifier();
            Emotion top =
                    classifier.classifyCrop(classifier.debugCrop(image, face)).top();
            return OcclusionMap.of(classifier, image, face, top);
        });
    }

    /** {@return the engine that runs, such as {@code onnx}; {@code a+b} where detector and classifier run on two} */
    public String engine() {
        return pipeline.engine();
    }

    /**
     * The detector in use; it is closed with this analyzer, unless the caller gave it.
     *
     * @return the detector; null where pictures are {@linkplain EmotionAnalyzerBuilder#crops crops} and there is none
     */
    public @Nullable FaceDetector detector() {
        return pipeline.detector();
    }

    /** {@return the classifier in use; it is closed with this analyzer, unless the caller gave it} */
    public EmotionClassifier classifier() {
        return pipeline.classifier();
    }

    /** {@return whether pictures may still be given} */
    public boolean isOpen() {
        return calls.inFlight().isOpen();
    }

    /**
     * Takes no more pictures, waits until the calls that are running have ended, each with its full result, and frees the engines that
     * this analyzer opened. Calls that had not begun yet are refused as those after it. An interrupt ends the waiting, and the engines
     * are freed when the last call has ended. The second call does nothing.
     */
    @Override
    public void close() {
        calls.inFlight().close();
        watched.run();
    }
}

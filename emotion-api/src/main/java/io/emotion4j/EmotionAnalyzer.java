package io.emotion4j;

import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Finds the faces in a picture and says which facial expression each shows.
 *
 * <pre>{@code
 * try (var analyzer = EmotionAnalyzer.create()) {
 *     analyzer.analyze(Path.of("photo.jpg")).forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Thread-safe and meant to be shared: open one, use it from every thread, close it at the end. Every method that
 * takes a picture throws {@link InferenceException} if the engine fails and {@link IllegalStateException} once the
 * analyzer is closed.
 */
public final class EmotionAnalyzer implements AutoCloseable {

    private final FaceDetector detector;
    private final EmotionClassifier classifier;
    private final DecodeLimits limits;
    private final boolean ownsDetector;
    private final boolean ownsClassifier;
    private final AtomicBoolean closed = new AtomicBoolean();

    EmotionAnalyzer(
            FaceDetector detector,
            EmotionClassifier classifier,
            DecodeLimits limits,
            boolean ownsDetector,
            boolean ownsClassifier) {
        this.detector = detector;
        this.classifier = classifier;
        this.limits = limits;
        this.ownsDetector = ownsDetector;
        this.ownsClassifier = ownsClassifier;
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
     * Analyzes a picture file.
     *
     * @param file a JPEG, PNG, GIF, WebP, BMP or TIFF
     * @return what was found
     * @throws ImageDecodeException if the file cannot be read, or is not a picture that can be decoded
     */
    public Analysis analyze(Path file) throws ImageDecodeException {
        Objects.requireNonNull(file, "file");
        long start = begin();
        return analyze(RgbImage.decode(file, limits), start);
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
        long start = begin();
        return analyze(RgbImage.decode(encoded, limits), start);
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
        long start = begin();
        return analyze(RgbImage.decode(encoded, limits), start);
    }

    /**
     * Analyzes an encoded picture.
     *
     * @param encoded the bytes of a picture file, read to the end; the caller closes
     * @return what was found
     * @throws ImageDecodeException if the stream cannot be read, or is not a picture that can be decoded
     */
    public Analysis analyze(InputStream encoded) throws ImageDecodeException {
        Objects.requireNonNull(encoded, "encoded");
        long start = begin();
        return analyze(RgbImage.decode(encoded, limits), start);
    }

    /**
     * Analyzes a decoded picture.
     *
     * @param image an upright picture
     * @return what was found; converting it counts as decoding
     */
    public Analysis analyze(BufferedImage image) {
        Objects.requireNonNull(image, "image");
        long start = begin();
        return analyze(RgbImage.from(image), start);
    }

    /**
     * Analyzes a decoded picture.
     *
     * @param image an upright picture
     * @return what was found
     */
    public Analysis analyze(RgbImage image) {
        Objects.requireNonNull(image, "image");
        return analyze(image, begin());
    }

    /**
     * Analyzes a picture file on another thread.
     *
     * @param file a JPEG, PNG, GIF, WebP, BMP or TIFF
     * @param executor where it runs
     * @return what was found; fails with what {@link #analyze(Path)} throws
     */
    public CompletableFuture<Analysis> analyzeAsync(Path file, Executor executor) {
        Objects.requireNonNull(file, "file");
        return async(() -> analyze(file), executor);
    }

    /**
     * Analyzes an encoded picture on another thread.
     *
     * @param encoded the bytes of a picture file; not to be changed until the analysis is done
     * @param executor where it runs
     * @return what was found; fails with what {@link #analyze(byte[])} throws
     */
    public CompletableFuture<Analysis> analyzeAsync(byte[] encoded, Executor executor) {
        Objects.requireNonNull(encoded, "encoded");
        return async(() -> analyze(encoded), executor);
    }

    /**
     * Analyzes an encoded picture on another thread.
     *
     * @param encoded the bytes of a picture file, from position to limit; not to be changed until the analysis is done
     * @param executor where it runs
     * @return what was found; fails with what {@link #analyze(ByteBuffer)} throws
     */
    public CompletableFuture<Analysis> analyzeAsync(ByteBuffer encoded, Executor executor) {
        ByteBuffer view = encoded.duplicate();
        return async(() -> analyze(view), executor);
    }

    /**
     * Analyzes an encoded picture on another thread.
     *
     * @param encoded the bytes of a picture file, read to the end there; to be closed by the caller when that is done
     * @param executor where it runs
     * @return what was found; fails with what {@link #analyze(InputStream)} throws
     */
    public CompletableFuture<Analysis> analyzeAsync(InputStream encoded, Executor executor) {
        Objects.requireNonNull(encoded, "encoded");
        return async(() -> analyze(encoded), executor);
    }

    /**
     * Analyzes a decoded picture on another thread.
     *
     * @param image an upright picture; not to be changed until the analysis is done
     * @param executor where it runs
     * @return what was found; fails with what {@link #analyze(BufferedImage)} throws
     */
    public CompletableFuture<Analysis> analyzeAsync(BufferedImage image, Executor executor) {
        Objects.requireNonNull(image, "image");
        return async(() -> analyze(image), executor);
    }

    /**
     * Analyzes a decoded picture on another thread.
     *
     * @param image an upright picture
     * @param executor where it runs
     * @return what was found; fails with what {@link #analyze(RgbImage)} throws
     */
    public CompletableFuture<Analysis> analyzeAsync(RgbImage image, Executor executor) {
        Objects.requireNonNull(image, "image");
        return async(() -> analyze(image), executor);
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
        begin();
        return classifier.debugCrop(image, face);
    }

    /** {@return the detector in use; it is closed with this analyzer, unless the caller gave it} */
    public FaceDetector detector() {
        return detector;
    }

    /** {@return the classifier in use; it is closed with this analyzer, unless the caller gave it} */
    public EmotionClassifier classifier() {
        return classifier;
    }

    /**
     * Frees the engines that this analyzer opened, at once or when the calls that are running have ended. The second call does
     * nothing.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            if (ownsDetector) {
                detector.close();
            }
        } finally {
            if (ownsClassifier) {
                classifier.close();
            }
        }
    }

    private long begin() {
        if (closed.get()) {
            throw new IllegalStateException("This EmotionAnalyzer is closed; keep it open while pictures are analyzed");
        }
        return System.nanoTime();
    }

    private Analysis analyze(RgbImage image, long start) {
        long decoded = System.nanoTime();
        List<Face> faces = detector.detect(image);
        long detected = System.nanoTime();
        List<EmotionScores> scores = faces.isEmpty() ? List.of() : classifier.classify(image, faces);
        long classified = System.nanoTime();
        if (scores.size() != faces.size()) {
            throw new InferenceException("Classifier '" + classifier.id() + "' must score every face, expected "
                    + faces.size() + " scores, found " + scores.size());
        }
        List<FaceEmotion> found = new ArrayList<>(faces.size());
        for (int i = 0; i < faces.size(); i++) {
            found.add(new FaceEmotion(faces.get(i), scores.get(i)));
        }
        Timings timings = new Timings(decoded - start, detected - decoded, classified - detected);
        return new Analysis(image.width(), image.height(), found, engine(), detector.id(), classifier.id(), timings);
    }

    private String engine() {
        String first = detector.engine();
        String second = classifier.engine();
        return first.equals(second) ? first : first + "+" + second;
    }

    private CompletableFuture<Analysis> async(Callable<Analysis> work, Executor executor) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                executor);
    }
}

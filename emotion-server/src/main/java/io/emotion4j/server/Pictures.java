package io.emotion4j.server;

import io.emotion4j.Analysis;
import io.emotion4j.DecodeLimits;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionScores;
import io.emotion4j.FaceEmotion;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.OcclusionMap;
import io.emotion4j.RgbImage;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decodes and analyzes pictures, and counts what it does. Thread-safe. */
final class Pictures {

    /** What is decoded and looked at in a fraction of a second. */
    private static final long QUICK_PIXELS = 8L << 20;

    private final EmotionAnalyzer analyzer;
    private final Map<String, EmotionAnalyzer> others;
    private final DecodeLimits limits;
    private final DecodeLimits quickLimits;
    private final Metrics metrics;
    private final Semaphore explaining = new Semaphore(1);

    /** With those of other classifiers that callers may choose, by the classifier's id. */
    Pictures(EmotionAnalyzer analyzer, Map<String, EmotionAnalyzer> others, DecodeLimits limits, Metrics metrics) {
        this.analyzer = analyzer;
        this.others = others;
        this.limits = limits;
        this.quickLimits = limits.withMaxPixels(Math.min(limits.maxPixels(), QUICK_PIXELS));
        this.metrics = metrics;
    }

    Analysis analyze(PictureInput picture) {
        return analyze(analyzer, decode(picture));
    }

    /**
     * By the classifier of that id; null for the server's own.
     *
     * @throws Refusal if it is none that callers may choose
     */
    Analysis analyze(PictureInput picture, @Nullable String classifier) {
        return analyze(by(classifier), decode(picture));
    }

    /**
     * Explains the face that is chosen, one at a time: it costs as much as a picture of 146 faces, and whoever asks for many at once keeps no
     * more than one thread.
     *
     * @param form makes the answer of the face and its map
     * @throws Refusal if the classifier is none that callers may choose or cannot be explained, or another face is being explained
     */
    <T> T explain(
            PictureInput picture,
            @Nullable String classifier,
            Function<Analysis, FaceEmotion> choice,
            BiFunction<FaceEmotion, OcclusionMap, T> form) {
        Workers.leaveQuickLane();
        EmotionAnalyzer by = by(classifier);
        if (!explaining.tryAcquire()) {
            throw new Refusal(Answer.later(503, "Another face is being explained; try again later", 1));
        }
        try {
            RgbImage image = decode(picture);
            FaceEmotion face = choice.apply(analyze(by, image));
            return form.apply(face, by.explain(image, face.face()));
        } catch (UnsupportedOperationException e) {
            throw new Refusal(501, "This server's classifier does not show its input, and so cannot be explained");
        } finally {
            explaining.release();
        }
    }

    /** As a JPEG for those who cannot show the picture themselves. */
    byte[] render(PictureInput picture) {
        return Rendering.jpeg(decode(picture));
    }

    /** The scores of the largest face, or of the whole picture where no face is found. */
    EmotionScores largestOrWhole(PictureInput picture) {
        RgbImage image = decode(picture);
        return Faces.largest(analyze(analyzer, image))
                .map(face -> EmotionScores.of(face.scores()))
                .orElseGet(() -> analyzer.classifyCrop(image));
    }

    private EmotionAnalyzer by(@Nullable String classifier) {
        if (classifier == null || classifier.equals(analyzer.classifier().id())) {
            return analyzer;
        }
        EmotionAnalyzer other = others.get(classifier);
        if (other == null) {
            throw new Refusal(400, "Parameter classifier takes one of those that /limits lists");
        }
        return other;
    }

    private Analysis analyze(EmotionAnalyzer by, RgbImage image) {
        Analysis analysis = by.analyze(image);
        metrics.analyzed(analysis);
        return analysis;
    }

    /** Large pictures, by their header, take long, and may wait for memory: those behind them need not. */
    private RgbImage decode(PictureInput picture) {
        try {
            return RgbImage.decode(picture.bytes(), Workers.inQuickLane() ? quickLimits : limits);
        } catch (ImageDecodeException e) {
            if (e.reason() == ImageDecodeException.Reason.TOO_LARGE && !quickLimits.equals(limits)) {
                Workers.leaveQuickLane();
            }
            throw refusal(e);
        }
    }

    private static Refusal refusal(ImageDecodeException e) {
        String message = String.valueOf(e.getMessage());
        return switch (e.reason()) {
            case UNKNOWN_FORMAT ->
                new Refusal(415, "Not a picture of a known type: expected JPEG, PNG, GIF, WebP, BMP or TIFF");
            // What follows the semicolon is advice for the one who runs the server.
            case TOO_LARGE ->
                new Refusal(413, message.substring(0, message.lastIndexOf(';')) + " (the server's --max-megapixels)");
            case BUSY -> new Refusal(503, message.substring(0, message.lastIndexOf(';')) + "; try again later");
            case UNREADABLE, BROKEN -> new Refusal(422, message);
        };
    }
}

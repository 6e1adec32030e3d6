package io.emotion4j.server;

import io.emotion4j.Analysis;
import io.emotion4j.DecodeLimits;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionScores;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;

/** Decodes and analyzes pictures, and counts what it does. Thread-safe. */
final class Pictures {

    private final EmotionAnalyzer analyzer;
    private final DecodeLimits limits;
    private final Metrics metrics;

    Pictures(EmotionAnalyzer analyzer, DecodeLimits limits, Metrics metrics) {
        this.analyzer = analyzer;
        this.limits = limits;
        this.metrics = metrics;
    }

    Analysis analyze(PictureInput picture) {
        return analyze(decode(picture));
    }

    /** The scores of the largest face, or of the whole picture where no face is found. */
    EmotionScores largestOrWhole(PictureInput picture) {
        RgbImage image = decode(picture);
        return Faces.largest(analyze(image))
                .map(face -> EmotionScores.of(face.scores()))
                .orElseGet(() -> analyzer.classifyCrop(image));
    }

    private Analysis analyze(RgbImage image) {
        Analysis analysis = analyzer.analyze(image);
        metrics.analyzed(analysis);
        return analysis;
    }

    private RgbImage decode(PictureInput picture) {
        try {
            return RgbImage.decode(picture.bytes(), limits);
        } catch (ImageDecodeException e) {
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

package io.emotion4j.server;

import io.emotion4j.Analysis;
import io.emotion4j.DecodeLimits;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import io.emotion4j.Timings;
import java.util.List;

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
        long start = System.nanoTime();
        RgbImage image = decode(picture);
        return analyze(image, System.nanoTime() - start);
    }

    /** The scores of the largest face, or of the whole picture where no face is found. */
    EmotionScores largestOrWhole(PictureInput picture) {
        long start = System.nanoTime();
        RgbImage image = decode(picture);
        Analysis analysis = analyze(image, System.nanoTime() - start);
        return Faces.largest(analysis)
                .map(face -> face.scores())
                .orElseGet(() -> analyzer.classifier()
                        .classify(image, List.of(Face.filling(image)))
                        .get(0));
    }

    private Analysis analyze(RgbImage image, long decodeNanos) {
        Analysis found = analyzer.analyze(image);
        Timings timings = new Timings(
                decodeNanos, found.timings().detectNanos(), found.timings().classifyNanos());
        metrics.analyzed(timings, found.faces());
        return new Analysis(
                found.width(),
                found.height(),
                found.faces(),
                found.engine(),
                found.detector(),
                found.classifier(),
                timings);
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
            // Plug-ins' exceptions mean nothing to a client.
            case UNREADABLE, BROKEN -> new Refusal(422, message.replaceAll("\\b[A-Za-z]+(Exception|Error): ", ""));
        };
    }
}

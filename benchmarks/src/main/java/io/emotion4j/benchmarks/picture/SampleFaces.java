package io.emotion4j.benchmarks.picture;

import io.emotion4j.BoundingBox;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The faces of the project's sample picture, each with a margin, the surest first. */
final class SampleFaces {

    private static final String SAMPLE = "/seven-expressions.png";
    private static final double MARGIN = 1.4;

    private SampleFaces() {}

    static List<BufferedImage> cut() throws IOException {
        RgbImage sample = sample();
        BufferedImage pixels = sample.toBufferedImage();
        try (FaceDetector detector = EmotionAnalyzer.builder().buildDetector()) {
            return detector.detect(sample).stream()
                    .map(face -> cut(pixels, face))
                    .toList();
        }
    }

    private static BufferedImage cut(BufferedImage sample, Face face) {
        BoundingBox box = face.box();
        double side =
                Math.min(MARGIN * Math.max(box.width(), box.height()), Math.min(sample.getWidth(), sample.getHeight()));
        int x = clamp(box.x() + (box.width() - side) / 2, sample.getWidth() - side);
        int y = clamp(box.y() + (box.height() - side) / 2, sample.getHeight() - side);
        return sample.getSubimage(x, y, (int) side, (int) side);
    }

    private static int clamp(double value, double most) {
        return (int) Math.max(0, Math.min(value, most));
    }

    private static RgbImage sample() throws IOException {
        try (InputStream in = SampleFaces.class.getResourceAsStream(SAMPLE)) {
            if (in == null) {
                throw new FileNotFoundException(SAMPLE + " is missing from the benchmarks' jar; build it anew");
            }
            return RgbImage.decode(in);
        }
    }
}

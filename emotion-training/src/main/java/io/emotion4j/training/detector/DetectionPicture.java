package io.emotion4j.training.detector;

import io.emotion4j.DecodeLimits;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A training picture with its faces; decoded at first use and kept. Thread-safe. */
final class DetectionPicture {

    private final Path file;
    private final List<TrainingFace> faces;
    private volatile @Nullable RgbImage image;

    DetectionPicture(Path file, List<TrainingFace> faces) {
        this.file = file;
        this.faces = List.copyOf(faces);
    }

    RgbImage image() {
        RgbImage decoded = image;
        if (decoded == null) {
            try {
                decoded = RgbImage.decode(file, DecodeLimits.DEFAULT);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            image = decoded;
        }
        return decoded;
    }

    Path file() {
        return file;
    }

    List<TrainingFace> faces() {
        return faces;
    }
}

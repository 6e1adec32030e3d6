package io.emotion4j.cli.evaluation;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.FaceQuality;
import io.emotion4j.Landmarks;
import io.emotion4j.RgbImage;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Measures crops of faces, which fill their pictures.
 *
 * @param detector finds their points; null where none does
 */
record CropQuality(@Nullable FaceDetector detector) implements AutoCloseable {

    /** Crops are small, and so are their copies. */
    static final int DETECTION_SIZE = 320;

    static CropQuality withoutPoints() {
        return new CropQuality(null);
    }

    static CropQuality by(FaceDetector detector) {
        return new CropQuality(detector);
    }

    FaceQuality of(RgbImage crop) {
        BoundingBox all = new BoundingBox(0, 0, crop.width(), crop.height());
        return FaceQuality.of(crop, new Face(all, 1, points(crop)));
    }

    private @Nullable Landmarks points(RgbImage crop) {
        if (detector == null) {
            return null;
        }
        return detector.detect(crop).stream()
                .max(Comparator.comparingDouble(
                        face -> face.box().width() * face.box().height()))
                .map(Face::landmarks)
                .orElse(null);
    }

    @Override
    public void close() {
        if (detector != null) {
            detector.close();
        }
    }
}

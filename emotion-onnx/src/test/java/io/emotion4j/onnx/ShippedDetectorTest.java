package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.BoundingBox;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The detector that the library ships, with its default thresholds, on photos of which the faces are known. */
class ShippedDetectorTest {

    private static final float LEAST_SIDE = 20;

    @Test
    void nineOfTenKnownFacesAreFound() throws IOException {
        int known = 0;
        int found = 0;
        try (FaceDetector detector = EmotionAnalyzer.builder().buildDetector()) {
            for (PhotoIndex photo : PhotoIndex.withKnownBoxes()) {
                List<Face> faces = detector.detect(RgbImage.decode(photo.file()));
                for (BoundingBox box : photo.boxes()) {
                    if (Math.min(box.width(), box.height()) >= LEAST_SIDE) {
                        known++;
                        found += faces.stream().anyMatch(face -> face.box().iou(box) >= 0.4f) ? 1 : 0;
                    }
                }
            }
        }
        System.out.println("The shipped detector finds " + found + " of " + known + " known faces at IoU 0.4");
        assertThat(known).isGreaterThan(40);
        assertThat(found).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * known));
    }
}

package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.emotion4j.BoundingBox;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's YuNet, through nothing but a descriptor. */
class YuNetOnOnnxTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"n", "s"})
    void nineOfTenKnownFacesAreFound(String size) throws IOException {
        int known = 0;
        int found = 0;
        try (FaceDetector detector = EmotionAnalyzer.builder()
                .detectorModel(UserModels.yunet(folder, size))
                .buildDetector()) {
            for (PhotoIndex photo : PhotoIndex.withKnownBoxes()) {
                List<Face> faces = detector.detect(RgbImage.decode(photo.file()));
                for (BoundingBox box : photo.boxes()) {
                    known++;
                    found += faces.stream().anyMatch(face -> face.box().iou(box) >= 0.4f) ? 1 : 0;
                }
            }
        }
        System.out.println("YuNet " + size + " finds " + found + " of " + known + " known faces at IoU 0.4");
        assertThat(known).isGreaterThan(40);
        assertThat(found).isGreaterThanOrEqualTo(Math.round(0.9f * known));
    }

    @Test
    void facesLieInsideThePictureSortedAndApart() throws IOException {
        Path file = SharedFiles.get("photos/people/djl__largest_selfie.jpg");
        RgbImage image = RgbImage.decode(file);
        try (FaceDetector detector = yunet().detectionSize(1280).buildDetector()) {
            List<Face> faces = detector.detect(image);
            assertThat(faces).hasSizeGreaterThan(100);
            for (int i = 0; i < faces.size(); i++) {
                BoundingBox box = faces.get(i).box();
                assertThat(box.x()).isNotNegative();
                assertThat(box.y()).isNotNegative();
                assertThat(box.right()).isLessThanOrEqualTo(image.width());
                assertThat(box.bottom()).isLessThanOrEqualTo(image.height());
                for (int j = i + 1; j < faces.size(); j++) {
                    assertThat(faces.get(i).confidence())
                            .isGreaterThanOrEqualTo(faces.get(j).confidence());
                    assertThat(box.iou(faces.get(j).box())).isLessThanOrEqualTo(0.3f);
                }
            }
        }
    }

    @Test
    void aLargerDetectionSizeFindsMoreOfACrowd() throws IOException {
        RgbImage image = RgbImage.decode(SharedFiles.get("photos/people/djl__largest_selfie.jpg"));
        try (FaceDetector small = yunet().detectionSize(320).buildDetector();
                FaceDetector large = yunet().detectionSize(1280).buildDetector()) {
            assertThat(large.detect(image))
                    .hasSizeGreaterThan(2 * small.detect(image).size());
        }
    }

    @Test
    void theMostConfidentFacesAreKeptAndSmallOnesDropped() throws IOException {
        RgbImage image = RgbImage.decode(SharedFiles.get("photos/people/dlib__2008_002506.jpg"));
        try (FaceDetector all = yunet().buildDetector();
                FaceDetector two = yunet().maxFaces(2).buildDetector();
                FaceDetector large = yunet().minFaceSize(120).buildDetector()) {
            List<Face> faces = all.detect(image);
            assertThat(faces).hasSizeGreaterThanOrEqualTo(3);
            assertThat(two.detect(image)).isEqualTo(faces.subList(0, 2));
            assertThat(large.detect(image))
                    .isNotEmpty()
                    .hasSizeLessThan(faces.size())
                    .allSatisfy(face -> assertThat(
                                    Math.max(face.box().width(), face.box().height()))
                            .isGreaterThanOrEqualTo(120));
        }
    }

    @Test
    void blankAndTinyPicturesHaveNoFace() throws IOException {
        try (FaceDetector detector = yunet().buildDetector()) {
            assertThat(detector.detect(RgbImage.of(1, 1, new byte[3]))).isEmpty();
            assertThat(detector.detect(RgbImage.of(300, 1, new byte[900]))).isEmpty();
            assertThat(detector.detect(RgbImage.of(200, 100, new byte[60_000]))).isEmpty();
        }
    }

    @Test
    void aDetectionSizeBelowTheNetworksStepIsRefused() throws IOException {
        EmotionAnalyzerBuilder builder = yunet();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.detectionSize(16));
    }

    private EmotionAnalyzerBuilder yunet() throws IOException {
        return EmotionAnalyzer.builder().detectorModel(UserModels.yunet(folder, "n"));
    }
}

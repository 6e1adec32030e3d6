package io.emotion4j.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.InferenceException;
import io.emotion4j.ModelLoadException;
import io.emotion4j.Point;
import io.emotion4j.RgbImage;
import io.emotion4j.internal.yunet.YuNetDecoder;
import io.emotion4j.model.ModelOnDisk;
import io.emotion4j.spi.DetectorOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionDetectorTest {

    private final BrightCellSession network = new BrightCellSession();
    private ModelOnDisk files;

    @TempDir
    Path folder;

    @BeforeEach
    void describe() {
        files = ModelOnDisk.detector(folder);
    }

    @Test
    void aFaceLiesWhereTheNetworkSeesIt() {
        try (SessionDetector detector = open(DetectorOptions.defaults())) {
            RgbImage image = dark(100, 60, 16, 24, 8, 204);
            assertThat(detector.detect(image)).singleElement().satisfies(face -> {
                assertThat(face.box()).isEqualTo(new BoundingBox(16, 24, 8, 8));
                assertThat(face.confidence()).isEqualTo(0.8f);
                assertThat(face.landmarks())
                        .isNotNull()
                        .satisfies(l -> assertThat(l.nose()).isEqualTo(new Point(16, 24)));
            });
            assertThat(network.shape).containsExactly(1, 3, 64, 128);
        }
    }

    @Test
    void aLargePictureIsShrunkToTheDetectionSizeAndItsFacesAreMappedBack() {
        try (SessionDetector detector = open(options().detectionSize(64).build())) {
            RgbImage image = dark(256, 128, 64, 32, 32, 255);
            assertThat(detector.detect(image)).extracting(Face::box).containsExactly(new BoundingBox(64, 32, 32, 32));
            assertThat(network.shape).containsExactly(1, 3, 32, 64);
        }
    }

    @Test
    void withoutADetectionSizeTheLongerSideIsAtMost640() {
        try (SessionDetector detector = open(options().secondLook(false).build())) {
            detector.detect(dark(2000, 1000, 0, 0, 1, 0));
            assertThat(network.shape).containsExactly(1, 3, 320, 640);
        }
    }

    @Test
    void whereNothingWasFoundASecondLookIsTakenAtASmallSize() {
        RgbImage nothing = dark(640, 480, 0, 0, 1, 0);
        try (SessionDetector detector = open(DetectorOptions.defaults());
                SessionDetector once = open(options().secondLook(false).build())) {
            network.runs = 0;
            assertThat(detector.detect(nothing)).isEmpty();
            assertThat(network.runs).isEqualTo(2);
            assertThat(network.shape).containsExactly(1, 3, 128, 160);

            once.detect(nothing);
            assertThat(network.runs).isEqualTo(3);
            assertThat(network.shape).containsExactly(1, 3, 480, 640);
        }
    }

    @Test
    void whetherASecondLookIsTakenDoesNotDependOnTheCaller() {
        RgbImage unsure = dark(640, 480, 64, 64, 8, 128);
        RgbImage sure = dark(640, 480, 64, 64, 8, 200);
        try (SessionDetector strict = open(options().minConfidence(0.95f).build());
                SessionDetector lenient = open(options().minConfidence(0.1f).build())) {
            network.runs = 0;
            assertThat(strict.detect(sure)).isEmpty();
            assertThat(lenient.detect(sure)).isNotEmpty();
            assertThat(network.runs).as("the model is sure of the first").isEqualTo(2);

            assertThat(strict.detect(unsure)).isEmpty();
            assertThat(lenient.detect(unsure)).isNotEmpty();
            assertThat(network.runs).as("it is not").isEqualTo(6);
        }
    }

    @Test
    void aFaceOfTheSecondLookIsMappedBackToThePicture() {
        network.mostWidth = 300;
        try (SessionDetector detector = open(DetectorOptions.defaults())) {
            RgbImage image = dark(512, 512, 64, 128, 32, 255);
            assertThat(detector.detect(image)).extracting(Face::box).contains(new BoundingBox(64, 128, 32, 32));
        }
    }

    @Test
    void noSecondLookIsTakenWhereSomethingWasFoundOrTheFirstWasSmall() {
        try (SessionDetector detector = open(DetectorOptions.defaults())) {
            network.runs = 0;
            detector.detect(dark(640, 480, 64, 64, 8, 255));
            detector.detect(dark(280, 200, 0, 0, 1, 0));
            assertThat(network.runs).isEqualTo(2);
        }
    }

    @Test
    void aLargeFaceIsDrawnByASecondLook() {
        RgbImage face = dark(640, 480, 320, 240, 8, 255);
        try (SessionDetector detector = open(DetectorOptions.defaults())) {
            network.runs = 0;
            network.boxCells = 31;
            detector.detect(face);
            assertThat(network.runs).as("a face of 248 of 640 pixels").isEqualTo(1);

            network.boxCells = 32;
            detector.detect(face);
            assertThat(network.runs).as("a face of 256 of 640 pixels").isEqualTo(3);
            assertThat(network.shape).containsExactly(1, 3, 128, 160);
        }
    }

    @Test
    void aSmallPictureIsEnlargedWhereTheModelWantsThat() {
        files.with(
                "input",
                "{\"name\": \"input\", \"width\": 0, \"height\": 0, \"multipleOf\": 32, \"enlargeTo\": 128, \"layout\": \"NCHW\","
                        + " \"channels\": \"BGR\", \"scale\": 1, \"mean\": [0, 0, 0], \"std\": [1, 1, 1]}");
        try (SessionDetector detector = open(DetectorOptions.defaults());
                SessionDetector smaller = open(options().detectionSize(96).build())) {
            RgbImage image = dark(64, 48, 14, 14, 4, 255);
            assertThat(detector.detect(image)).extracting(Face::box).contains(new BoundingBox(16, 16, 4, 4));
            assertThat(network.shape).containsExactly(1, 3, 96, 128);
            detector.detect(dark(128, 96, 14, 14, 4, 255));
            assertThat(network.shape).as("as large as it shall be").containsExactly(1, 3, 96, 128);
            smaller.detect(image);
            assertThat(network.shape).as("no larger than the detection size").containsExactly(1, 3, 96, 96);
        }
    }

    @Test
    void aModelOfOneSizeGetsThatSize() {
        files.with("input", fixedInput());
        try (SessionDetector detector = open(DetectorOptions.defaults())) {
            RgbImage image = dark(128, 64, 32, 16, 16, 255);
            assertThat(detector.detect(image)).extracting(Face::box).containsExactly(new BoundingBox(32, 16, 16, 16));
            assertThat(network.shape).containsExactly(1, 3, 64, 64);
        }
    }

    @Test
    void aModelOfOneSizeRefusesAnother() {
        files.with("input", fixedInput());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(options().detectionSize(320).build()))
                .withMessageContaining("takes pictures of 64x64 only, found detectionSize 320");
        open(options().detectionSize(64).build()).close();
    }

    @Test
    void theCallersThresholdGoesBeforeTheModels() {
        RgbImage image = dark(64, 64, 0, 0, 8, 128);
        try (SessionDetector strict = open(DetectorOptions.defaults());
                SessionDetector lenient = open(options().minConfidence(0.4f).build())) {
            assertThat(strict.detect(image)).isEmpty();
            assertThat(lenient.detect(image)).hasSize(1);
        }
    }

    @Test
    void theMostConfidentFacesAreKeptAndSmallOnesDropped() {
        byte[] pixels = new byte[64 * 64 * 3];
        pixels[0] = pixels[1] = pixels[2] = (byte) 200;
        int other = (32 * 64 + 32) * 3;
        pixels[other] = pixels[other + 1] = pixels[other + 2] = (byte) 255;
        RgbImage image = RgbImage.of(64, 64, pixels);
        try (SessionDetector all = open(DetectorOptions.defaults());
                SessionDetector one = open(options().maxFaces(1).build());
                SessionDetector large = open(options().minFaceSize(9).build())) {
            List<Face> faces = all.detect(image);
            assertThat(faces).extracting(face -> face.box().x()).containsExactly(32f, 0f);
            assertThat(one.detect(image)).isEqualTo(faces.subList(0, 1));
            assertThat(large.detect(image)).isEmpty();
        }
    }

    @Test
    void aModelThatLacksAnOutputIsRefusedWhenLoadedAndReleased() {
        network.forgotten = "bbox_16";
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> open(DetectorOptions.defaults()))
                .withMessageContaining("gives 11 outputs")
                .withMessageContaining(folder.toString());
        assertThat(network.closed).hasValue(1);
    }

    @Test
    void numbersThatAreNotFiniteAreRefusedWhenLoadedAndNeverAnAnswer() {
        try (SessionDetector detector = open(DetectorOptions.defaults())) {
            for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                // In a cell that scores nothing: such a network's silence is no answer either.
                network.keypoint = bad;
                assertThatExceptionOfType(InferenceException.class)
                        .isThrownBy(() -> detector.detect(dark(64, 64, 0, 0, 1, 0)))
                        .withMessageContaining("Output 'kps_8' of model 'finder' holds " + bad);
                assertThatExceptionOfType(ModelLoadException.class)
                        .isThrownBy(() -> open(DetectorOptions.defaults()))
                        .withMessageContaining("expected finite numbers");
            }
        }
    }

    @Test
    void closingTwiceReleasesOnceAndUseAfterwardsIsRefused() {
        SessionDetector detector = open(DetectorOptions.defaults());
        detector.close();
        detector.close();
        assertThat(network.closed).hasValue(1);
        assertThatIllegalStateException().isThrownBy(() -> detector.detect(dark(8, 8, 0, 0, 1, 0)));
    }

    private SessionDetector open(DetectorOptions options) {
        return SessionDetector.open(network, new YuNetDecoder(), files.write(), options);
    }

    private static DetectorOptions.Builder options() {
        return DetectorOptions.builder();
    }

    private static String fixedInput() {
        return "{\"name\": \"input\", \"width\": 64, \"height\": 64, \"layout\": \"NCHW\", \"channels\": \"BGR\", \"scale\": 1,"
                + " \"mean\": [0, 0, 0], \"std\": [1, 1, 1]}";
    }

    /** Black but for one square. */
    private static RgbImage dark(int width, int height, int left, int top, int side, int gray) {
        byte[] pixels = new byte[width * height * 3];
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                for (int c = 0; c < 3; c++) {
                    pixels[(y * width + x) * 3 + c] = (byte) gray;
                }
            }
        }
        return RgbImage.of(width, height, pixels);
    }
}

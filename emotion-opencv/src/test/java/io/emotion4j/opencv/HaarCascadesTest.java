package io.emotion4j.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.ModelLoadException;
import io.emotion4j.NoProviderException;
import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HaarCascadesTest {

    private static final Path SAMPLE = Path.of("..", "samples", "seven-expressions.png");

    @Test
    void openCvsOwnCascadeFindsTheSamplesSevenFaces() throws IOException {
        try (FaceDetector detector = open(HaarCascades.frontalFace())) {
            List<Face> faces = detector.detect(RgbImage.decode(SAMPLE));
            assertThat(faces).hasSize(7).allSatisfy(face -> {
                assertThat(face.landmarks()).isNull();
                assertThat(face.box().width()).isBetween(150f, 200f);
            });
            assertThat(detector.engine()).isEqualTo("opencv");
            assertThat(detector.id()).isEqualTo("haar-frontalface");
        }
    }

    @Test
    void anAnalyzerFindsItByTheModelAlone() {
        assertThat(EmotionAnalyzer.builder()
                        .detectorModel(HaarCascades.frontalFace())
                        .detectorReport()
                        .chosen())
                .isNotNull()
                .extracting("engine")
                .isEqualTo("opencv");
    }

    @Test
    void theDescriptorSaysHowManyPlacesMakeAFaceAndHowSmallItMayBe(@TempDir Path folder) throws IOException {
        RgbImage sample = RgbImage.decode(SAMPLE);
        byte[] xml = CascadeFolder.frontalXml();
        try (FaceDetector small = open(CascadeFolder.write(folder, xml, "{\"minFaceSize\": 400}"))) {
            assertThat(small.detect(sample)).isEmpty();
        }
        try (FaceDetector strict = open(CascadeFolder.write(folder, xml, "{\"minNeighbors\": 70}"))) {
            assertThat(strict.detect(sample)).hasSizeBetween(1, 6);
        }
    }

    @Test
    void aSettingThatThereIsNotIsAnErrorOfTheDescriptor(@TempDir Path folder) throws IOException {
        Model model = CascadeFolder.write(folder, CascadeFolder.frontalXml(), "{\"neighbors\": 3}");
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> open(model).close())
                .withMessageContaining("\"decoder.neighbors\" is unknown to this architecture, which has"
                        + " [scaleFactor, minNeighbors, minFaceSize]");
    }

    @Test
    void xmlThatIsNoCascadeIsNamed(@TempDir Path folder) throws IOException {
        byte[] other = "<?xml version=\"1.0\"?><opencv_storage><cascade>1</cascade></opencv_storage>"
                .getBytes(StandardCharsets.UTF_8);
        Model model = CascadeFolder.write(folder, other, "{}");
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> open(model).close())
                .withMessageContainingAll("cascade.xml", "expected the XML of opencv_traincascade");
    }

    @Test
    void anotherDeviceThanTheProcessorIsRefused() {
        assertThatExceptionOfType(NoProviderException.class)
                .isThrownBy(() -> EmotionAnalyzer.builder()
                        .detectorModel(HaarCascades.frontalFace())
                        .device("cuda:0")
                        .buildDetector()
                        .close())
                .withMessageContaining("cuda:0");
    }

    private static FaceDetector open(Model model) {
        return EmotionAnalyzer.builder().detectorModel(model).buildDetector();
    }
}

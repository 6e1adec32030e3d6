package io.emotion4j.training.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.emotion4j.BoundingBox;
import io.emotion4j.DecodeLimits;
import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Letterbox;
import io.emotion4j.internal.tensor.Border;
import io.emotion4j.internal.tensor.TensorWriter;
import io.emotion4j.training.export.DetectorExport;
import io.emotion4j.training.export.OnnxWriter;
import io.emotion4j.training.network.PixelInput;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detectors that other people trained, asked about a photo. */
class ReferenceDetectorTest {

    private static final int SIDE = 320;

    @TempDir
    private Path folder;

    @Test
    void yuNetAndScrfdSeeTheSameFaceInTheSamePlace() throws IOException {
        Seen yunet = best("yunet/yunet_n_dynamic.onnx");
        Seen scrfd = best("scrfd/scrfd_500m_kps_dynamic.onnx");

        assertThat(yunet.score).isGreaterThan(0.5f);
        assertThat(scrfd.score).isGreaterThan(0.5f);
        assertThat(scrfd.box.iou(yunet.box)).isGreaterThan(0.6f);
        for (int i = 0; i < 10; i++) {
            assertThat(scrfd.points[i]).isCloseTo(yunet.points[i], within(0.15f * yunet.box.width()));
        }
    }

    @Test
    void networkOfAnotherKindIsRefusedByWhatItsOutputsAre() {
        Path file = shared("models/mini_xception/mini_xception.onnx");

        assertThatThrownBy(() -> new ReferenceDetector(new DetectorTrainingOptions.Reference(file, List.of())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mini_xception.onnx has outputs [probabilities] whose last dimensions are [7]")
                .hasMessageContaining("expected YuNet's [cls_8, cls_16")
                .hasMessageContaining("SCRFD's with points: [1, 1, 1, 4, 4, 4, 10, 10, 10]");
    }

    @Test
    void networkThatTakesPixelsIsRefused() throws IOException {
        Path file = folder.resolve("pixels.onnx");
        DetectorPreset preset = DetectorPreset.TINY;
        OnnxWriter.write(
                PixelInput.of(DetectorExport.form(preset.forInference(preset.forTraining(1))), 127.5f, 4 / 255f),
                Files.newOutputStream(file));

        assertThatThrownBy(() -> new ReferenceDetector(new DetectorTrainingOptions.Reference(file, List.of())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("pixels.onnx takes TensorInfo(javaType=UINT8")
                .hasMessageContaining("expected float32 [N,3,H,W]");
    }

    private record Seen(float score, BoundingBox box, float[] points) {}

    private static Seen best(String model) throws IOException {
        RgbImage image = RgbImage.decode(shared("photos/people/dlib__2008_002506.jpg"), DecodeLimits.DEFAULT);
        Letterbox box = Letterbox.into(image.width(), image.height(), SIDE, SIDE, false);
        float[] values = new float[3 * SIDE * SIDE];
        TensorWriter.of(DetectorInput.SPEC)
                .write(image, box.toSource(), SIDE, SIDE, Border.constant(0), FloatBuffer.wrap(values), 0);
        try (ReferenceDetector detector =
                new ReferenceDetector(new DetectorTrainingOptions.Reference(shared("models/" + model), List.of()))) {
            ReferenceDetector.Answer answer = detector.look(values, 0, SIDE);
            int best = 0;
            for (int i = 0; i < answer.scores().length; i++) {
                best = answer.scores()[i] > answer.scores()[best] ? i : best;
            }
            float[] b = answer.boxes();
            float[] points = new float[10];
            System.arraycopy(answer.points(), 10 * best, points, 0, 10);
            return new Seen(
                    answer.scores()[best],
                    new BoundingBox(
                            b[4 * best],
                            b[4 * best + 1],
                            b[4 * best + 2] - b[4 * best],
                            b[4 * best + 3] - b[4 * best + 1]),
                    points);
        }
    }

    private static Path shared(String name) {
        Path file = Path.of("../../shared").resolve(name);
        assumeTrue(Files.exists(file), "skipped: " + file + " is not here");
        return file;
    }
}

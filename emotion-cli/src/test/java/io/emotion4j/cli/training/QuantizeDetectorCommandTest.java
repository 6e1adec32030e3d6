package io.emotion4j.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.FaceDetector;
import io.emotion4j.cli.Main;
import io.emotion4j.model.Model;
import io.emotion4j.testing.TestPictures;
import io.emotion4j.training.detector.DetectorPreset;
import io.emotion4j.training.network.NetworkFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Tag("all-rooms")
class QuantizeDetectorCommandTest {

    @TempDir
    private Path folder;

    private Path model;
    private Path data;
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void exportADetector() throws IOException {
        Path run = Files.createDirectories(folder.resolve("run"));
        NetworkFile.write(DetectorPreset.TINY.forTraining(1), run.resolve(NetworkFile.NAME));
        model = folder.resolve("detector");
        assertThat(TrainingMain.commandLine()
                        .execute("export-detector", "--preset=TINY", "--run=" + run, "--out=" + model))
                .isZero();
        data = Files.createDirectories(folder.resolve("pictures"));
        Files.write(data.resolve("a.jpg"), TestPictures.oneFace());
    }

    @Test
    void quantisedModelStandsBesideTheOriginalAndRuns() throws IOException {
        Path metrics = Files.writeString(folder.resolve("metrics.json"), "{\"ap\": 0.5}");

        int status = execute("--detector-model=" + model, "--data=" + data, "--out=" + model, "--metrics=" + metrics);

        assertThat(status).as(errors.toString()).isZero();
        Model original = Model.of(model);
        Model quantised = Model.of(model.resolve("model-int8.json"));
        assertThat(quantised.descriptor().id()).isEqualTo(original.descriptor().id() + "-int8");
        assertThat(quantised.descriptor().input())
                .isEqualTo(original.descriptor().input());
        assertThat(quantised.descriptor().files()).containsOnlyKeys("onnx");
        assertThat(quantised.descriptor().metrics()).isEqualTo(Map.of("ap", 0.5));
        assertThat(model.resolve("card-int8.md")).content().contains("1 picture");
        // Opening it compares it with its golden vector.
        try (FaceDetector detector =
                EmotionAnalyzer.builder().detectorModel(quantised).buildDetector()) {
            assertThat(detector.id()).isEqualTo(quantised.descriptor().id());
        }
    }

    @Test
    void whatIsNoDetectorIsNamed() {
        assertThat(execute("--detector-model=fer-resnet", "--data=" + data, "--out=" + model))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("fer-resnet is emotion-classification", "expected a detector");
    }

    @Test
    void dataWithoutPicturesIsNamed() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThat(execute("--detector-model=" + model, "--data=" + empty, "--out=" + model))
                .isEqualTo(1);
        assertThat(errors.toString()).contains(empty + ": no picture");
        assertThat(execute("--detector-model=" + model, "--data=" + data, "--pictures=0", "--out=" + model))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("--pictures takes 1 or more, found 0");
    }

    private int execute(String... options) {
        CommandLine line =
                Main.configured(new CommandLine(new QuantizeDetectorCommand())).setErr(new PrintWriter(errors, true));
        return line.execute(options);
    }
}

package io.emotion4j.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.model.Model;
import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.detector.DetectorPreset;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("all-rooms")
class QuantizeClassifierCommandTest {

    @TempDir
    private Path folder;

    private Path model;
    private Path data;
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void exportAClassifierAndPaintFaces() throws IOException {
        model = export(ClassifierPreset.TINY.build(1, 0.2), "classifier");
        data = Files.createDirectories(folder.resolve("faces/happy"));
        Random random = new Random(1);
        for (int i = 0; i < 12; i++) {
            BufferedImage picture = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < 40; y++) {
                for (int x = 0; x < 60; x++) {
                    picture.setRGB(x, y, random.nextInt(0x1000000));
                }
            }
            ImageIO.write(picture, "png", data.resolve(i + ".png").toFile());
        }
    }

    @Test
    void quantisedModelStandsBesideTheOriginal() throws IOException {
        Path metrics = Files.writeString(folder.resolve("metrics.json"), "{\"accuracy\": 0.75}");

        int status = execute(
                "--classifier-model=" + model,
                "--data=" + data.getParent(),
                "--faces=8",
                "--out=" + model,
                "--metrics=" + metrics);

        assertThat(status).as(errors.toString()).isZero();
        Model original = Model.of(model);
        Model quantised = Model.of(model.resolve("model-int8.json"));
        assertThat(quantised.descriptor().id()).isEqualTo(original.descriptor().id() + "-int8");
        assertThat(quantised.descriptor().metrics()).containsEntry("accuracy", 0.75);
        assertThat(model.resolve("card-int8.md")).content().contains("8 faces");
    }

    @Test
    void variantGetsFilesOfItsOwn() throws IOException {
        assertThat(execute("--classifier-model=" + model, "--data=" + data.getParent(), "--faces=8", "--out=" + model))
                .isZero();
        int status = execute(
                "--classifier-model=" + model.resolve("model-fer2013.json"),
                "--data=" + data.getParent(),
                "--out=" + model);

        assertThat(status).as(errors.toString()).isZero();
        for (String name : new String[] {"model-int8.json", "model-fer2013-int8.json"}) {
            Model quantised = Model.of(model.resolve(name));
            quantised.descriptor().files().values().forEach(quantised::read);
            quantised.read(Objects.requireNonNull(quantised.descriptor().card()));
        }
        assertThat(Model.of(model.resolve("model-fer2013-int8.json"))
                        .descriptor()
                        .id())
                .endsWith("-fer2013-int8");
    }

    @Test
    void whatIsNoClassifierIsNamed() throws IOException {
        assertThat(execute("--classifier-model=" + folder, "--data=" + data, "--out=" + model))
                .isEqualTo(3);
        assertThat(errors.toString()).contains("No model at " + folder);

        Path detector = export(DetectorPreset.TINY.forTraining(1), "detector");
        assertThat(execute("--classifier-model=" + detector, "--data=" + data, "--out=" + model))
                .isEqualTo(1);
        assertThat(errors.toString()).contains(detector + " is face-detection", "expected a classifier");
    }

    @Test
    void dataWithoutFacesIsNamed() {
        assertThat(execute("--classifier-model=" + model, "--data=" + folder.resolve("none"), "--out=" + model))
                .isEqualTo(1);
        assertThat(errors.toString()).contains(folder.resolve("none").toString());
        assertThat(execute("--classifier-model=" + model, "--data=" + data.getParent(), "--faces=0", "--out=" + model))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("--faces takes 1 or more, found 0");
    }

    private Path export(Network network, String name) throws IOException {
        Path run = Files.createDirectories(folder.resolve(name + "-run"));
        NetworkFile.write(network, run.resolve(NetworkFile.NAME));
        Path out = folder.resolve(name);
        int status =
                TrainingMain.commandLine().execute("export-" + name, "--preset=TINY", "--run=" + run, "--out=" + out);
        assertThat(status).isZero();
        return out;
    }

    private int execute(String... options) {
        String[] all = new String[options.length + 1];
        all[0] = "quantize-classifier";
        System.arraycopy(options, 0, all, 1, options.length);
        return TrainingMain.commandLine().setErr(new PrintWriter(errors, true)).execute(all);
    }
}

package io.emotion4j.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.detector.DetectorPreset;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExportCommandsTest {

    @TempDir
    private Path folder;

    private Path run;
    private Path out;

    @BeforeEach
    void placesAreUnderTheFolder() throws IOException {
        run = Files.createDirectory(folder.resolve("run"));
        out = folder.resolve("model");
    }

    @Test
    void classifierBecomesAModelFolder() throws IOException {
        save(ClassifierPreset.TINY.build(1, 0.2));
        Path metrics = Files.writeString(folder.resolve("metrics.json"), "{\"accuracy\": 0.5, \"ece\": 0.02}");

        Result result = execute(
                new ExportClassifierCommand(),
                "--preset=TINY",
                "--temperature=logits=1.5",
                "--temperature=logits_fer2013=1.2",
                "--metrics=" + metrics,
                "--id=my-model",
                "--command=train-classifier --data faces.csv",
                "--seed=5");

        assertThat(result.status()).as(result.errors()).isZero();
        ModelDescriptor descriptor = Model.of(out).descriptor();
        assertThat(descriptor.id()).isEqualTo("my-model");
        assertThat(descriptor.metrics()).containsEntry("accuracy", 0.5).containsEntry("ece", 0.02);
        assertThat(out.resolve("card.md"))
                .content()
                .contains("`logits` 1.500, `logits_fer2013` 1.200", "train-classifier --data faces.csv", "Seed 5");
    }

    @Test
    void detectorBecomesAModelFolder() throws IOException {
        save(DetectorPreset.TINY.forTraining(1));

        Result result = execute(new ExportDetectorCommand(), "--preset=TINY", "--score-threshold=0.7");

        assertThat(result.status()).as(result.errors()).isZero();
        ModelDescriptor descriptor = Model.of(out).descriptor();
        assertThat(descriptor.architecture()).isEqualTo("yunet");
        assertThat(String.valueOf(descriptor.thresholds())).contains("score=0.7");
    }

    @Test
    void folderWithoutARunIsNamed() {
        Result result = execute(new ExportClassifierCommand(), "--preset=TINY");

        assertThat(result.status()).isNotZero();
        assertThat(result.errors()).contains("No trained network at " + run);
    }

    @Test
    void weightsOfAnotherPresetAreRefused() throws IOException {
        save(ClassifierPreset.TINY.build(1, 0.2));

        Result result = execute(new ExportClassifierCommand(), "--preset=SMALL");

        assertThat(result.status()).isNotZero();
        assertThat(result.errors()).contains(NetworkFile.NAME, "another network", "preset");
    }

    @Test
    void metricThatIsNoNumberIsNamed() throws IOException {
        save(ClassifierPreset.TINY.build(1, 0.2));
        Path metrics = Files.writeString(folder.resolve("metrics.json"), "{\"perClass\": {}}");

        Result result = execute(new ExportClassifierCommand(), "--preset=TINY", "--metrics=" + metrics);

        assertThat(result.status()).isNotZero();
        assertThat(result.errors()).contains("'perClass'", metrics.toString(), "must be a number");
    }

    private void save(Network network) throws IOException {
        NetworkFile.write(network, run.resolve(NetworkFile.NAME));
    }

    private record Result(int status, String errors) {}

    private Result execute(Object command, String... options) {
        StringWriter errors = new StringWriter();
        CommandLine line = new CommandLine(command).setErr(new PrintWriter(errors, true));
        String[] all = java.util.Arrays.copyOf(options, options.length + 2);
        all[options.length] = "--run=" + run;
        all[options.length + 1] = "--out=" + out;
        int status = line.execute(all);
        return new Result(status, errors.toString());
    }
}

package io.emotion4j.cli.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.Emotion;
import io.emotion4j.cli.Main;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.PriorSpec;
import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.classifier.TrainedClassifier;
import io.emotion4j.training.detector.DetectorPreset;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@Tag("all-rooms")
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
    void priorIsThatOfTheTrainingData() throws IOException {
        save(ClassifierPreset.TINY.build(1, 0.2));
        DrawnFaces.csv(folder, 2, 1);
        String data = "--prior-data=" + folder.resolve("fer2013.csv");

        Result result = execute(new ExportClassifierCommand(), "--preset=TINY", data, "--prior-strength=0.25");

        assertThat(result.status()).as(result.errors()).isZero();
        PriorSpec prior = Objects.requireNonNull(Model.of(out).descriptor().prior());
        assertThat(prior.strength()).isEqualTo(0.25f);
        assertThat(prior.shares()).containsEntry(Emotion.HAPPY, 1 / 7f);
        assertThat(out.resolve("card.md")).content().contains("strength 0.25", "from each logit 0.25 times");
        assertThat(execute(new ExportClassifierCommand(), "--preset=TINY", data).status())
                .isZero();
        assertThat(out.resolve("card.md"))
                .content()
                .doesNotContain("from each logit")
                .contains("this export divides them by no temperature");
        assertThat(execute(new ExportClassifierCommand(), "--preset=TINY", "--prior-strength=0.25")
                        .errors())
                .contains("--prior-strength needs --prior-data");
    }

    @Test
    void detectorBecomesAModelFolder() throws IOException {
        save(DetectorPreset.TINY.forTraining(1));

        Result result = execute(new ExportDetectorCommand(), "--preset=TINY", "--min-confidence=0.7");

        assertThat(result.status()).as(result.errors()).isZero();
        ModelDescriptor descriptor = Model.of(out).descriptor();
        assertThat(descriptor.architecture()).isEqualTo("yunet");
        assertThat(String.valueOf(descriptor.thresholds())).contains("minConfidence=0.7");
    }

    @Test
    void exportedDetectorIsWrittenAnewToTheSameBytes() throws IOException {
        save(DetectorPreset.TINY.forTraining(1));
        exported(new ExportDetectorCommand());

        isWrittenAnewToTheSameBytes(new ExportDetectorCommand());
    }

    @Test
    void exportedClassifierIsWrittenAnewToTheSameBytes() throws IOException {
        save(ClassifierPreset.TINY.build(1, 0.2));
        exported(new ExportClassifierCommand());

        isWrittenAnewToTheSameBytes(new ExportClassifierCommand());
    }

    @Test
    void meanOfTwoClassifiersLiesBetweenThem() throws IOException {
        save(ClassifierPreset.TINY.build(1, 0.2));
        Path onnx = exported(new ExportClassifierCommand());
        save(ClassifierPreset.TINY.build(2, 0.2));
        out = folder.resolve("mean");

        Result result =
                execute(new ExportClassifierCommand(), "--preset=TINY", "--mean-with=" + onnx, "--mean-share=0.25");

        assertThat(result.status()).as(result.errors()).isZero();
        Network one = TrainedClassifier.read(run);
        Network other = TrainedClassifier.read(onnx);
        Network mean = TrainedClassifier.read(out.resolve("model.onnx"));
        String last = List.copyOf(mean.weights().keySet()).get(mean.weights().size() - 2);
        for (int i = 0; i < mean.weight(last).values().length; i++) {
            assertThat(mean.weight(last).values()[i])
                    .isCloseTo(
                            0.75f * one.weight(last).values()[i]
                                    + 0.25f * other.weight(last).values()[i],
                            within(1e-6f));
        }
    }

    @Test
    void classifiersOfOtherLayersHaveNoMean() throws IOException {
        save(ClassifierPreset.TINY.build(1, 0.2));
        Path onnx = exported(new ExportClassifierCommand());
        save(ClassifierPreset.BASE.build(1, 0.2));

        Result result = execute(new ExportClassifierCommand(), "--mean-with=" + onnx);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors()).contains("Only networks of the same layers have a mean");
    }

    @Test
    void exportedModelThatIsNoDetectorIsNamed() throws IOException {
        save(ClassifierPreset.TINY.build(1, 0.2));
        assertThat(execute(new ExportClassifierCommand(), "--preset=TINY").status())
                .isZero();
        run = out.resolve("model.onnx");
        out = folder.resolve("anew");

        Result result = execute(new ExportDetectorCommand());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors()).contains(run + " is a detector of none of the presets [TINY, BASE]");
    }

    @Test
    void evaluationsGoIntoTheFolderAndAreNamedByTheirModel() throws IOException {
        save(ClassifierPreset.TINY.build(1, 0.2));
        String votes = "{\"accuracy\": 0.5, \"perClass\": []}";
        String labels = "{\"accuracy\": 0.4}";

        Result result = execute(
                new ExportClassifierCommand(),
                "--preset=TINY",
                "--evaluation=" + Files.writeString(folder.resolve("votes.json"), votes),
                "--evaluation=logits_fer2013=" + Files.writeString(folder.resolve("labels.json"), labels));

        assertThat(result.status()).as(result.errors()).isZero();
        assertThat(evaluation(Model.of(out))).isEqualTo(votes);
        assertThat(evaluation(Model.of(out.resolve("model-fer2013.json")))).isEqualTo(labels);
        assertThat(out.resolve("evaluation.json")).hasContent(votes);
        assertThat(out.resolve("evaluation-fer2013.json")).hasContent(labels);
    }

    @Test
    void detectorsEvaluationGoesIntoTheFolder() throws IOException {
        save(DetectorPreset.TINY.forTraining(1));
        Path ap = Files.writeString(folder.resolve("ap.json"), "{\"ap\": 0.75}");

        Result result = execute(new ExportDetectorCommand(), "--preset=TINY", "--evaluation=" + ap);

        assertThat(result.status()).as(result.errors()).isZero();
        assertThat(evaluation(Model.of(out))).isEqualTo("{\"ap\": 0.75}");
    }

    @Test
    void modelWithoutAnEvaluationNamesNone() throws IOException {
        save(DetectorPreset.TINY.forTraining(1));

        execute(new ExportDetectorCommand(), "--preset=TINY");

        assertThat(Model.of(out).descriptor().evaluation()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ap\": 0.5}|evaluate-classifier --format json",
                "accuracy: 0.5|not JSON",
                "[]|\"accuracy\"",
            })
    void fileThatIsNoEvaluationOfAClassifierIsNamed(String text, String message) throws IOException {
        save(ClassifierPreset.TINY.build(1, 0.2));
        Path file = Files.writeString(folder.resolve("other.json"), text);

        Result result = execute(new ExportClassifierCommand(), "--preset=TINY", "--evaluation=" + file);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors()).contains(file.toString(), message);
    }

    @Test
    void evaluationOfAnOutputThatIsNotThereIsRefused() throws IOException {
        save(ClassifierPreset.TINY.build(1, 0.2));
        Path file = Files.writeString(folder.resolve("other.json"), "{\"accuracy\": 0.5}");

        Result result = execute(new ExportClassifierCommand(), "--preset=TINY", "--evaluation=scores=" + file);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors()).contains("[scores]", "[logits, logits_fer2013]");
    }

    @Test
    void commandAndSeedAreThoseOfTheRun() throws IOException {
        save(DetectorPreset.TINY.forTraining(1));
        Files.writeString(run.resolve("run.json"), "{\"command\": \"train-detector --fast\", \"seed\": \"17\"}");

        execute(new ExportDetectorCommand(), "--preset=TINY");

        assertThat(out.resolve("card.md")).content().contains("train-detector --fast", "Seed 17");
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

        Result result = execute(new ExportClassifierCommand(), "--preset=LARGE");

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

    /** The run's network of preset TINY, exported. */
    private Path exported(Object command) {
        Result result = execute(command, "--preset=TINY");
        assertThat(result.status()).as(result.errors()).isZero();
        return out.resolve("model.onnx");
    }

    private void isWrittenAnewToTheSameBytes(Object command) {
        run = out.resolve("model.onnx");
        out = folder.resolve("anew");
        Result result = execute(command);
        assertThat(result.status()).as(result.errors()).isZero();
        for (String file : new String[] {"model.onnx", "model.pt", "saved_model.pb", "golden.f32"}) {
            assertThat(out.resolve(file)).hasSameBinaryContentAs(run.resolveSibling(file));
        }
    }

    private void save(Network network) throws IOException {
        NetworkFile.write(network, run.resolve(NetworkFile.NAME));
    }

    private static String evaluation(Model model) {
        ModelFile file = Objects.requireNonNull(model.descriptor().evaluation());
        return new String(model.read(file), StandardCharsets.UTF_8);
    }

    private record Result(int status, String errors) {}

    private Result execute(Object command, String... options) {
        StringWriter errors = new StringWriter();
        CommandLine line = Main.configured(new CommandLine(command)).setErr(new PrintWriter(errors, true));
        String[] all = java.util.Arrays.copyOf(options, options.length + 2);
        all[options.length] = "--run=" + run;
        all[options.length + 1] = "--out=" + out;
        int status = line.execute(all);
        return new Result(status, errors.toString());
    }
}

package io.emotion4j.cli.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import io.emotion4j.cli.Main;
import io.emotion4j.cli.evaluation.EvaluateClassifierCommand;
import io.emotion4j.cli.evaluation.EvaluateDetectorCommand;
import io.emotion4j.model.Model;
import io.emotion4j.testing.JavaProgram;
import io.emotion4j.training.network.NetworkFile;
import io.emotion4j.training.run.RunCurves;
import io.emotion4j.training.torch.TrainingRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The whole way on drawn faces: train, be killed, go on, export, evaluate, load in three engines. A process is really killed; the
 * run that goes on ends as one that was never stopped, to the last bit.
 */
@Tag("all-rooms")
class EndToEndTest {

    private static final int ATTEMPTS = 20;
    private static final float TOLERANCE = 1e-4f;

    @TempDir
    private Path folder;

    @Test
    void classifier() throws Exception {
        DrawnFaces.csv(folder, 20, 5);
        Path csv = folder.resolve("fer2013.csv");
        Path votes = folder.resolve("fer2013new.csv");
        Path run = trainKilledAndUnkilled(
                "train-classifier",
                "--data=" + csv,
                "--votes=" + votes,
                "--preset=TINY",
                "--epochs=16",
                "--batch=10",
                "--optimizer",
                "ADAMW",
                "--rate=0.01",
                "--warm-up=0.5",
                "--average-steps=8",
                "--augmentation=0.1",
                "--dropout=0",
                "--label-smoothing=0");
        Path model = folder.resolve("model");
        run("export-classifier", "--run=" + run, "--preset=TINY", "--out=" + model);

        JsonNode byVotes =
                evaluate(new EvaluateClassifierCommand(), model, "--data=" + csv, "--votes=" + votes, "--truth=votes");
        JsonNode byLabels =
                evaluate(new EvaluateClassifierCommand(), model.resolve("model-fer2013.json"), "--data=" + csv);
        assertThat(byVotes.path("accuracy").asDouble())
                .as("one in seven by chance")
                .isGreaterThan(0.4);
        assertThat(byLabels.path("accuracy").asDouble()).isGreaterThan(0.4);

        run(
                "export-classifier",
                "--run=" + run,
                "--preset=TINY",
                "--out=" + model,
                "--evaluation=" + folder.resolve("model.json"),
                "--evaluation=logits_fer2013=" + folder.resolve("model-fer2013.json"));
        assertThat(json(Model.of(model))).isEqualTo(byVotes);
        assertThat(json(Model.of(model.resolve("model-fer2013.json")))).isEqualTo(byLabels);
        assertThat(model.resolve("card.md")).content().contains("train-classifier --data");
        sameScoresInEveryEngine(Model.of(model));
    }

    @Test
    void detector() throws Exception {
        DrawnFaces.pictures(folder, 40, 6);
        Path index = folder.resolve("index.jsonl");
        Path run = trainKilledAndUnkilled(
                "train-detector",
                "--faces=" + index,
                "--no-faces=" + folder.resolve("none"),
                "--preset=TINY",
                "--epochs=24",
                "--crops=64",
                "--side=96",
                "--batch=8",
                "--rate=0.02",
                "--average-steps=8");
        assertThat(Files.readString(run.resolve(TrainingRun.METRICS)))
                .contains("validationAp", "validationLandmarkError");
        Path model = folder.resolve("model");
        run("export-detector", "--run=" + run, "--preset=TINY", "--score-threshold=0.3", "--out=" + model);

        JsonNode report = evaluate(new EvaluateDetectorCommand(), model, "--data=" + index);
        assertThat(report.path("ap").asDouble()).isGreaterThan(0.3);

        run(
                "export-detector",
                "--run=" + run,
                "--preset=TINY",
                "--score-threshold=0.3",
                "--out=" + model,
                "--evaluation=" + folder.resolve("model.json"));
        assertThat(json(Model.of(model))).isEqualTo(report);
        sameFacesInEveryEngine(Model.of(model));
        aMeanOfAModelWithItselfIsThatModel(run, model);
    }

    private void aMeanOfAModelWithItselfIsThatModel(Path run, Path model) throws Exception {
        Path mean = folder.resolve("mean");
        Path onnx = model.resolve("model.onnx");
        run("export-detector", "--run=" + run, "--preset=TINY", "--mean-with=" + onnx, "--out=" + mean);
        assertThat(mean.resolve("model.onnx")).hasSameBinaryContentAs(onnx);
    }

    /** Trains once as it should be, and once killed and started again; returns the folder of the latter. */
    private Path trainKilledAndUnkilled(String... arguments) throws Exception {
        Path unkilled = folder.resolve("unkilled");
        Path killed = folder.resolve("killed");
        run(with(arguments, "--out=" + unkilled));

        assertThat(statusOfKilled(5, with(arguments, "--out=" + killed)))
                .as(Files.readString(folder.resolve("killed.txt")))
                .isEqualTo(DyingTrainer.STATUS);
        assertThat(killed.resolve(TrainingRun.CHECKPOINT)).exists();
        assertThat(killed.resolve(NetworkFile.NAME)).doesNotExist();
        String said = run(with(arguments, "--out=" + killed, "--loader-threads=2"));

        assertThat(said).contains("epoch 6,").doesNotContain("epoch 5,");
        assertThat(Files.mismatch(unkilled.resolve(NetworkFile.NAME), killed.resolve(NetworkFile.NAME)))
                .isEqualTo(-1);
        assertThat(killed.resolve(RunCurves.FILE)).isNotEmptyFile();
        return killed;
    }

    private int statusOfKilled(int epoch, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(Integer.toString(epoch)));
        line.addAll(List.of(arguments));
        Path said = folder.resolve("killed.txt");
        int status = 0;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            status = JavaProgram.of(DyingTrainer.class, line.toArray(String[]::new))
                    .jvm(List.of("-Xmx512m", "-Dai.djl.offline=true"))
                    .process()
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            if (!isNotANumber(Files.readString(said))) {
                break;
            }
        }
        return status;
    }

    /**
     * An open fault: on a processor of the family Zen 5, with PyTorch 2.7.1, some runs of this test meet losses that are NaN, up to six, which the same
     * run, started again, does not. The trainer says so and ends; started again it goes on from its checkpoint, as a user would have
     * it do. That the end is the same to the bit is asserted all the same.
     */
    private static boolean isNotANumber(String said) {
        boolean notANumber = said.contains("The loss is NaN");
        if (notANumber) {
            System.out.println("A loss was NaN (see the open fault in this test); the training is started again");
        }
        return notANumber;
    }

    private static String[] with(String[] arguments, String... more) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String run(String... arguments) {
        StringBuilder said = new StringBuilder();
        int status = 1;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            StringWriter errors = new StringWriter();
            status = TrainingMain.commandLine()
                    .setErr(new PrintWriter(errors, true))
                    .execute(arguments);
            said.append(errors);
            if (!isNotANumber(errors.toString())) {
                break;
            }
        }
        assertThat(status).as(said.toString()).isZero();
        return said.toString();
    }

    /** Evaluates with ONNX Runtime; leaves the report in a file named after the descriptor. */
    private JsonNode evaluate(Object command, Path model, String... options) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        int status = Main.configured(new CommandLine(command))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(with(options, "--model=" + model, "--engine=onnx", "--threads=1", "--format=json"));
        assertThat(status).as(errors.toString()).isZero();
        String name = Files.isDirectory(model) ? "model.json" : String.valueOf(model.getFileName());
        Files.writeString(folder.resolve(name), out.toString());
        return new ObjectMapper().readTree(out.toString());
    }

    private static JsonNode json(Model model) throws IOException {
        return new ObjectMapper()
                .readTree(model.read(Objects.requireNonNull(model.descriptor().evaluation())));
    }

    private static void sameScoresInEveryEngine(Model model) throws Exception {
        List<RgbImage> crops = new ArrayList<>();
        for (int label = 0; label < 7; label++) {
            crops.add(RgbImage.from(DrawnFaces.crop(label, new Random(label))));
        }
        List<EmotionScores> expected = new ArrayList<>();
        for (String engine : List.of("onnx", "pytorch", "tensorflow")) {
            try (EmotionClassifier classifier = EmotionAnalyzer.builder()
                    .engine(engine)
                    .classifierModel(model)
                    .buildClassifier()) {
                assertThat(classifier.engine()).isEqualTo(engine);
                for (int i = 0; i < crops.size(); i++) {
                    RgbImage crop = crops.get(i);
                    EmotionScores scores = classifier
                            .classify(crop, List.of(Face.filling(crop)))
                            .get(0);
                    if (engine.equals("onnx")) {
                        expected.add(scores);
                    }
                    EmotionScores first = expected.get(i);
                    scores.labels()
                            .forEach(label -> assertThat(scores.get(label))
                                    .as(engine + " " + label)
                                    .isCloseTo(first.get(label), within(TOLERANCE)));
                }
            }
        }
        assertThat(expected.stream().map(EmotionScores::top).distinct()).hasSizeGreaterThan(2);
    }

    private void sameFacesInEveryEngine(Model model) throws Exception {
        List<List<Face>> expected = new ArrayList<>();
        for (String engine : List.of("onnx", "pytorch", "tensorflow")) {
            try (FaceDetector detector = EmotionAnalyzer.builder()
                    .engine(engine)
                    .detectorModel(model)
                    .buildDetector()) {
                for (int i = 0; i < 5; i++) {
                    List<Face> found = detector.detect(RgbImage.decode(folder.resolve(i + ".png")));
                    if (engine.equals("onnx")) {
                        expected.add(found);
                    }
                    same(engine, found, expected.get(i));
                }
            }
        }
        assertThat(expected.stream().mapToInt(List::size).sum()).isPositive();
    }

    private static void same(String engine, List<Face> found, List<Face> expected) {
        assertThat(found).as(engine).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).confidence()).isCloseTo(expected.get(i).confidence(), within(TOLERANCE));
            assertThat(found.get(i).box().x()).isCloseTo(expected.get(i).box().x(), within(100 * TOLERANCE));
            assertThat(found.get(i).box().bottom())
                    .isCloseTo(expected.get(i).box().bottom(), within(100 * TOLERANCE));
        }
    }
}

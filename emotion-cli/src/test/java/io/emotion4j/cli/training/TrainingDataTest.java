package io.emotion4j.cli.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.classifier.TrainedClassifier;
import io.emotion4j.training.detector.DetectorData;
import io.emotion4j.training.detector.DetectorRun;
import io.emotion4j.training.export.OnnxWriter;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.NetworkBuilder;
import io.emotion4j.training.network.NetworkFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data as people have it, and data that is broken. */
@Tag("all-rooms")
class TrainingDataTest {

    @TempDir
    private Path folder;

    @Test
    void csvAndAFolderAClassAreLearntTogether() throws IOException {
        DrawnFaces.csv(folder, 2, 1);
        Path own = classFolders(20);

        String said = train(
                0,
                "train-classifier",
                "--data=" + folder.resolve("fer2013.csv"),
                "--votes=" + folder.resolve("fer2013new.csv"),
                "--data=" + own,
                "--data-weight=0.5",
                "--class-weights=balanced",
                "--preset=TINY",
                "--epochs=1",
                "--batch=8");

        assertThat(said).as("each tenth face of the folder is held back").contains("50 faces to learn, 11 to validate");
        assertThat(folder.resolve("run").resolve("run.json"))
                .content()
                .contains("\"--class-weights\" : \"BALANCED\"", "\"trainingFaces\" : 50", "--data, weight 0.5");
    }

    @Test
    void facesThatNobodyLabelledAreLearntFromATeacher() throws IOException {
        DrawnFaces.csv(folder, 2, 1);
        Path own = classFolders(4);
        Path teacher = Files.createDirectories(folder.resolve("teacher"));
        NetworkFile.write(ClassifierPreset.TINY.build(1, 0), teacher.resolve(NetworkFile.NAME));
        String data = "--data=" + folder.resolve("fer2013.csv");

        String said = train(
                0,
                "train-classifier",
                data,
                "--unlabelled=" + own,
                "--teacher=" + teacher,
                "--mixup=0.3",
                "--preset=TINY",
                "--epochs=1",
                "--batch=8");

        assertThat(said).contains("22 faces to learn, 7 to validate");
        assertThat(folder.resolve("run").resolve("run.json")).content().contains("\"--unlabelled\"", "\"files\" : 8");
        assertThat(train(2, "train-classifier", data, "--unlabelled=" + own, "--preset=TINY"))
                .contains("--unlabelled needs --teacher");
    }

    @Test
    void teachersMayBeAskedAboutEveryInput() throws IOException {
        DrawnFaces.csv(folder, 2, 1);
        Path teacher = Files.createDirectories(folder.resolve("teacher"));
        NetworkFile.write(ClassifierPreset.TINY.build(1, 0), teacher.resolve(NetworkFile.NAME));
        String data = "--data=" + folder.resolve("fer2013.csv");

        train(
                0,
                "train-classifier",
                data,
                "--unlabelled=" + classFolders(4),
                "--teacher=" + teacher,
                "--teacher-sees=INPUTS",
                "--mixup=0.5",
                "--preset=TINY",
                "--epochs=1",
                "--batch=4",
                "--replicas=2",
                "--loader-threads=2");

        assertThat(folder.resolve("run").resolve("run.json"))
                .content()
                .contains("\"--teacher-sees\" : \"INPUTS\"", "\"--replicas\" : \"2\"");
        assertThat(train(2, "train-classifier", data, "--teacher-sees=INPUTS", "--preset=TINY"))
                .contains("--teacher-sees INPUTS needs --teacher");
    }

    @Test
    void facesToValidateWithMayBeNamed() throws IOException {
        Path own = classFolders(10);
        DrawnFaces.csv(folder, 1, 3);

        String said = train(
                0,
                "train-classifier",
                "--data=" + own,
                "--validation=" + folder.resolve("fer2013.csv"),
                "--preset=TINY",
                "--epochs=1",
                "--batch=8");

        assertThat(said).contains("20 faces to learn, 21 to validate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "emotion,pixels,Usage\\n9,PIXELS,Training|fer2013.csv:2: emotion must be 0..6, found 9",
                "emotion,pixels,Usage\\n1,1 2 3,Training|fer2013.csv:2: expected 2304 pixels (48x48), found 3",
                "emotion,pixels,Usage\\n1,PIXELS,Training\\n2,PIXELS,Trianing|fer2013.csv:3: Usage must be Training",
                "emotion,pixels,Usage\\n1,PIXELS,PublicTest|no faces of part train, found only [VALID]",
                "emotion,pixels,Usage|expected a face a line after the header",
                "label,pixels|fer2013.csv:1: expected a column 'emotion'",
            })
    void brokenCsvIsNamedByFileLineAndWhatIsWrong(String text, String message) throws IOException {
        String pixels = "0 ".repeat(48 * 48).strip();
        Path csv = Files.writeString(
                folder.resolve("fer2013.csv"), text.replace("\\n", "\n").replace("PIXELS", pixels));

        assertThat(train(1, "train-classifier", "--data=" + csv, "--preset=TINY"))
                .startsWith("emotion4j train-classifier: ")
                .contains(message)
                .doesNotContain("\tat ");
    }

    @Test
    void folderThatIsNoExpressionIsNamed() throws IOException {
        Path own = classFolders(2);
        Files.createDirectories(own.resolve("bored"));

        assertThat(train(1, "train-classifier", "--data=" + own, "--preset=TINY"))
                .contains(own.resolve("bored").toString(), "'bored' is no expression");
    }

    @Test
    void pathWithNothingThereIsNamed() {
        assertThat(train(1, "train-classifier", "--data=" + folder.resolve("none"), "--preset=TINY"))
                .contains(folder.resolve("none").toString(), "found nothing there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"file\": \"0.png\", \"boxes\": [[1, 2, 3]]}|index.jsonl:1: a box needs 4 numbers",
                "{\"file\": \"0.png\", \"boxes\": [[1, 2, 30, 30]], \"landmarks5\": [1, 2]}|index.jsonl:1: expected 10 numbers",
                "{\"file\": \"gone.png\", \"boxes\": []}|index.jsonl:1: no picture",
                "{\"boxes\": []}|index.jsonl:1: expected \"file\"",
                "boxes|index.jsonl:1: not JSON",
                "{\"file\": \"0.png\", \"boxes\": []}|index.jsonl: 1 pictures are too few",
            })
    void brokenIndexIsNamedByFileLineAndWhatIsWrong(String line, String message) throws IOException {
        DrawnFaces.pictures(folder, 1, 0);
        Path index = Files.writeString(folder.resolve("index.jsonl"), line + "\n");

        assertThat(train(1, "train-detector", "--faces=" + index, "--preset=TINY"))
                .contains(message)
                .doesNotContain("\tat ");
    }

    @Test
    void picturesInAFolderValAreNotLearnt() throws IOException {
        DrawnFaces.pictures(folder, 6, 0);
        for (String part : List.of("train", "val")) {
            Files.createDirectories(folder.resolve(part));
        }
        List<String> lines = Files.readAllLines(folder.resolve("index.jsonl"));
        for (int i = 0; i < 6; i++) {
            String name = (i < 4 ? "train/" : "val/") + i + ".png";
            Files.move(folder.resolve(i + ".png"), folder.resolve(name));
            lines.set(i, lines.get(i).replace("\"" + i + ".png\"", "\"" + name + "\""));
        }
        Files.write(folder.resolve("index.jsonl"), lines);

        Path index = folder.resolve("index.jsonl");
        DetectorData data = DetectorData.read(List.of(index), null, List.of(index), null);

        assertThat(data.pictures().faces()).extracting(p -> p.name()).allMatch(name -> name.startsWith("train/"));
        assertThat(data.pictures().landmarks()).isEqualTo(data.pictures().faces());
        assertThat(data.pictures().landmarkValidation()).isEqualTo(data.validation());
        assertThat(data.validation()).extracting(p -> p.name()).containsExactly("val/4.png", "val/5.png");
    }

    @Test
    void picturesOfSeveralIndexesAreLearntAndThoseOfTheFirstValidate() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        DrawnFaces.pictures(folder, 20, 0);
        DrawnFaces.pictures(other, 7, 0);
        Path index = folder.resolve("index.jsonl");
        Path more = other.resolve("index.jsonl");

        DetectorData data = DetectorData.read(List.of(index, more), more, List.of(index, more), null);
        DetectorData none = DetectorData.read(List.of(index), null, List.of(), null);

        assertThat(data.pictures().faces()).hasSize(27);
        assertThat(data.pictures().landmarks()).hasSize(27);
        assertThat(none.validation()).hasSize(2);
    }

    @Test
    void everySeventhPictureWithoutFacesIsNotLearnt() throws IOException {
        DrawnFaces.pictures(folder, 10, 0);
        Path none = Files.createDirectories(folder.resolve("none"));
        for (int i = 0; i < 15; i++) {
            Files.copy(folder.resolve("0.png"), none.resolve((char) ('a' + i) + ".png"));
        }

        DetectorRun.Pictures pictures = DetectorData.read(List.of(folder.resolve("index.jsonl")), null, List.of(), none)
                .pictures();

        assertThat(pictures.emptyValidation()).extracting(p -> p.name()).containsExactly("g.png", "n.png");
        assertThat(pictures.empty()).hasSize(13).doesNotContainAnyElementsOf(pictures.emptyValidation());
    }

    @Test
    void teacherOfNoPresetIsRefused() throws IOException {
        Path onnx = folder.resolve("teacher.onnx");
        NetworkBuilder net = new NetworkBuilder(new int[] {1, 48, 48}, 1);
        OnnxWriter.write(
                net.output("logits", net.pointwise(Network.INPUT, 1, 7, 1, 0)).build(), Files.newOutputStream(onnx));

        assertThatThrownBy(() -> TrainedClassifier.read(onnx))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("teacher.onnx")
                .hasMessageContaining("TINY, BASE, LARGE");
        Files.writeString(onnx, "no model");
        assertThatThrownBy(() -> TrainedClassifier.read(onnx))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no ONNX model");
    }

    /** Colour pictures of 60x40 pixels, happy and sad. */
    private Path classFolders(int each) throws IOException {
        Path own = folder.resolve("own");
        for (String name : List.of("happy", "sad")) {
            Path faces = Files.createDirectories(own.resolve(name));
            for (int i : IntStream.range(0, each).toArray()) {
                BufferedImage picture = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
                picture.getGraphics().drawImage(DrawnFaces.crop(name.equals("sad") ? 4 : 3, new Random(i)), 0, 0, null);
                ImageIO.write(picture, "png", faces.resolve(i + ".png").toFile());
            }
        }
        return own;
    }

    private String train(int status, String... arguments) {
        StringWriter errors = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--out=" + folder.resolve("run"));
        assertThat(TrainingMain.commandLine()
                        .setErr(new PrintWriter(errors, true))
                        .execute(all.toArray(String[]::new)))
                .as(errors.toString())
                .isEqualTo(status);
        return errors.toString();
    }
}

package io.emotion4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelProblemsTest {

    @TempDir
    Path folder;

    @Test
    void allMistakesAreToldAtOnce() throws IOException {
        ModelOnDisk model = ModelOnDisk.classifier(folder)
                .without("version")
                .with("architecture", "\"resnet\"")
                .with("colour", "1")
                .with("labels", "[\"sad\", \"bored\", \"happy\"]")
                .with(
                        "input",
                        "{\"name\": \"input\", \"width\": \"4\", \"height\": 4, \"layout\": \"CHW\", \"channels\": \"GRAY\","
                                + " \"scale\": 1, \"mean\": [0], \"std\": [1], \"size\": 4}");
        Files.writeString(folder.resolve("model.json"), model.text());
        Files.write(folder.resolve("model.onnx"), new byte[] {1, 2, 3});

        List<String> problems = ModelProblems.of(folder);

        assertThat(problems)
                .satisfiesExactlyInAnyOrder(
                        p -> assertThat(p).contains("Key \"version\" is missing; add it"),
                        p -> assertThat(p)
                                .contains("Key \"architecture\" is \"resnet\", expected one of [softmax-classifier]"),
                        p -> assertThat(p).contains("Key \"colour\" is unknown; remove it or correct its spelling"),
                        p -> assertThat(p).contains("Key \"labels\" has \"bored\", expected only"),
                        p -> assertThat(p).contains("Key \"input.size\" is unknown"),
                        p -> assertThat(p).contains("Key \"input.width\" must be a number, found \"4\""),
                        p -> assertThat(p).contains("Key \"input.layout\" must be one of [NCHW, NHWC], found \"CHW\""),
                        p -> assertThat(p)
                                .contains("\"files.onnx.bytes\" is 4, but the file has 3; copy the file again"),
                        p -> assertThat(p).contains("\"files.onnx.sha256\" is ").contains("but the file's is "),
                        p -> assertThat(p).contains("model.onnx: expected a network in ONNX, but "))
                .allSatisfy(p -> assertThat(p).startsWith(folder.toString()));
    }

    @Test
    void whatADescriptorMaySayIsNoProblem() throws IOException {
        ModelOnDisk model = ModelOnDisk.classifier(folder)
                .with("face", "{\"margin\": 0.1, \"fit\": \"stretch\"}")
                .with("prior", "{\"shares\": {\"sad\": 0.2, \"neutral\": 0.5, \"happy\": 0.3}, \"strength\": 0.5}");
        model.write();
        assertThat(ModelProblems.of(folder))
                .singleElement()
                .asString()
                .contains("model.onnx: expected a network in ONNX");
    }

    @Test
    void aFileOfAnotherKindIsNamed() throws IOException {
        assertThat(with("\u0089HDF\r\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                .containsExactly(
                        folder.resolve("model.onnx") + ": expected a network in ONNX, but it is an HDF5 file, as"
                                + " Keras saves models (.h5); `emotion4j models import` makes ONNX of it");
        assertThat(with("<!DOCTYPE html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .singleElement()
                .asString()
                .contains("it is a web page");
        assertThat(with(new byte[] {0x3a, 5, 1}))
                .singleElement()
                .asString()
                .contains("it ends early: a field at byte 2 has 5 bytes, found 1; the file is cut off or damaged");
    }

    @Test
    void whatThreeNetworksCannotBeIsToldAtOnce() throws IOException {
        ModelOnDisk.cascade(folder)
                .withFile("onnx", "pnet.onnx", new byte[] {1})
                .with("input", """
                        {"name": "input", "width": 24, "height": 24, "layout": "NCHW", "channels": "RGB",
                         "scale": 1, "mean": [0, 0, 0], "std": [1, 1, 1]}""")
                .with("outputs", "[\"p\", \"b\"]")
                .with("constants", "{\"keep_prob\": 1}")
                .with("decoder", "{\"scores\": [0.6, 0.7, 0.7]}")
                .write();

        assertThat(ModelProblems.of(folder))
                .anySatisfy(p -> assertThat(p).contains("Key \"input\" describes P-Net's input, which takes any size"))
                .anySatisfy(
                        p -> assertThat(p).contains("Key \"outputs\" must list P-Net's two outputs, then R-Net's two"))
                .anySatisfy(p -> assertThat(p)
                        .contains("Key \"files.onnx.stages\" must list two more files, R-Net's and O-Net's, found []"))
                .anySatisfy(p -> assertThat(p).contains("Key \"constants\" is not for architecture \"mtcnn\""))
                .anySatisfy(p -> assertThat(p)
                        .contains("Key \"decoder.scores\" must be two numbers within 0 to 1, P-Net's and R-Net's"));
    }

    @Test
    void votingIsOneOfTheThresholds() throws IOException {
        ModelOnDisk detector = ModelOnDisk.detector(folder);
        detector.with("thresholds", "{\"score\": 0.5, \"nms\": 0.3, \"voting\": 0.5}")
                .write();
        assertThat(ModelProblems.of(folder)).noneSatisfy(p -> assertThat(p).contains("thresholds"));

        Path json = folder.resolve("model.json");
        String right = Files.readString(json);
        assertThat(right).contains("\"voting\": 0.5");
        Files.writeString(json, right.replace("\"voting\": 0.5", "\"voting\": 2"));
        assertThat(ModelProblems.of(folder))
                .anySatisfy(p -> assertThat(p).contains("Key \"thresholds.voting\" must lie within 0 to 1, found 2.0"));
    }

    @Test
    void aCascadeDoesNotVote() throws IOException {
        ModelOnDisk.cascade(folder)
                .with("thresholds", "{\"score\": 0.7, \"nms\": 0.7, \"voting\": 0.5}")
                .write();

        assertThat(ModelProblems.of(folder))
                .anySatisfy(p -> assertThat(p)
                        .contains("Key \"thresholds.voting\" is of one network, and architecture \"mtcnn\""));
    }

    @Test
    void everyFileOfThreeIsLookedAt() throws IOException {
        ModelOnDisk.cascade(folder).put("onet.onnx", new byte[] {5}).write();
        Files.delete(folder.resolve("rnet.onnx"));

        assertThat(ModelProblems.of(folder))
                .anySatisfy(
                        p -> assertThat(p).contains("rnet.onnx: no such file, named by \"files.onnx.stages[0].path\""))
                .anySatisfy(p ->
                        assertThat(p).contains("onet.onnx: \"files.onnx.stages[1].bytes\" is 4, but the file has 1"));
    }

    @Test
    void furtherNetworksOfAnArchitectureOfOneAreNamed() throws IOException {
        ModelOnDisk.cascade(folder).with("architecture", "\"scrfd\"").write();

        assertThat(ModelProblems.of(folder))
                .anySatisfy(
                        p -> assertThat(p)
                                .contains(
                                        "Key \"files.onnx.stages\" lists further networks, but architecture \"scrfd\" is of one"));
    }

    @Test
    void aModelThatIsNotThereIsNamed() throws IOException {
        assertThat(ModelProblems.of(folder.resolve("none")))
                .containsExactly(folder.resolve("none").toAbsolutePath()
                        + ": no such file; expected a descriptor, or a folder with a model.json");
    }

    @Test
    void weightsGivenAsTheDescriptorAreNamedAsThat() throws IOException {
        Path file =
                Files.write(folder.resolve("model.json"), new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 1, 2});
        assertThat(ModelProblems.of(file))
                .singleElement()
                .asString()
                .contains("It is no descriptor in JSON: it is an HDF5 file");
    }

    private List<String> with(byte[] weights) throws IOException {
        ModelOnDisk.classifier(folder).withFile("onnx", "model.onnx", weights).write();
        return ModelProblems.of(folder);
    }
}

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
                                + " Keras saves models (.h5); convert it to ONNX, for instance with tf2onnx");
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

package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** A model's folder for tests: a descriptor that is right, in which a test changes a text. */
final class ModelFolder {

    private static final String CLASSIFIER = """
            {
              "formatVersion": 1,
              "id": "scorer",
              "version": "1.0.0",
              "task": "emotion-classification",
              "architecture": "softmax-classifier",
              "files": {"onnx": {m.onnx}},
              "input": {"name": "input", "width": 8, "height": 8, "layout": "NCHW", "channels": "GRAY", "scale": 0.01, "mean": [0.5], "std": [0.5]},
              "outputs": ["scores"],
              "scores": {"output": "scores", "kind": "logits"},
              "labels": ["sad", "neutral", "happy"]
            }
            """;

    private static final String DETECTOR = """
            {
              "formatVersion": 1,
              "id": "finder",
              "version": "1.0.0",
              "task": "face-detection",
              "architecture": "scrfd",
              "files": {"onnx": {m.onnx}},
              "input": {"name": "input", "width": 0, "height": 0, "layout": "NCHW", "channels": "RGB", "scale": 1, "mean": [0, 0, 0], "std": [1, 1, 1]},
              "outputs": ["scores"],
              "thresholds": {"score": 0.5, "nms": 0.4}
            }
            """;

    private final Path folder;
    private String descriptor;

    private ModelFolder(Path folder, String descriptor) {
        this.folder = folder;
        this.descriptor = descriptor;
    }

    /** A classifier of 8x8 gray pixels with labels sad, neutral and happy, whose network is {@code m.onnx}. */
    static ModelFolder classifier(Path folder, byte[] network) {
        return new ModelFolder(folder, CLASSIFIER).file("m.onnx", network);
    }

    /** A detector of pictures of any size. */
    static ModelFolder detector(Path folder, byte[] network) {
        return new ModelFolder(folder, DETECTOR).file("m.onnx", network);
    }

    /** Writes a file; its name behind a brace in the descriptor stands for path, hash and size. */
    ModelFolder file(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String entry = "\"path\": \"" + name + "\", \"sha256\": \"" + sha256(bytes) + "\", \"bytes\": " + bytes.length;
        descriptor = descriptor.replace("{" + name, "{" + entry);
        return this;
    }

    ModelFolder file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Changes a byte of a file, which the descriptor does not know. */
    ModelFolder corrupt(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        bytes[bytes.length / 2]++;
        Files.write(folder.resolve(name), bytes);
        return this;
    }

    /** Changes the descriptor. */
    ModelFolder with(String found, String other) {
        assertThat(descriptor).contains(found);
        descriptor = descriptor.replace(found, other);
        return this;
    }

    /** Adds keys to it, as JSON. */
    ModelFolder with(String keys) {
        return with("\"formatVersion\": 1,", "\"formatVersion\": 1,\n  " + keys + ",");
    }

    /** Writes the descriptor and runs {@code models check}. */
    String check() {
        write();
        return checkAsItIs();
    }

    /** Writes the descriptor. */
    void write() {
        file("model.json", descriptor);
    }

    /** {@return what {@code models check} prints of what lies in the folder, "~" for the folder; it must not be content} */
    String checkAsItIs() {
        Run run = Run.of("models", "check", folder);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).as(run.out()).isEqualTo(3);
        return run.out()
                .replace(folder.toAbsolutePath().toString(), "~")
                .lines()
                .filter(line -> line.contains("FAIL"))
                .map(String::strip)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256", e);
        }
    }
}

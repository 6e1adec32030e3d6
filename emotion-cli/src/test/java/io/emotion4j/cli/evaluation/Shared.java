package io.emotion4j.cli.evaluation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Data and reference models that lie beside the repository on some machines. */
final class Shared {

    private static final Path FOLDER =
            Path.of("..", "..", "shared").toAbsolutePath().normalize();

    private Shared() {}

    /** {@return a file or folder of the shared data; the test is skipped, and says why, where it is absent} */
    static Path find(String path) {
        Path found = FOLDER.resolve(path);
        if (!Files.exists(found)) {
            System.out.println("Skipped: no " + found);
        }
        assumeTrue(Files.exists(found), "no " + found);
        return found;
    }

    /** Mini-Xception with a descriptor, in {@code folder}. */
    static Path miniXception(Path folder) throws IOException {
        return describe(find("models/mini_xception/mini_xception.onnx"), folder, """
                {"formatVersion": 1, "id": "mini-xception", "version": "1", "task": "emotion-classification",
                 "architecture": "softmax-classifier",
                 "files": {"onnx": %s},
                 "input": {"name": "input", "width": 64, "height": 64, "layout": "NCHW", "channels": "GRAY",
                           "scale": 0.00784313725490196, "mean": [1], "std": [1]},
                 "outputs": ["probabilities"],
                 "scores": {"output": "probabilities", "kind": "probabilities"},
                 "labels": ["angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"],
                 "face": {"margin": 0},
                 "license": "MIT", "trainingData": "FER2013", "source": "oarriaga/face_classification", "metrics": {}}
                """);
    }

    /** YuNet s or n with a descriptor, in {@code folder}. */
    static Path yunet(String size, Path folder) throws IOException {
        return describe(find("models/yunet/yunet_" + size + "_dynamic.onnx"), folder, """
                {"formatVersion": 1, "id": "yunet-%s", "version": "1", "task": "face-detection", "architecture": "yunet",
                 "files": {"onnx": %%s},
                 "input": {"name": "input", "width": 0, "height": 0, "multipleOf": 32, "layout": "NCHW", "channels": "BGR",
                           "scale": 1, "mean": [0, 0, 0], "std": [1, 1, 1]},
                 "outputs": ["cls_8", "cls_16", "cls_32", "obj_8", "obj_16", "obj_32",
                             "bbox_8", "bbox_16", "bbox_32", "kps_8", "kps_16", "kps_32"],
                 "thresholds": {"score": 0.6, "nms": 0.3},
                 "license": "Apache-2.0", "trainingData": "WIDER FACE", "source": "ShiqiYu/libfacedetection.train", "metrics": {}}
                """.formatted(size));
    }

    private static Path describe(Path weights, Path folder, String descriptor) throws IOException {
        byte[] bytes = Files.readAllBytes(weights);
        String file =
                "{\"path\": \"model.onnx\", \"sha256\": \"%s\", \"bytes\": %d}".formatted(sha256(bytes), bytes.length);
        Files.createDirectories(folder);
        Files.write(folder.resolve("model.onnx"), bytes);
        return Files.writeString(folder.resolve("model.json"), descriptor.formatted(file));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

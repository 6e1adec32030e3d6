package io.emotion4j.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.emotion4j.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Models as users bring them: weights from elsewhere and a descriptor written for them. */
final class UserModels {

    private UserModels() {}

    /** YuNet, size {@code "n"} or {@code "s"}. */
    static Model yunet(Path folder, String size) throws IOException {
        byte[] weights = Files.readAllBytes(SharedFiles.get("models/yunet/yunet_" + size + "_dynamic.onnx"));
        return detector(folder, weights);
    }

    /** A detector with YuNet's inputs and outputs. */
    static Model detector(Path folder, byte[] weights) throws IOException {
        return write(folder, weights, """
                {"formatVersion": 1, "id": "my-yunet", "version": "1", "task": "face-detection", "architecture": "yunet",
                 "files": {"onnx": %s},
                 "input": {"name": "input", "width": 0, "height": 0, "multipleOf": 32, "layout": "NCHW", "channels": "BGR",
                           "scale": 1, "mean": [0, 0, 0], "std": [1, 1, 1]},
                 "outputs": ["cls_8", "cls_16", "cls_32", "obj_8", "obj_16", "obj_32",
                             "bbox_8", "bbox_16", "bbox_32", "kps_8", "kps_16", "kps_32"],
                 "thresholds": {"score": 0.6, "nms": 0.3}}""");
    }

    /** SCRFD, size {@code "500m"} or {@code "2.5g"}. */
    static Model scrfd(Path folder, String size) throws IOException {
        byte[] weights = Files.readAllBytes(SharedFiles.get("models/scrfd/scrfd_" + size + "_kps_dynamic.onnx"));
        return write(folder, weights, """
                {"formatVersion": 1, "id": "my-scrfd", "version": "1", "task": "face-detection", "architecture": "scrfd",
                 "files": {"onnx": %s},
                 "input": {"name": "images", "width": 0, "height": 0, "multipleOf": 32, "layout": "NCHW", "channels": "RGB",
                           "scale": 1, "mean": [127.5, 127.5, 127.5], "std": [128, 128, 128]},
                 "outputs": ["out0", "out1", "out2", "out3", "out4", "out5", "out6", "out7", "out8"],
                 "thresholds": {"score": 0.5, "nms": 0.45},
                 "decoder": {"strides": [8, 16, 32], "anchors": 2}}""");
    }

    /** MTCNN, or other networks of its form, in the order P-Net, R-Net, O-Net. */
    static Model mtcnn(Path folder, byte[] pnet, byte[] rnet, byte[] onet) throws IOException {
        Files.write(folder.resolve("rnet.onnx"), rnet);
        Files.write(folder.resolve("onet.onnx"), onet);
        write(folder, pnet, """
                {"formatVersion": 1, "id": "my-mtcnn", "version": "1", "task": "face-detection", "architecture": "mtcnn",
                 "files": {"onnx": %s},
                 "input": {"name": "input", "width": 0, "height": 0, "layout": "NCHW", "channels": "RGB",
                           "scale": 1, "mean": [127.5, 127.5, 127.5], "std": [128, 128, 128]},
                 "outputs": ["face_probability", "box_offset", "face_probability", "box_offset",
                             "face_probability", "box_offset", "landmark_offset"],
                 "thresholds": {"score": 0.7, "nms": 0.7}}""");
        Path json = folder.resolve("model.json");
        String own = entry("model.onnx", pnet);
        String stages = own.substring(0, own.length() - 1) + ", \"stages\": [" + entry("rnet.onnx", rnet) + ", "
                + entry("onet.onnx", onet) + "]}";
        Files.writeString(json, Files.readString(json).replace(own, stages));
        return Model.of(folder);
    }

    static Model miniXception(Path folder) throws IOException {
        byte[] weights = Files.readAllBytes(SharedFiles.get("models/mini_xception/mini_xception.onnx"));
        return write(folder, weights, """
                {"formatVersion": 1, "id": "my-xception", "version": "1", "task": "emotion-classification",
                 "architecture": "softmax-classifier", "files": {"onnx": %s},
                 "input": {"name": "input", "width": 64, "height": 64, "layout": "NCHW", "channels": "GRAY",
                           "scale": 0.00784313725490196, "mean": [1], "std": [1]},
                 "outputs": ["probabilities"], "scores": {"output": "probabilities", "kind": "probabilities"},
                 "labels": ["angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"]}""");
    }

    /** A gray 4x4 classifier with input {@code input}, output {@code logits}, labels sad, neutral and happy. */
    static Model tiny(Path folder, byte[] weights) throws IOException {
        return write(folder, weights, """
                {"formatVersion": 1, "id": "tiny", "version": "1", "task": "emotion-classification",
                 "architecture": "softmax-classifier", "files": {"onnx": %s},
                 "input": {"name": "input", "width": 4, "height": 4, "layout": "NCHW", "channels": "GRAY",
                           "scale": 0.00784313725490196, "mean": [1], "std": [1]},
                 "outputs": ["logits"], "scores": {"output": "logits", "kind": "logits"},
                 "labels": ["sad", "neutral", "happy"]}""");
    }

    /** {@link #tiny}, with a file of weights beside the network. */
    static Model tiny(Path folder, byte[] weights, String dataName, byte[] data) throws IOException {
        tiny(folder, weights);
        Files.write(folder.resolve(dataName), data);
        Path json = folder.resolve("model.json");
        String own = entry("model.onnx", weights);
        String both = own.substring(0, own.length() - 1) + ", \"data\": [" + entry(dataName, data) + "]}";
        Files.writeString(json, Files.readString(json).replace(own, both));
        return Model.of(folder);
    }

    private static String entry(String name, byte[] bytes) {
        return "{\"path\": \"" + name + "\", \"sha256\": \"" + sha256(bytes) + "\", \"bytes\": " + bytes.length + "}";
    }

    private static Model write(Path folder, byte[] weights, String descriptor) throws IOException {
        Files.write(folder.resolve("model.onnx"), weights);
        String file = entry("model.onnx", weights);
        Files.write(
                folder.resolve("model.json"), String.format(descriptor, file).getBytes(UTF_8));
        return Model.of(folder);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

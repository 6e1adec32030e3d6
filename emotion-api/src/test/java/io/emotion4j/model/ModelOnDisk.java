package io.emotion4j.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A model on disk for tests: descriptors that are right, in which a test changes a key. The weights are a few bytes. */
public final class ModelOnDisk {

    private static final byte[] WEIGHTS = {1, 2, 3, 4};

    private final Path folder;
    private final Map<String, String> json = new LinkedHashMap<>();

    private ModelOnDisk(Path folder, String id) {
        this.folder = folder;
        with("formatVersion", "1");
        with("id", quoted(id));
        with("version", quoted("1.0.0"));
    }

    /** A detector of any size, score threshold 0.6. */
    public static ModelOnDisk detector(Path folder) {
        return new ModelOnDisk(folder, "finder")
                .with("task", quoted("face-detection"))
                .with("architecture", quoted("yunet"))
                .withFile("onnx", "model.onnx", WEIGHTS)
                .with("input", """
                        {"name": "input", "width": 0, "height": 0, "multipleOf": 32, "layout": "NCHW", "channels": "BGR",
                         "scale": 1, "mean": [0, 0, 0], "std": [1, 1, 1]}""")
                .with("outputs", """
                        ["cls_8", "cls_16", "cls_32", "obj_8", "obj_16", "obj_32",
                         "bbox_8", "bbox_16", "bbox_32", "kps_8", "kps_16", "kps_32"]""")
                .with("thresholds", "{\"score\": 0.6, \"nms\": 0.3}");
    }

    /** An MTCNN. */
    public static ModelOnDisk cascade(Path folder) {
        return detector(folder)
                .with("architecture", quoted("mtcnn"))
                .withStages("pnet.onnx", "rnet.onnx", "onet.onnx")
                .with("input", """
                        {"name": "input", "width": 0, "height": 0, "layout": "NCHW", "channels": "RGB",
                         "scale": 1, "mean": [127.5, 127.5, 127.5], "std": [128, 128, 128]}""")
                .with("outputs", "[\"p\", \"b\", \"p\", \"b\", \"p\", \"b\", \"l\"]")
                .with("thresholds", "{\"score\": 0.7, \"nms\": 0.7}");
    }

    /** A gray classifier of 4x4 pixels with labels sad, neutral and happy. */
    public static ModelOnDisk classifier(Path folder) {
        return new ModelOnDisk(folder, "scorer")
                .with("task", quoted("emotion-classification"))
                .with("architecture", quoted("softmax-classifier"))
                .withFile("onnx", "model.onnx", WEIGHTS)
                .with("input", """
                        {"name": "input", "width": 4, "height": 4, "layout": "NCHW", "channels": "GRAY",
                         "scale": 0.00392156862745098, "mean": [0.5], "std": [0.5]}""")
                .with("outputs", "[\"logits\"]")
                .with("scores", "{\"output\": \"logits\", \"kind\": \"logits\"}")
                .with("labels", "[\"sad\", \"neutral\", \"happy\"]");
    }

    /** Sets a key of the descriptor to a value, as JSON. */
    public ModelOnDisk with(String key, String value) {
        json.put(key, value);
        return this;
    }

    /** Takes a key out. */
    public ModelOnDisk without(String key) {
        json.remove(key);
        return this;
    }

    /** Writes a weight file and makes it the only one that the descriptor names. */
    public ModelOnDisk withFile(String format, String name, byte[] bytes) {
        put(name, bytes);
        return with("files", "{" + quoted(format) + ": " + fileJson(name, bytes) + "}");
    }

    /** Writes the three files of a cascade, of which the second and the third are stages of the first. */
    public ModelOnDisk withStages(String first, String second, String third) {
        put(first, WEIGHTS).put(second, WEIGHTS).put(third, WEIGHTS);
        String file = fileJson(first, WEIGHTS);
        return with(
                "files",
                "{\"onnx\": " + file.substring(0, file.length() - 1) + ", \"stages\": [" + fileJson(second, WEIGHTS)
                        + ", " + fileJson(third, WEIGHTS) + "]}}");
    }

    /** Writes a golden file: the input, then the outputs. */
    public ModelOnDisk withGolden(String inputShape, String outputShapes, float tolerance, float... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        put("golden.f32", bytes.array());
        String file = fileJson("golden.f32", bytes.array());
        return with(
                "golden",
                file.substring(0, file.length() - 1) + ", \"inputShape\": " + inputShape + ", \"outputShapes\": "
                        + outputShapes + ", \"tolerance\": " + tolerance + "}");
    }

    /** Writes a file that the descriptor names at the top, such as its card. */
    public ModelOnDisk withNamed(String key, String name, byte[] bytes) {
        return put(name, bytes).with(key, fileJson(name, bytes));
    }

    /** Writes a file beside the descriptor. */
    public ModelOnDisk put(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** {@return the descriptor's text} */
    public String text() {
        return json.entrySet().stream()
                .map(e -> "  " + quoted(e.getKey()) + ": " + e.getValue())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    /** Writes the descriptor and reads it as a model. */
    public Model write() {
        put("model.json", text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Model.of(folder);
    }

    private static String fileJson(String name, byte[] bytes) {
        return "{\"path\": " + quoted(name) + ", \"sha256\": " + quoted(Checksum.sha256(bytes)) + ", \"bytes\": "
                + bytes.length + "}";
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}

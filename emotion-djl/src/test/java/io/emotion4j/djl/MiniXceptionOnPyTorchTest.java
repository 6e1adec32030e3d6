package io.emotion4j.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.Emotion;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's mini-Xception, whose TorchScript gives a tensor and no tuple, through nothing but a descriptor. */
class MiniXceptionOnPyTorchTest {

    private static final String DESCRIPTOR = """
            {"formatVersion": 1, "id": "my-xception", "version": "1", "task": "emotion-classification",
             "architecture": "softmax-classifier", "files": {"onnx": %s, "torchscript": %s},
             "input": {"name": "input", "width": 64, "height": 64, "layout": "NCHW", "channels": "GRAY",
                       "scale": 0.00784313725490196, "mean": [1], "std": [1]},
             "outputs": ["probabilities"], "scores": {"output": "probabilities", "kind": "probabilities"},
             "labels": ["angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"]}""";

    @TempDir
    Path folder;

    @Test
    void itGivesWhatItsOnnxFileGives() throws Exception {
        Model model = model();
        RgbImage sheet = FaceSheets.sheet();
        List<Face> faces = FaceSheets.faces(500);
        try (EmotionClassifier onnx = open(model, "onnx");
                EmotionClassifier pytorch = open(model, "pytorch")) {
            List<EmotionScores> expected = onnx.classify(sheet, faces);
            List<EmotionScores> found = pytorch.classify(sheet, faces);
            for (int i = 0; i < faces.size(); i++) {
                for (Emotion label : onnx.labels()) {
                    assertThat(Math.abs(
                                    found.get(i).get(label) - expected.get(i).get(label)))
                            .as("face " + i + ", " + label.label())
                            .isLessThanOrEqualTo(1e-4f);
                }
            }
        }
    }

    private static EmotionClassifier open(Model model, String engine) {
        return EmotionAnalyzer.builder().classifierModel(model).engine(engine).buildClassifier();
    }

    private Model model() throws IOException, NoSuchAlgorithmException {
        String json = String.format(DESCRIPTOR, copy("mini_xception.onnx"), copy("mini_xception.pt"));
        Files.write(folder.resolve("model.json"), json.getBytes(StandardCharsets.UTF_8));
        return Model.of(folder);
    }

    private String copy(String name) throws IOException, NoSuchAlgorithmException {
        byte[] bytes = Files.readAllBytes(SharedFiles.get("models/mini_xception/" + name));
        Files.write(folder.resolve(name), bytes);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        return String.format("{\"path\": \"%s\", \"sha256\": \"%s\", \"bytes\": %d}", name, hash, bytes.length);
    }
}

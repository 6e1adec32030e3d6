package io.emotion4j.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.BoundingBox;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.Landmarks;
import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelProblems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's MTCNN on TensorFlow, beside the same on ONNX Runtime. No weights of that form were at hand, so they are made of those in ONNX. */
class MtcnnOnTensorFlowTest {

    private static final Path SHARED = Path.of("..", "..", "shared");
    private static final List<String> PHOTOS = List.of("dlib__2008_002506.jpg");
    private static final float PIXELS = 1;

    private static final String DESCRIPTOR = """
            {"formatVersion": 1, "id": "my-mtcnn", "version": "1", "task": "face-detection", "architecture": "mtcnn",
             "files": {"onnx": %s, "savedmodel": %s},
             "input": {"name": "input", "width": 0, "height": 0, "layout": "NCHW", "channels": "RGB",
                       "scale": 1, "mean": [127.5, 127.5, 127.5], "std": [128, 128, 128]},
             "outputs": ["face_probability", "box_offset", "face_probability", "box_offset",
                         "face_probability", "box_offset", "landmark_offset"],
             "thresholds": {"score": 0.7, "nms": 0.7}}""";

    @TempDir
    Path folder;

    @Test
    void photosGetTheFacesThatTheyGetOnOnnxRuntime() throws Exception {
        Path weights = SHARED.resolve("models/mtcnn");
        Path people = SHARED.resolve("photos/people");
        for (Path needed : List.of(weights, people)) {
            if (!Files.isDirectory(needed)) {
                System.out.println("Skipped: no " + needed);
            }
            Assumptions.assumeTrue(Files.isDirectory(needed), "skipped: " + needed + " is not on this machine");
        }
        for (String name : List.of("pnet", "rnet", "onet")) {
            byte[] onnx = Files.readAllBytes(weights.resolve(name + ".onnx"));
            Files.write(folder.resolve(name + ".onnx"), onnx);
            Files.write(folder.resolve(name + ".pb"), SavedModelOfOnnx.of(onnx));
        }
        Files.writeString(folder.resolve("model.json"), DESCRIPTOR.formatted(files("onnx"), files("pb")));
        assertThat(ModelProblems.of(folder)).isEmpty();
        Model model = Model.of(folder);
        int count = 0;
        float worst = 0;
        try (FaceDetector onnx = open(model, "onnx");
                FaceDetector tensorflow = open(model, "tensorflow")) {
            for (String photo : PHOTOS) {
                RgbImage image = RgbImage.decode(people.resolve(photo));
                List<Face> expected = onnx.detect(image);
                List<Face> found = tensorflow.detect(image);
                assertThat(found).as(photo).hasSameSizeAs(expected);
                for (Face face : expected) {
                    Face twin = found.stream()
                            .max(Comparator.comparingDouble(other -> other.box().iou(face.box())))
                            .orElseThrow();
                    worst = Math.max(worst, apart(face, twin));
                    count++;
                }
            }
        }
        System.out.println("MTCNN, tensorflow against onnx: boxes and landmarks of " + count
                + " faces differ by at most " + worst + " px");
        assertThat(count).isPositive();
        assertThat(worst).isLessThanOrEqualTo(PIXELS);
    }

    private static FaceDetector open(Model model, String engine) {
        return EmotionAnalyzer.builder().detectorModel(model).engine(engine).buildDetector();
    }

    private static float apart(Face one, Face other) {
        BoundingBox a = one.box();
        BoundingBox b = other.box();
        Landmarks points = one.landmarks();
        Landmarks twins = other.landmarks();
        assertThat(points).isNotNull();
        assertThat(twins).isNotNull();
        float most = Math.max(
                Math.max(Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y())),
                Math.max(Math.abs(a.right() - b.right()), Math.abs(a.bottom() - b.bottom())));
        for (int i = 0; i < points.points().size(); i++) {
            most = Math.max(
                    most,
                    Math.abs(points.points().get(i).x() - twins.points().get(i).x()));
            most = Math.max(
                    most,
                    Math.abs(points.points().get(i).y() - twins.points().get(i).y()));
        }
        return most;
    }

    private String files(String ending) throws Exception {
        String first = entry("pnet." + ending);
        return first.substring(0, first.length() - 1) + ", \"stages\": [" + entry("rnet." + ending) + ", "
                + entry("onet." + ending) + "]}";
    }

    private String entry(String name) throws Exception {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        return "{\"path\": \"%s\", \"sha256\": \"%s\", \"bytes\": %d}".formatted(name, sha256, bytes.length);
    }
}

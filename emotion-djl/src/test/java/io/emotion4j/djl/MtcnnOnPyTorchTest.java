package io.emotion4j.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.BoundingBox;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import io.emotion4j.testkit.DetectorContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's MTCNN on PyTorch: its contract, and that it finds the faces that ONNX Runtime finds. */
class MtcnnOnPyTorchTest extends DetectorContract {

    private static final float PIXELS = 1;

    private static final String DESCRIPTOR = """
            {"formatVersion": 1, "id": "my-mtcnn", "version": "1", "task": "face-detection", "architecture": "mtcnn",
             "files": {"onnx": %s, "torchscript": %s},
             "input": {"name": "input", "width": 0, "height": 0, "layout": "NCHW", "channels": "RGB",
                       "scale": 1, "mean": [127.5, 127.5, 127.5], "std": [128, 128, 128]},
             "outputs": ["face_probability", "box_offset", "face_probability", "box_offset",
                         "face_probability", "box_offset", "landmark_offset"],
             "thresholds": {"score": 0.7, "nms": 0.7}}""";

    @TempDir
    static Path folder;

    MtcnnOnPyTorchTest() {
        super("pytorch");
    }

    @Override
    protected Model model() {
        try {
            String json = String.format(DESCRIPTOR, files("onnx"), files("pt"));
            Files.write(folder.resolve("model.json"), json.getBytes(StandardCharsets.UTF_8));
            return Model.of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected RgbImage pictureWithFaces() {
        try {
            return RgbImage.decode(SharedFiles.get("photos/people/dlib__2008_002506.jpg"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyPhotoGetsTheFacesThatItGetsOnOnnxRuntime() throws IOException {
        Model model = model();
        int faces = 0;
        float worst = 0;
        try (FaceDetector onnx = open(model, "onnx");
                FaceDetector pytorch = open(model, "pytorch");
                Stream<Path> photos = Files.list(SharedFiles.get("photos/people"))) {
            for (Path photo : photos.sorted().toList()) {
                RgbImage image = RgbImage.decode(photo);
                List<Face> expected = onnx.detect(image);
                List<Face> found = pytorch.detect(image);
                assertThat(found).as(String.valueOf(photo)).hasSameSizeAs(expected);
                for (Face face : expected) {
                    worst = Math.max(worst, apart(face, nearest(face, found)));
                    faces++;
                }
            }
        }
        System.out.println("MTCNN, pytorch against onnx: boxes and landmarks of " + faces + " faces differ by at most "
                + worst + " px");
        assertThat(worst).isLessThanOrEqualTo(PIXELS);
        assertThat(faces).isPositive();
    }

    private static FaceDetector open(Model model, String engine) {
        return EmotionAnalyzer.builder().detectorModel(model).engine(engine).buildDetector();
    }

    private static Face nearest(Face face, List<Face> among) {
        Face best = among.get(0);
        for (Face candidate : among) {
            if (candidate.box().iou(face.box()) > best.box().iou(face.box())) {
                best = candidate;
            }
        }
        return best;
    }

    private static float apart(Face a, Face b) {
        BoundingBox one = a.box();
        BoundingBox other = b.box();
        float most = Math.max(
                Math.max(Math.abs(one.x() - other.x()), Math.abs(one.y() - other.y())),
                Math.max(Math.abs(one.right() - other.right()), Math.abs(one.bottom() - other.bottom())));
        Landmarks points = a.landmarks();
        Landmarks others = b.landmarks();
        assertThat(points).isNotNull();
        assertThat(others).isNotNull();
        for (int i = 0; points != null && others != null && i < points.points().size(); i++) {
            Point point = points.points().get(i);
            Point twin = others.points().get(i);
            most = Math.max(most, Math.max(Math.abs(point.x() - twin.x()), Math.abs(point.y() - twin.y())));
        }
        return most;
    }

    /** The three files of a format, of which R-Net's and O-Net's are stages of P-Net's. */
    private static String files(String ending) throws IOException {
        String first = copy("pnet." + ending);
        return first.substring(0, first.length() - 1) + ", \"stages\": [" + copy("rnet." + ending) + ", "
                + copy("onet." + ending) + "]}";
    }

    private static String copy(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(SharedFiles.get("models/mtcnn/" + name));
        Files.write(folder.resolve(name), bytes);
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return String.format("{\"path\": \"%s\", \"sha256\": \"%s\", \"bytes\": %d}", name, hash, bytes.length);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256", e);
        }
    }
}

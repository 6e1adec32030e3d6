package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code models check} says of detectors whose descriptors cannot be: every mistake of one at once. */
class WrongDetectorTest {

    @TempDir
    Path folder;

    @Test
    void unknownArchitectureFormatAndThresholdsAreToldWithTheKnownOnes() throws Exception {
        String found = ModelFolder.detector(folder, TinyNetwork.means())
                .with("\"architecture\": \"scrfd\"", "\"architecture\": \"yolov8\"")
                .with("\"score\": 0.5, \"nms\": 0.4", "\"score\": 1.5, \"nms\": -1, \"iou\": 0.5")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "architecture" is "yolov8", expected one of [blazeface, haar-cascade, mtcnn, retinaface, scrfd, \
                ultraface, yolo-face, yunet]: it says how the outputs are read, not what is between input and output
                FAIL ~/model.json: Key "thresholds.iou" is unknown; remove it or correct its spelling. There are [nms, score, voters, voting]
                FAIL ~/model.json: Key "thresholds.score" must lie within 0 to 1, found 1.5
                FAIL ~/model.json: Key "thresholds.nms" must lie within 0 to 1, found -1.0
                """);
    }

    @Test
    void aFormatThatNoEngineReadsIsToldWithThoseTheyRead() throws Exception {
        String found = ModelFolder.detector(folder, TinyNetwork.means())
                .with("\"onnx\"", "\"tflite\"")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "files.tflite" is a format that no engine of this library reads; they read [onnx, torchscript, \
                savedmodel, opencv-cascade]
                """);
    }

    @Test
    void settingsOfTheDecoderAreLookedAtEachByItself() throws Exception {
        String found = ModelFolder.detector(folder, TinyNetwork.means())
                .with("\"decoder\": {\"stride\": 8, \"anchors\": 0, \"offset\": \"middle\", \"strides\": [[8]]}")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "decoder.stride" is unknown to this architecture, which has [strides, anchors, offset], found \
                8.0
                FAIL ~/model.json: Key "decoder.anchors" must be a whole number within 1 to 64, found 0.0
                FAIL ~/model.json: Key "decoder.offset" must be a number, found middle
                FAIL ~/model.json: Key "decoder.strides" must be a list of numbers, found [[8.0]]
                """);
    }

    @Test
    void anMtcnnNeedsThreeNetworksOfAnySize() throws Exception {
        String found = ModelFolder.detector(folder, TinyNetwork.means())
                .with("\"architecture\": \"scrfd\"", "\"architecture\": \"mtcnn\"")
                .with("\"width\": 0, \"height\": 0", "\"width\": 12, \"height\": 12")
                .with("\"constants\": {\"k\": 1}, \"decoder\": {\"factor\": 2, \"scores\": [0.6], \"minFaceSize\": 1}")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "decoder.factor" must lie within 0.1 to 0.95, found 2.0
                FAIL ~/model.json: Key "decoder.scores" must be two numbers within 0 to 1, P-Net's and R-Net's, found [0.6]; O-Net's \
                is "score" in "thresholds"
                FAIL ~/model.json: Key "decoder.minFaceSize" must be a whole number within 12 to 4096, found 1.0
                FAIL ~/model.json: Key "input" describes P-Net's input, which takes any size: expected "width" 0, "height" 0 and no \
                "multipleOf", found 12, 12 and 1
                FAIL ~/model.json: Key "outputs" must list P-Net's two outputs, then R-Net's two, then O-Net's two or three (with \
                landmarks), found [scores]
                FAIL ~/model.json: Key "files.onnx.stages" must list two more files, R-Net's and O-Net's, found []
                FAIL ~/model.json: Key "constants" is not for architecture "mtcnn", whose networks have one input each
                """);
    }

    @Test
    void votersGoWithVoting() throws Exception {
        String right = ModelFolder.detector(folder, TinyNetwork.means())
                .with("\"nms\": 0.4", "\"nms\": 0.4, \"voting\": 0.5, \"voters\": 5")
                .check();
        assertThat(right).doesNotContain("vot");

        String alone = ModelFolder.detector(folder, TinyNetwork.means())
                .with("\"nms\": 0.4", "\"nms\": 0.4, \"voters\": 5")
                .check();
        assertThat(alone).contains("Key \"thresholds.voters\" needs \"voting\"");
    }

    @Test
    void anMtcnnEnlargesNoPicture() throws Exception {
        String found = ModelFolder.detector(folder, TinyNetwork.means())
                .with("\"architecture\": \"scrfd\"", "\"architecture\": \"mtcnn\"")
                .with("\"height\": 0", "\"height\": 0, \"enlargeTo\": 224")
                .check();
        assertThat(found)
                .contains(
                        "FAIL ~/model.json: Key \"input.enlargeTo\" is not for architecture \"mtcnn\", which looks at a picture in "
                                + "many sizes, found 224; remove it\n");
    }

    @Test
    void everyFileOfAnMtcnnIsLookedAt() throws Exception {
        String found = ModelFolder.detector(folder, TinyNetwork.means())
                .with("\"architecture\": \"scrfd\"", "\"architecture\": \"mtcnn\"")
                .with("\"outputs\": [\"scores\"]", "\"outputs\": [\"p\", \"b\", \"p\", \"b\", \"p\", \"b\", \"l\"]")
                .with(
                        "\"bytes\": ",
                        "\"stages\": [{rnet.onnx}, {\"path\": \"onet.onnx\", \"sha256\": \"0000000000000000000000000000000000000000000000000000000000000000\", \"bytes\": 9}], \"bytes\": ")
                .file("rnet.onnx", "<html>404</html>")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/rnet.onnx: expected a network in ONNX, but it is a web page; what was downloaded was not the file
                FAIL ~/onet.onnx: no such file, named by "files.onnx.stages[1].path"; beside the descriptor lie [m.onnx, model.json, \
                rnet.onnx]
                FAIL ~/model.json: finder-pnet: Key "outputs" has [p, b], but the network has the outputs [scores]; write those
                """);
    }

    @Test
    void stagesAreOfMtcnnAlone() throws Exception {
        String found = ModelFolder.detector(folder, TinyNetwork.means())
                .with("\"bytes\": ", "\"stages\": [{rnet.onnx}], \"bytes\": ")
                .file("rnet.onnx", TinyNetwork.means())
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "files.onnx.stages" lists further networks, but architecture "scrfd" is of one; leave it out
                """);
    }

    @Test
    void aCascadeIsNoNetwork() throws Exception {
        String found = ModelFolder.detector(folder, TinyNetwork.means())
                .with("\"architecture\": \"scrfd\"", "\"architecture\": \"haar-cascade\"")
                .with("\"width\": 0, \"height\": 0", "\"width\": 24, \"height\": 24")
                .with(
                        "\"decoder\": {\"scaleFactor\": 1, \"minNeighbours\": 3, \"minFaceSize\": -1}, \"constants\": {\"k\": 1}")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "decoder.scaleFactor" must lie within 1.01 to 10, found 1.0
                FAIL ~/model.json: Key "decoder.minNeighbours" is unknown to this architecture, which has [scaleFactor, minNeighbors, \
                minFaceSize], found 3.0
                FAIL ~/model.json: Key "decoder.minFaceSize" must be a whole number within 0 to 8192, found -1.0
                FAIL ~/model.json: Key "files.onnx" is a network, but architecture "haar-cascade" is a cascade of OpenCV's; expected \
                "opencv-cascade"
                FAIL ~/model.json: Key "input" is of a cascade, which looks for faces of all sizes in a picture of any: expected \
                "width" 0 and "height" 0, found 24 and 24
                FAIL ~/model.json: Key "constants" is not for architecture "haar-cascade", which has no network; leave it out
                """);
    }

    @Test
    void aCascadesFileIsLookedInto() throws Exception {
        String found = ModelFolder.detector(
                        folder,
                        "<?xml version=\"1.0\"?>\n<opencv_storage>\n<c type_id=\"opencv-haar-classifier\"></c>\n</opencv_storage>"
                                .getBytes(StandardCharsets.UTF_8))
                .with("\"architecture\": \"scrfd\"", "\"architecture\": \"haar-cascade\"")
                .with("\"onnx\"", "\"opencv-cascade\"")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/m.onnx: expected a cascade of OpenCV's, but its type_id is "opencv-haar-classifier", the form of OpenCV 1, \
                which is not read any more; expected "opencv-cascade-classifier"; take one of the folders haarcascades or lbpcascades \
                of OpenCV, or what opencv_traincascade writes
                """);
    }

    @Test
    void aCascadeThatIsCutOffIsNamed() throws Exception {
        String found = ModelFolder.detector(
                        folder,
                        "<?xml version=\"1.0\"?>\n<opencv_storage>\n<cascade type_id=\"opencv-cascade-classifier\">\n<stageType>BOO"
                                .getBytes(StandardCharsets.UTF_8))
                .with("\"architecture\": \"scrfd\"", "\"architecture\": \"haar-cascade\"")
                .with("\"onnx\"", "\"opencv-cascade\"")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/m.onnx: expected a cascade of OpenCV's, but it is no whole XML file: it ends or breaks at line 4; take one of \
                the folders haarcascades or lbpcascades of OpenCV, or what opencv_traincascade writes
                """);
    }

    @Test
    void aCascadesFormatUnderAnotherArchitectureIsNamed() throws Exception {
        String found = ModelFolder.detector(folder, TinyNetwork.means())
                .with("\"onnx\"", "\"opencv-cascade\"")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "files.opencv-cascade" is a cascade of OpenCV's, but architecture "scrfd" is a network; \
                expected one of [onnx, torchscript, savedmodel], or architecture "haar-cascade"
                FAIL ~/m.onnx: expected a cascade of OpenCV's, but it is a network in ONNX; name its format "onnx"
                """);
    }

    @Test
    void outputsThatTheDecoderCannotReadAreToldWhenTheModelIsTried() throws Exception {
        String found = ModelFolder.detector(folder, TinyNetwork.means()).check();
        assertThat(found).isEqualTo("""
                FAIL runs         Model finder 1.0.0 (~/model.json) does not run: The detector has the outputs [scores]; expected \
                scores, boxes and, if there are any, points of the strides [8, 16, 32]; check "outputs", and "strides" in "decoder"
                """);
    }

    @Test
    void aCascadeThatIsRightIsNotTriedByAProgramWithoutOpenCv() throws Exception {
        String xml = "<?xml version=\"1.0\"?>\n<opencv_storage><cascade type_id=\"opencv-cascade-classifier\">"
                + "<featureType>HAAR</featureType><stageNum>1</stageNum><stages><_></_></stages></cascade></opencv_storage>";
        ModelFolder.detector(folder, xml.getBytes(StandardCharsets.UTF_8))
                .with("\"architecture\": \"scrfd\"", "\"architecture\": \"haar-cascade\"")
                .with("\"onnx\"", "\"opencv-cascade\"")
                .write();
        Run run = Run.of("models", "check", folder);
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out())
                .contains(
                        "--   runs         no engine that was chosen or found runs its formats; io.emotion4j:emotion-opencv does,"
                                + " which this program does not have");
    }
}

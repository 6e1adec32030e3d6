package io.emotion4j.internal.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.Face;
import io.emotion4j.InferenceException;
import io.emotion4j.Point;
import io.emotion4j.decoder.FaceDecoder;
import io.emotion4j.model.DecoderSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every figure is worked out by hand from the formula of the network's paper or reference. */
class CommonDecodersTest {

    private static void assertBox(Face face, double x, double y, double width, double height) {
        assertThat(face.box().x()).isCloseTo((float) x, within(1e-3f));
        assertThat(face.box().y()).isCloseTo((float) y, within(1e-3f));
        assertThat(face.box().width()).isCloseTo((float) width, within(1e-3f));
        assertThat(face.box().height()).isCloseTo((float) height, within(1e-3f));
    }

    private static void assertPoint(Point point, double x, double y) {
        assertThat(point.x()).isCloseTo((float) x, within(1e-3f));
        assertThat(point.y()).isCloseTo((float) y, within(1e-3f));
    }

    /** 64x96 pixels: 8x12, 4x6 and 2x3 cells of two anchors. */
    private static Answers scrfd() {
        return new Answers(64, 96)
                .output("s8", 1, 192, 1)
                .output("s16", 1, 48, 1)
                .output("s32", 1, 12, 1)
                .output("b8", 1, 192, 4)
                .output("b16", 1, 48, 4)
                .output("b32", 1, 12, 4);
    }

    @Test
    void scrfdHasTwoAnchorsACellAndDistancesInStrides() {
        Answers answers =
                scrfd().output("p8", 1, 192, 10).output("p16", 1, 48, 10).output("p32", 1, 12, 10);
        // Column 2, row 1 of the 4 columns of stride 16 is cell 6; its second anchor is 13, at the pixel (32, 16).
        answers.put("s16", 13, 0.75).put("b16", 13 * 4, 0.5, 1, 1.5, 2);
        answers.put("p16", 13 * 10, -0.25, -0.5, 0.75, -0.5, 0.25, 0.25, -0.125, 1, 0.5, 1);
        List<Face> faces = answers.read(new ScrfdDecoder());
        assertThat(faces).hasSize(1);
        assertThat(faces.get(0).confidence()).isEqualTo(0.75f);
        assertBox(faces.get(0), 24, 0, 32, 48);
        assertPoint(faces.get(0).landmarks().rightEye(), 28, 8);
        assertPoint(faces.get(0).landmarks().leftEye(), 44, 8);
        assertPoint(faces.get(0).landmarks().nose(), 36, 20);
        assertPoint(faces.get(0).landmarks().rightMouthCorner(), 30, 32);
        assertPoint(faces.get(0).landmarks().leftMouthCorner(), 40, 32);
    }

    @Test
    void scrfdWithoutPointsFindsFacesWithoutLandmarks() {
        // The last cell of stride 32: column 1, row 2, at (32, 64).
        List<Face> faces =
                scrfd().put("s32", 11, 1).put("b32", 44, 1, 1, 0.5, 0.5).read(new ScrfdDecoder());
        assertThat(faces).singleElement().satisfies(face -> {
            assertBox(face, 0, 32, 48, 48);
            assertThat(face.landmarks()).isNull();
        });
    }

    @Test
    void scrfdTakesOtherStridesAnchorsAndTheMiddleOfTheCell() {
        FaceDecoder decoder =
                new ScrfdDecoder().with(DecoderSpec.of(Map.of("strides", List.of(16), "anchors", 1, "offset", 0.5)));
        List<Face> faces = new Answers(64, 32)
                .output("score", 1, 8)
                .output("box", 8, 4)
                .put("score", 5, 0.9)
                .put("box", 20, 1, 1, 1, 0.5)
                .read(decoder);
        // Column 1, row 1: the middle is (24, 24).
        assertBox(faces.get(0), 8, 8, 32, 24);
    }

    @Test
    void scrfdNamesOutputsThatAreNotOneAStride() {
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> new Answers(64, 96).output("only", 1, 192, 1).read(new ScrfdDecoder()))
                .withMessageContaining("[only]")
                .withMessageContaining("strides [8, 16, 32]")
                .withMessageContaining("\"strides\" in \"decoder\"");
    }

    @Test
    void retinaFaceReadsPriorsByTheirVariances() {
        // 64x64: 8*8*2 + 4*4*2 + 2*2*2 = 168 priors. Stride 16 begins at 128; column 2, row 1 is cell 6, its second
        // prior, of 128
        // pixels, is 128 + 13 = 141, about (40, 24).
        Answers answers = new Answers(64, 64)
                .output("a", 1, 168, 4)
                .output("b", 1, 168, 2)
                .output("c", 1, 168, 10);
        answers.put("b", 141 * 2, 0.2, 0.8);
        // Centre 40 - 0.625 * 0.1 * 128 = 32, 24 + 0.625 * 0.1 * 128 = 32; sides 128 * exp(0.2 * ln(1/4) / 0.2) = 32
        // and 16.
        answers.put("a", 141 * 4, -0.625, 0.625, Math.log(0.25) / 0.2, Math.log(0.125) / 0.2);
        answers.put("c", 141 * 10, -1.25, 0, 0, 0, -0.625, 0.625, -1.25, 1.25, 0, 1.25);
        List<Face> faces = answers.read(new RetinaFaceDecoder());
        assertThat(faces).hasSize(1);
        assertThat(faces.get(0).confidence()).isEqualTo(0.8f);
        assertBox(faces.get(0), 16, 24, 32, 16);
        assertPoint(faces.get(0).landmarks().rightEye(), 24, 24);
        assertPoint(faces.get(0).landmarks().leftEye(), 40, 24);
        assertPoint(faces.get(0).landmarks().nose(), 32, 32);
        assertPoint(faces.get(0).landmarks().rightMouthCorner(), 24, 40);
        assertPoint(faces.get(0).landmarks().leftMouthCorner(), 40, 40);
    }

    @Test
    void ultraFaceOf320By240Has4420PriorsAndBoxesThatAreDone() {
        List<Face> faces = new Answers(320, 240)
                .output("scores", 1, 4420, 2)
                .output("boxes", 1, 4420, 4)
                .put("scores", 2 * 4419, 0.1, 0.9)
                .put("boxes", 4 * 4419, 0.25, 0.5, 0.75, 1)
                .read(new UltraFaceDecoder());
        assertThat(faces).hasSize(1);
        assertThat(faces.get(0).confidence()).isEqualTo(0.9f);
        assertBox(faces.get(0), 80, 120, 160, 120);
    }

    @Test
    void ultraFaceReadsPriorsAndLogitsWhereTheDescriptorSaysSo() {
        FaceDecoder decoder =
                new UltraFaceDecoder().with(DecoderSpec.of(Map.of("boxes", "priors", "scores", "logits")));
        // The first of the last stride's 5x4 cells has priors 4360 to 4362; the second, of 192 pixels, lies about (32,
        // 32).
        List<Face> faces = new Answers(320, 240)
                .output("scores", 1, 4420, 2)
                .output("boxes", 1, 4420, 4)
                .put("scores", 2 * 4361, 1, 1 + Math.log(3))
                .put("boxes", 4 * 4361, 2.5, 2.5, Math.log(0.25) / 0.2, Math.log(0.25) / 0.2)
                .read(decoder);
        // Elsewhere both logits are 0, and half sure is sure enough.
        Face surest = faces.get(0);
        assertThat(surest.confidence()).isCloseTo(0.75f, within(1e-6f));
        assertBox(surest, 56, 56, 48, 48);
    }

    @Test
    void priorsOfAnotherNumberThanTheOutputsAreAnError() {
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> new Answers(64, 64)
                        .output("boxes", 1, 100, 4)
                        .output("scores", 1, 100, 2)
                        .read(new RetinaFaceDecoder()))
                .withMessageContaining("100 rows of 2 numbers; expected 168 for an input of 64x64");
    }

    @Test
    void blazeFaceReadsPixelsFromTheMiddleOfTheCellInOneOutputOrOneAStride() {
        // 128x128: 16*16*2 = 512 anchors of stride 8, then 8*8*6 = 384. Column 3, row 2 of stride 16 is cell 19, its
        // first anchor is
        // 512 + 114 = 626, about (56, 40).
        Answers one = new Answers(128, 128).output("boxes", 1, 896, 16).output("scores", 1, 896, 1);
        one.put("scores", 626, Math.log(4)).put("boxes", 626 * 16, 4, -8, 40, 48);
        Answers split = new Answers(128, 128)
                .output("scores1", 1, 512, 1)
                .output("scores2", 1, 384, 1)
                .output("boxes1", 1, 512, 16)
                .output("boxes2", 1, 384, 16);
        split.put("scores2", 114, Math.log(4)).put("boxes2", 114 * 16, 4, -8, 40, 48);
        for (Answers answers : List.of(one, split)) {
            Face face = answers.read(new BlazeFaceDecoder()).get(0);
            assertThat(face.confidence()).isCloseTo(0.8f, within(1e-6f));
            assertBox(face, 40, 8, 40, 48);
            assertThat(face.landmarks()).isNull();
        }
    }

    @Test
    void yoloReadsColumnsOfCentresWithPointsInThrees() {
        FaceDecoder decoder = new YoloFaceDecoder().with(DecoderSpec.of(Map.of("axes", "columns", "pointsAt", 5)));
        Answers answers = new Answers(64, 64).output("output0", 1, 20, 3);
        double[] record = {30, 40, 20, 10, 0.6, 24, 36, 1, 36, 36, 1, 30, 40, 1, 26, 44, 1, 34, 44, 1};
        for (int i = 0; i < record.length; i++) {
            answers.put("output0", i * 3 + 1, record[i]);
        }
        List<Face> faces = answers.read(decoder);
        assertThat(faces).hasSize(1);
        assertThat(faces.get(0).confidence()).isEqualTo(0.6f);
        assertBox(faces.get(0), 20, 35, 20, 10);
        assertPoint(faces.get(0).landmarks().rightEye(), 24, 36);
        assertPoint(faces.get(0).landmarks().leftMouthCorner(), 34, 44);
    }

    @Test
    void yoloReadsRowsOfRelativeCornersWhoseScoresAreMultipliedLogits() {
        FaceDecoder decoder = new YoloFaceDecoder()
                .with(DecoderSpec.of(Map.of(
                        "box",
                        "corners",
                        "unit",
                        "relative",
                        "scores",
                        "logits",
                        "scoresAt",
                        List.of(4, 15),
                        "pointsAt",
                        5,
                        "pointStep",
                        2)));
        Answers answers = new Answers(64, 128).output("output", 1, 2, 16);
        answers.put("output", 4, -9, 0);
        answers.put("output", 16, 0.25, 0.25, 0.75, 0.5, Math.log(4), 0.5, 0.25);
        answers.put("output", 31, Math.log(9));
        List<Face> faces = answers.read(decoder);
        assertThat(faces).hasSize(1);
        assertThat(faces.get(0).confidence()).isCloseTo(0.8f * 0.9f, within(1e-6f));
        assertBox(faces.get(0), 16, 32, 32, 32);
        assertPoint(faces.get(0).landmarks().rightEye(), 32, 32);
    }

    @Test
    void yoloNamesARecordThatIsTooShort() {
        FaceDecoder decoder = new YoloFaceDecoder().with(DecoderSpec.of(Map.of("pointsAt", 5)));
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> new Answers(64, 64).output("output0", 1, 7, 6).read(decoder))
                .withMessageContaining("'output0' of the detector is [1, 7, 6]")
                .withMessageContaining("at least 19 numbers, found 6");
    }

    @Test
    void settingsThatAreUnknownOrWrongAreNamed() {
        assertRefused(new ScrfdDecoder(), Map.of("stride", 8), "\"decoder.stride\" is unknown");
        assertRefused(new ScrfdDecoder(), Map.of("strides", List.of(0)), "\"decoder.strides\" must be whole numbers");
        assertRefused(new ScrfdDecoder(), Map.of("anchors", "two"), "\"decoder.anchors\" must be a number");
        assertRefused(
                new RetinaFaceDecoder(),
                Map.of("sides", List.of(List.of(16))),
                "a list of sides for each of the strides");
        assertRefused(new RetinaFaceDecoder(), Map.of("variances", List.of(0.1)), "must be two numbers");
        assertRefused(new BlazeFaceDecoder(), Map.of("anchors", List.of(2)), "a number for each of the strides");
        assertRefused(new YoloFaceDecoder(), Map.of("axes", "both"), "must be one of [rows, columns], found both");
    }

    private static void assertRefused(FaceDecoder decoder, Map<String, Object> settings, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decoder.with(DecoderSpec.of(settings)))
                .withMessageContaining(message);
    }
}

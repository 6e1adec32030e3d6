package io.emotion4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTravelTest {

    private static final Landmarks LANDMARKS =
            new Landmarks(new Point(1, 2), new Point(3, 4), new Point(5, 6), new Point(7, 8), new Point(9, 10.5f));

    private static final FaceEmotion FOUND = new FaceEmotion(
                    new Face(new BoundingBox(1.25f, 2, 30, 40), 0.875f, LANDMARKS),
                    EmotionScores.of(List.of(Emotion.SAD, Emotion.HAPPY, Emotion.ANGRY), 0.25f, 0.5f, 0.25f)
                            .with(true, Map.of("valence", List.of(0.5f, -0.25f))))
            .withQuality(new FaceQuality(31.5f, 0.75f, 120, -8.5f, 2f));

    private static final Analysis ANALYSIS = new Analysis(
            640,
            480,
            "onnx",
            "finder",
            "scorer",
            new Timings(1.5, 2.25, 0.5),
            List.of(FOUND, new FaceEmotion(new Face(new BoundingBox(0, 0, 1, 1), 0.5f, null), happy())));

    private static final String JSON = """
            {"width":640,"height":480,"engine":"onnx","detector":"finder","classifier":"scorer",\
            "millis":{"decode":1.5,"detect":2.25,"classify":0.5},"faces":[\
            {"box":{"x":1.25,"y":2.0,"width":30.0,"height":40.0},"confidence":0.875,"landmarks":{\
            "rightEye":{"x":1.0,"y":2.0},"leftEye":{"x":3.0,"y":4.0},"nose":{"x":5.0,"y":6.0},\
            "rightMouthCorner":{"x":7.0,"y":8.0},"leftMouthCorner":{"x":9.0,"y":10.5}},\
            "emotion":"happy","score":0.5,"scores":{"sad":0.25,"happy":0.5,"angry":0.25},\
            "abstained":true,"extras":{"valence":[0.5,-0.25]},"quality":{\
            "eyeDistance":31.5,"sharpness":0.75,"brightness":120.0,"yaw":-8.5,"roll":2.0}},\
            {"box":{"x":0.0,"y":0.0,"width":1.0,"height":1.0},"confidence":0.5,"landmarks":null,\
            "emotion":"happy","score":1.0,"scores":{"happy":1.0},\
            "abstained":false,"extras":{},"quality":null}]}""";

    private static EmotionScores happy() {
        return EmotionScores.of(List.of(Emotion.HAPPY), 1f);
    }

    @Test
    void javaSerializationBringsBackAnEqualAnalysis() throws Exception {
        assertThat(throughBytes(ANALYSIS)).isEqualTo(ANALYSIS).hasSameHashCodeAs(ANALYSIS);
    }

    @Test
    void whatATrackerTellsIsSerializableToo() throws Exception {
        TrackedFace tracked = new TrackedFace(3, FOUND, FOUND, Duration.ofMillis(7), 2);
        assertThat(throughBytes(tracked)).isEqualTo(tracked);
        TrackSummary summary = new TrackSummary(
                3, Duration.ZERO, Duration.ofMillis(7), 2, happy(), Emotion.HAPPY, Map.of(Emotion.HAPPY, 1.0));
        assertThat(throughBytes(summary)).isEqualTo(summary);
    }

    @Test
    void jackson3WritesTheNamesOfTheCommandLineAndReadsThemBack() {
        var mapper = new tools.jackson.databind.ObjectMapper();
        String json = mapper.writeValueAsString(ANALYSIS);
        assertThat(mapper.readTree(json)).isEqualTo(mapper.readTree(JSON));
        assertThat(mapper.readValue(json, Analysis.class)).isEqualTo(ANALYSIS);
    }

    @Test
    void jackson2WritesTheSameButForEnumsInUpperCaseAndReadsItBack() throws IOException {
        var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
        String json = mapper.writeValueAsString(ANALYSIS);
        assertThat(json)
                .isEqualTo(JSON.replace("\"happy\"", "\"HAPPY\"")
                        .replace("\"sad\"", "\"SAD\"")
                        .replace("\"angry\"", "\"ANGRY\""));
        assertThat(mapper.readValue(json, Analysis.class)).isEqualTo(ANALYSIS);
    }

    @Test
    void jackson2CanBeToldToWriteEnumsAsTheCommandLineDoes() throws IOException {
        var mapper = new com.fasterxml.jackson.databind.ObjectMapper()
                .enable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.READ_ENUMS_USING_TO_STRING);
        assertThat(mapper.writeValueAsString(ANALYSIS)).isEqualTo(JSON);
        assertThat(mapper.readValue(JSON, Analysis.class)).isEqualTo(ANALYSIS);
    }

    @Test
    void scoresKeepTheOrderOfTheLabelsWhereverTheyGo() throws Exception {
        EmotionScores scores = EmotionScores.of(FOUND.scores());
        assertThat(scores.keySet()).containsExactly(Emotion.SAD, Emotion.HAPPY, Emotion.ANGRY);
        assertThat(((EmotionScores) throughBytes(scores)).labels()).isEqualTo(scores.labels());
        var jackson2 = new com.fasterxml.jackson.databind.ObjectMapper();
        FaceEmotion read = jackson2.readValue(jackson2.writeValueAsString(FOUND), FaceEmotion.class);
        assertThat(read.scores().keySet()).containsExactly(Emotion.SAD, Emotion.HAPPY, Emotion.ANGRY);
    }

    @Test
    void scoresCannotBeChanged() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> FOUND.scores().put(Emotion.SAD, 1f));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> FOUND.scores().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> FOUND.scores().entrySet().iterator().next().setValue(1f));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(Float.NaN, 0));
        assertThatNullPointerException()
                .isThrownBy(() -> new Landmarks(null, new Point(1, 1), new Point(1, 1), new Point(1, 1), null))
                .withMessage("rightEye");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Face(new BoundingBox(1, 1, 0, 3), 1, null))
                .withMessageContaining("sides above 0");
        assertThatIllegalArgumentException().isThrownBy(() -> EmotionScores.of(List.of(Emotion.SAD), 1.0001f));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FaceEmotion(FOUND.box(), 1, null, Emotion.SAD, 0.25f, FOUND.scores()))
                .withMessageContaining("The most probable expression is happy with 0.5, found sad with 0.25");
        assertThatIllegalArgumentException().isThrownBy(() -> new Timings(-1, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Analysis(0, 1, "e", "d", "c", new Timings(0, 0, 0), List.of()));
    }

    @Test
    void theOverlapOfExtremeBoxesIsNotNaN() {
        BoundingBox huge = new BoundingBox(0, 0, 3e38f, 3e38f);
        BoundingBox tiny = new BoundingBox(0, 0, 1e-30f, 1e-30f);
        assertThat(huge.iou(huge)).isEqualTo(1);
        assertThat(tiny.iou(tiny)).isEqualTo(1);
        assertThat(huge.iou(tiny)).isZero();
    }

    private static Object throughBytes(Object value) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}

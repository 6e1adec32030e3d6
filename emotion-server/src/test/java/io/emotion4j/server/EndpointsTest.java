package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.emotion4j.server.client.ServerCall;
import io.emotion4j.testing.TestPictures;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every endpoint with the shipped models: pictures with seven faces, with one, with none. */
@Timeout(300)
class EndpointsTest {

    private static final String[] LABELS = {"angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"};

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void emotionGivesBoxExpressionAndConfidenceOfEachFace() {
        JsonNode faces = ok(ServerCall.form("/emotion", "image", "a.png", TestPictures.sevenFaces()));
        assertThat(faces).hasSize(7);
        assertThat(faces.findValuesAsText("emotion")).containsExactlyInAnyOrder(LABELS);
        for (JsonNode face : faces) {
            assertThat(names(face)).containsExactly("bounding_box", "emotion", "confidence");
            assertThat(face.get("bounding_box")).hasSize(4).allMatch(JsonNode::isInt);
            assertThat(face.get("confidence").asDouble()).isBetween(1 / 7.0, 1.0);
        }
    }

    @Test
    void pictureWithoutAFaceHasNoEmotion() {
        assertThat(server.send(ServerCall.form("/emotion", "image", "a.png", TestPictures.noFace()))
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void inferenceNamesTheExpressionOfTheLargestFace() {
        JsonNode answer = ok(ServerCall.raw("/inference", TestPictures.oneFace()));
        assertThat(names(answer)).containsExactly("prediction");
        JsonNode face = ok(ServerCall.raw("/predict", TestPictures.oneFace())).at("/faces/0");
        assertThat(answer.get("prediction")).isEqualTo(face.get("emotion"));
    }

    @Test
    void inferenceTakesAPictureWithoutAFaceForAFace() {
        JsonNode answer = ok(ServerCall.raw("/inference", TestPictures.noFace()));
        assertThat(answer.get("prediction").asText()).isIn((Object[]) LABELS);
    }

    @Test
    void predictEmotionGivesTheDistributionOfEachFace() {
        JsonNode answer = ok(ServerCall.json(
                "/predict_emotion", "{\"image\":\"" + ServerCall.dataUrl(TestPictures.sevenFaces()) + "\"}"));
        assertThat(names(answer)).containsExactly("success", "faces_detected", "results");
        assertThat(answer.get("success").asBoolean()).isTrue();
        assertThat(answer.get("faces_detected").asInt()).isEqualTo(7);
        for (JsonNode face : answer.get("results")) {
            assertThat(names(face))
                    .containsExactly("face_coordinates", "predicted_emotion", "confidence", "emotion_distribution");
            assertThat(names(face.get("face_coordinates"))).containsExactly("x", "y", "width", "height");
            assertThat(face.get("face_coordinates")).allMatch(JsonNode::isInt);
            distribution(face.get("emotion_distribution"));
            assertThat(face.get("confidence"))
                    .isEqualTo(face.get("emotion_distribution")
                            .get(face.get("predicted_emotion").asText()));
        }
    }

    @Test
    void predictEmotionSaysWhereThereIsNoFace() {
        for (String path : List.of("/predict_emotion", "/predict_emotion_stream")) {
            String url = ServerCall.dataUrl(TestPictures.noFace());
            JsonNode answer = ok(ServerCall.json(path, "{\"image\":\"" + url + "\",\"frame\":\"" + url + "\"}"));
            assertThat(names(answer)).containsExactly("success", "message");
            assertThat(answer.get("success").asBoolean()).isFalse();
        }
    }

    @Test
    void bareBase64IsTakenToo() {
        String base64 = ServerCall.dataUrl(TestPictures.oneFace()).replaceAll("^.*,", "");
        assertThat(ok(ServerCall.json("/predict_emotion", "{\"image\":\"" + base64 + "\"}"))
                        .get("faces_detected")
                        .asInt())
                .isOne();
    }

    @Test
    void streamGivesTheLargestFaceAndSmoothsOnlyWithAnId() {
        String frame = "{\"frame\":\"" + ServerCall.dataUrl(TestPictures.sevenFaces()) + "\"";
        JsonNode first = ok(ServerCall.json("/predict_emotion_stream", frame + "}"));
        assertThat(names(first))
                .containsExactly("success", "emotion", "confidence", "faces_detected", "emotion_distribution");
        assertThat(first.get("faces_detected").asInt()).isEqualTo(7);
        distribution(first.get("emotion_distribution"));
        JsonNode again = ok(ServerCall.json("/predict_emotion_stream", frame + ",\"stream_id\":\"a\"}"));
        assertThat(again).isEqualTo(first);
    }

    @Test
    void predictIsTheObjectOfTheCommandLineHoweverThePictureComes() {
        List<ServerCall> calls = List.of(
                ServerCall.form("/predict", "image", "ä \"b\".png", TestPictures.sevenFaces()),
                ServerCall.form("/predict", "file", "ä \"b\".png", TestPictures.sevenFaces()),
                ServerCall.raw("/predict", TestPictures.sevenFaces()));
        for (ServerCall call : calls) {
            JsonNode answer = ok(call);
            assertThat(names(answer))
                    .containsExactly("file", "width", "height", "engine", "detector", "classifier", "millis", "faces");
            assertThat(answer.get("file").asText()).isEqualTo(call == calls.get(2) ? "picture" : "ä \"b\".png");
            assertThat(answer.get("faces").findValuesAsText("emotion")).containsExactlyInAnyOrder(LABELS);
            assertThat(answer.at("/millis/decode").asDouble()).isPositive();
            assertThat(answer.at("/millis/detect").asDouble()).isPositive();
        }
    }

    @Test
    void healthNamesTheEngineAndDeviceInUse() {
        JsonNode health = ok(ServerCall.get("/health"));
        assertThat(names(health))
                .startsWith("status", "model_loaded", "face_cascade_loaded", "model_type", "emotion_classes")
                .contains("engine", "device");
        assertThat(health.get("engine").asText()).isEqualTo("onnx");
        assertThat(health.get("device").asText()).isEqualTo("cpu");
        assertThat(ok(ServerCall.get("/ready")).get("ready").asBoolean()).isTrue();
    }

    @Test
    void summaryHasTheCardsFigures() {
        JsonNode summary = ok(ServerCall.get("/summary"));
        assertThat(names(summary))
                .containsExactly(
                        "accuracy",
                        "classes",
                        "created_at",
                        "dataset",
                        "framework",
                        "input_shape",
                        "name",
                        "output_shape",
                        "precision",
                        "version");
        JsonNode metrics = ok(ServerCall.get("/model")).at("/classifier/metrics");
        assertThat(summary.get("accuracy")).isEqualTo(metrics.get("fer_plus_valid_accuracy"));
        assertThat(summary.get("precision")).isEqualTo(metrics.get("fer_plus_valid_macro_precision"));
        assertThat(summary.get("input_shape")).extracting(JsonNode::asInt).containsExactly(1, 1, 48, 48);
        assertThat(summary.get("output_shape")).extracting(JsonNode::asInt).containsExactly(1, 7);
    }

    @Test
    void modelPageHasCardsAndLicences() {
        JsonNode models = ok(ServerCall.get("/model"));
        for (String which : List.of("classifier", "detector")) {
            JsonNode model = models.get(which);
            assertThat(names(model))
                    .containsExactly(
                            "id",
                            "version",
                            "license",
                            "trainingData",
                            "source",
                            "labels",
                            "metrics",
                            "card",
                            "evaluation");
            assertThat(model.get("card").asText()).contains("Intended use");
            assertThat(model.get("license").asText()).isNotBlank();
        }
        assertThat(models.at("/classifier/labels")).extracting(JsonNode::asText).containsExactly(LABELS);
    }

    @Test
    void metricsCountRequestsFacesAndTimes() {
        ok(ServerCall.raw("/predict", TestPictures.sevenFaces()));
        String text = server.get("/metrics").body();
        assertThat(text)
                .containsPattern("emotion4j_requests_total\\{method=\"POST\",path=\"/predict\",status=\"200\"} [1-9]")
                .containsPattern("emotion4j_faces_total\\{emotion=\"happy\"} [1-9]")
                .contains("emotion4j_queue_length 0.0")
                .contains("emotion4j_decode_seconds_bucket{engine=\"onnx\",le=\"0.01\"}")
                .contains("emotion4j_detect_seconds_bucket{engine=\"onnx\",le=\"0.01\"}")
                .contains("emotion4j_classify_seconds_bucket{engine=\"onnx\",le=\"0.01\"}")
                .contains("emotion4j_request_seconds_bucket{path=\"/predict\",le=\"0.1\"}");
    }

    @Test
    void accessLogHasALineARequestAndNothingOfThePicture() throws IOException {
        // A server of its own: a line is written when the answer is out, so another test's could come in between.
        try (TestServer fresh = TestServer.start()) {
            HttpResponse<String> answer =
                    fresh.send(ServerCall.form("/emotion", "image", "secret-name.png", TestPictures.sevenFaces()));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            while (fresh.log().isEmpty()) {
                Thread.onSpinWait();
            }
            JsonNode line = TestServer.json(fresh.log().get(0));
            assertThat(names(line)).containsExactly("time", "method", "path", "status", "millis", "bytes", "faces");
            assertThat(line.get("path").asText()).isEqualTo("/emotion");
            assertThat(line.get("faces").asInt()).isEqualTo(7);
            assertThat(line.get("bytes").asInt()).isGreaterThan(TestPictures.sevenFaces().length);
            assertThat(fresh.log()).hasSize(1).noneMatch(text -> text.contains("secret"));
        }
    }

    private static JsonNode ok(ServerCall call) {
        HttpResponse<String> answer = server.send(call);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        return TestServer.json(answer);
    }

    private static void distribution(JsonNode scores) {
        assertThat(names(scores)).containsExactly(LABELS);
        double sum = 0;
        for (JsonNode score : scores) {
            sum += score.asDouble();
        }
        assertThat(sum).isCloseTo(1, within(1e-4));
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

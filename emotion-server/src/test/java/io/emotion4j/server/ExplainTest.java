package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.Face;
import io.emotion4j.OcclusionMap;
import io.emotion4j.RgbImage;
import io.emotion4j.server.client.ServerCall;
import io.emotion4j.testing.TestPictures;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Why a face is taken for happy: what {@code POST /explain} answers. */
@Timeout(300)
class ExplainTest {

    private final TestServer.Settings settings = new TestServer.Settings();

    @Test
    void mapIsThatOfTheLibrary() throws Exception {
        try (TestServer server = TestServer.start();
                EmotionAnalyzer analyzer = EmotionAnalyzer.create()) {
            RgbImage image = RgbImage.decode(TestPictures.oneFace());
            Face face = analyzer.analyze(image).faces().get(0).face();
            OcclusionMap expected = analyzer.explain(image, face);
            JsonNode answer = ok(server, ServerCall.raw("/explain", TestPictures.oneFace()));
            assertThat(answer.get("emotion").asText())
                    .isEqualTo(expected.expression().label());
            assertThat(answer.get("columns").asInt()).isEqualTo(expected.columns());
            assertThat(answer.get("rows").asInt()).isEqualTo(expected.rows());
            assertThat(answer.get("drops")).hasSize(expected.drops().size());
            for (int i = 0; i < expected.drops().size(); i++) {
                assertThat(answer.get("drops").get(i).floatValue())
                        .isCloseTo(expected.drops().get(i), org.assertj.core.api.Assertions.within(1e-4f));
            }
            String crop = answer.get("crop").asText();
            assertThat(crop).startsWith("data:image/png;base64,");
            byte[] png = Base64.getDecoder().decode(crop.substring(crop.indexOf(',') + 1));
            assertThat(RgbImage.decode(png).toRgbBytes())
                    .isEqualTo(expected.crop().toRgbBytes());
            assertThat(ok(server, ServerCall.form("/explain", "image", "a.jpg", TestPictures.oneFace()))
                            .get("score"))
                    .isEqualTo(answer.get("score"));
        }
    }

    @Test
    void faceIsChosenByAPointWithinItOrIsTheLargest() throws Exception {
        try (TestServer server = TestServer.start(analyzer(new Dark(null)), settings)) {
            assertThat(ok(server, explain("")).at("/box/x").asInt()).isEqualTo(40);
            assertThat(ok(server, explain("?x=5&y=5")).at("/box/x").asInt()).isZero();
            assertThat(ok(server, explain("?x=45.5&y=30")).at("/box/x").asInt()).isEqualTo(40);
            assertThat(error(server, 422, "?x=30&y=5"))
                    .isEqualTo(
                            "No face is at the point of x and y; the picture has 2 faces, whose boxes /predict gives");
            assertThat(error(server, 400, "?x=30"))
                    .isEqualTo("Parameters x and y are a point together; give both, or none for the largest face");
            for (String wrong : List.of("", "NaN", "0x10", "1e3", "%3Cb%3E")) {
                assertThat(error(server, 400, "?x=" + wrong + "&y=1"))
                        .isEqualTo("Parameter x takes a number of pixels, such as 120 or 120.5");
            }
            assertThat(error(server, 400, "?classifier=other")).contains("/limits");
        }
    }

    @Test
    void pictureWithoutAFaceAndAClassifierThatShowsNothingAreSaid() throws Exception {
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> none = server.send(ServerCall.raw("/explain", TestPictures.noFace()));
            assertThat(none.statusCode()).isEqualTo(422);
            assertThat(TestServer.error(none)).isEqualTo("No face was found in the picture");
        }
        try (TestServer server = TestServer.start(FakeModels.quick(), settings)) {
            assertThat(error(server, 501, "")).contains("does not show its input");
        }
    }

    @Test
    void oneFaceAtATimeIsExplained() throws Exception {
        Dark held = new Dark(new CountDownLatch(1));
        try (TestServer server = TestServer.start(analyzer(held), settings)) {
            CompletableFuture<HttpResponse<String>> first = server.sendAsync(explain(""));
            held.begun.acquire();
            HttpResponse<String> second = server.send(explain(""));
            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).contains("1");
            held.gate.countDown();
            assertThat(first.join().statusCode()).isEqualTo(200);
            assertThat(server.send(explain("")).statusCode()).isEqualTo(200);
        }
    }

    private static ServerCall explain(String query) {
        return ServerCall.raw("/explain" + query, TestPictures.noFace());
    }

    private static JsonNode ok(TestServer server, ServerCall call) {
        HttpResponse<String> answer = server.send(call);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestServer.json(answer);
    }

    private static String error(TestServer server, int status, String query) {
        HttpResponse<String> answer = server.send(explain(query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return TestServer.error(answer);
    }

    /** Two faces, the second of which is the larger. */
    private static EmotionAnalyzer analyzer(EmotionClassifier classifier) {
        return EmotionAnalyzer.builder()
                .detector(image -> List.of(
                        new Face(new BoundingBox(0, 0, 20, 20), 1, null),
                        new Face(new BoundingBox(40, 10, 30, 30), 1, null)))
                .classifier(classifier)
                .build();
    }

    /** Sees every face as sad, and explains it when it is let. */
    private static final class Dark implements EmotionClassifier {

        private static final List<Emotion> LABELS = List.of(Emotion.HAPPY, Emotion.SAD);

        final Semaphore begun = new Semaphore(0);
        final CountDownLatch gate;

        Dark(CountDownLatch gate) {
            this.gate = gate == null ? new CountDownLatch(0) : gate;
        }

        @Override
        public List<EmotionScores> classify(RgbImage image, List<Face> faces) {
            return Collections.nCopies(faces.size(), EmotionScores.of(LABELS, 0.25f, 0.75f));
        }

        @Override
        public List<EmotionScores> classifyCrops(List<RgbImage> crops) {
            begun.release();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return EmotionClassifier.super.classifyCrops(crops);
        }

        @Override
        public List<Emotion> labels() {
            return LABELS;
        }

        @Override
        public RgbImage debugCrop(RgbImage image, Face face) {
            return RgbImage.of(4, 4, new byte[4 * 4 * 3]);
        }
    }
}

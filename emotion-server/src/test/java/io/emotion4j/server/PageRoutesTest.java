package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.model.Model;
import io.emotion4j.server.client.ServerCall;
import io.emotion4j.server.client.ServerClient;
import io.emotion4j.testing.TestPictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What the web page asks the server beside its answers: limits, pictures that browsers cannot show, other classifiers. */
class PageRoutesTest {

    @Test
    void limitsAreThoseOfTheServer() throws Exception {
        TestServer.Settings settings = new TestServer.Settings();
        settings.maxRequestBytes = 12_345;
        settings.token = "a token";
        try (TestServer server = TestServer.start(settings)) {
            JsonNode limits = TestServer.json(server.get("/limits"));
            assertThat(limits.get("max_bytes").asInt()).isEqualTo(12_345);
            assertThat(limits.get("max_pixels").asLong()).isEqualTo(1L << 26);
            assertThat(limits.get("max_faces").isNull()).isTrue();
            assertThat(limits.get("classifiers")).hasSize(1);
        }
    }

    @Test
    void pictureComesBackAsJpegOfAtMost2048Pixels() throws Exception {
        BufferedImage wide = new BufferedImage(4096, 100, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 2048; x++) {
            for (int y = 0; y < 100; y++) {
                wide.setRGB(x, y, 0xff0000);
            }
        }
        ByteArrayOutputStream tiff = new ByteArrayOutputStream();
        ImageIO.write(wide, "tiff", tiff);
        try (TestServer server = TestServer.start(FakeModels.quick(), new TestServer.Settings())) {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.url() + "/picture"))
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(tiff.toByteArray()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
            assertThat(picture.getWidth()).isEqualTo(2048);
            assertThat(picture.getHeight()).isEqualTo(50);
            assertThat((picture.getRGB(500, 25) >> 16) & 0xff).isGreaterThan(240);
            assertThat(picture.getRGB(1500, 25) & 0xffffff).isLessThan(0x101010);
            assertThat(server.send(ServerCall.raw("/picture", new byte[9])).statusCode())
                    .isEqualTo(415);
        }
    }

    @Test
    void callerChoosesAmongTheClassifiersThatAreOffered() throws Exception {
        try (EmotionAnalyzer own = EmotionAnalyzer.create();
                EmotionAnalyzer other = EmotionAnalyzer.builder()
                        .detector(own.detector())
                        .classifierModel(Model.shipped("fer-resnet-int8"))
                        .build();
                EmotionServer server = EmotionServer.start(
                        own,
                        ServerOptions.builder()
                                .port(0)
                                .otherClassifiers(List.of(other))
                                .build())) {
            ServerClient client = new ServerClient("http://127.0.0.1:" + server.port(), null);
            byte[] picture = TestPictures.oneFace();
            JsonNode limits = TestServer.json(client.send(ServerCall.get("/limits")));
            assertThat(limits.get("classifiers").toString()).isEqualTo("[\"fer-resnet\",\"fer-resnet-int8\"]");
            for (String id : List.of("fer-resnet", "fer-resnet-int8")) {
                HttpResponse<String> answer = client.send(ServerCall.raw("/predict?classifier=" + id, picture));
                assertThat(TestServer.json(answer).get("classifier").asText()).isEqualTo(id);
            }
            HttpResponse<String> none = client.send(ServerCall.raw("/predict?classifier=other", picture));
            assertThat(none.statusCode()).isEqualTo(400);
            assertThat(TestServer.error(none)).isEqualTo("Parameter classifier takes one of those that /limits lists");
            HttpResponse<String> garbage = client.send(ServerCall.raw("/predict?classifier=%ff", picture));
            assertThat(garbage.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void twoOtherClassifiersOfOneNameAreRefused() {
        try (EmotionAnalyzer one = EmotionAnalyzer.create()) {
            assertThatThrownBy(() -> ServerOptions.builder().otherClassifiers(List.of(one, one)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("two of the other classifiers are called 'fer-resnet'; name each once");
        }
    }
}

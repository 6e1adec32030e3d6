package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.emotion4j.server.client.ServerCall;
import io.emotion4j.testing.TestPictures;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is almost as it should be is read, or answered with what was expected. */
@Timeout(300)
class ExpectedInputTest {

    private static final byte[] PICTURE = TestPictures.oneFace();
    private static final String BASE64 = Base64.getEncoder().encodeToString(PICTURE);

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(FakeModels.quick(), new TestServer.Settings());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyWayToWriteBase64IsRead() {
        String urlSafe = Base64.getUrlEncoder().encodeToString(PICTURE);
        assertThat(urlSafe).as("the picture shows the difference").isNotEqualTo(BASE64);
        read(BASE64);
        read(BASE64.replace("=", ""));
        read(urlSafe);
        read(urlSafe.replace("=", ""));
        read(Base64.getMimeEncoder().encodeToString(PICTURE).replace("\r\n", "\\r\\n"));
        read("data:image/png;base64," + BASE64);
        read("DATA:image/PNG;BASE64," + BASE64);
        read("data:;base64," + BASE64);
        read("\\n  data:image/png;charset=utf-8;base64, " + BASE64);
    }

    @Test
    void whatIsNoBase64IsNotGuessedAt() {
        refused(
                400,
                "not base64",
                json("{\"image\":\"" + BASE64.substring(0, 100) + "*" + BASE64.substring(100) + "\"}"));
        refused(400, "behind its end", json("{\"image\":\"QUJD==QUJD\"}"));
        refused(400, "cut off", json("{\"image\":\"QUJDR\"}"));
        refused(400, "data:image/...;base64,", json("{\"image\":\"data:image/png,abc\"}"));
    }

    @Test
    void addressInPlaceOfThePictureIsNotFetched() {
        for (String url :
                new String[] {"http://127.0.0.1:1/a.png", "HTTPS://example.org/a.png", "file:///etc/passwd"}) {
            refused(400, "fetches nothing", json("{\"image\":\"" + url + "\"}"));
        }
    }

    @Test
    void moreBehindTheObjectIsRefused() {
        String object = "{\"image\":\"" + BASE64 + "\"}";
        assertThat(server.send(json(object + " \r\n\t")).statusCode()).isEqualTo(200);
        refused(400, "more behind it at byte", json(object + "{}"));
        refused(400, "JSON", json(object + "garbage"));
        refused(400, "JSON", json(object + ","));
    }

    @Test
    void onlyTheFieldsAskedForAreKept() {
        String others = "\"a\":[{\"image\":\"no\"},[1,2]],\"image\":\"QUJD\",\"b\":{\"image\":7},";
        assertThat(server.send(json("{" + others + "\"image\":\"" + BASE64 + "\",\"c\":null}"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void bodyOfAnotherKindIsSaidToBelongElsewhere() {
        byte[] object = ("{\"image\":\"" + BASE64 + "\"}").getBytes(StandardCharsets.UTF_8);
        ServerCall form = ServerCall.form("/inference", "image", "a.png", PICTURE);
        refused(415, "/predict_emotion takes JSON", new ServerCall("POST", "/predict", "application/json", object));
        refused(415, "/predict_emotion takes JSON", new ServerCall("POST", "/inference", "application/json", object));
        refused(415, "/predict and /emotion take forms", form);
        refused(415, "application/json", new ServerCall("POST", "/predict_emotion", "text/plain", object));
        // What curl declares every body to be.
        ServerCall curl = new ServerCall("POST", "/predict", "application/x-www-form-urlencoded", PICTURE);
        assertThat(server.send(curl).statusCode()).isEqualTo(200);
    }

    @Test
    void formThatCannotBeReadIsExplained() {
        ServerCall whole = ServerCall.form("/emotion", "image", "a.png", PICTURE);
        refused(400, "no boundary", new ServerCall("POST", "/emotion", "multipart/form-data", whole.body()));
        byte[] nameless = "--X\r\n\r\nabc\r\n--X--\r\n".getBytes(StandardCharsets.US_ASCII);
        refused(400, "", new ServerCall("POST", "/predict", "multipart/form-data; boundary=X", nameless));
    }

    @Test
    void encodedBodyIsRefusedByName() {
        String head = "POST /predict HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        RawHttp.Answer gzip =
                RawHttp.exchange(server.port(), head + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd");
        assertThat(gzip.status()).isEqualTo(415);
        assertThat(gzip.body()).contains("Content-Encoding");
        assertThat(gzip.head().toLowerCase(java.util.Locale.ROOT)).contains("accept-encoding: identity");
        RawHttp.Answer chunked = RawHttp.exchange(
                server.port(), head + "Transfer-Encoding: gzip, chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n");
        assertThat(chunked.status()).as(chunked.body()).isIn(400, 415, 501);
        assertThat(chunked.body()).startsWith("{\"error\":").doesNotContain("Exception", "org.eclipse");
    }

    @Test
    void accessLogIsOneLineOfAsciiWhateverWasSent() {
        ObjectNode line = Json.MAPPER.createObjectNode().put("path", "/\u0085\u2028\u009b31m\u001b\n");
        assertThat(Json.ascii(line)).matches("[ -~]+").contains("\\u0085", "\\u2028", "\\u009B", "\\u001B", "\\n");
    }

    @Test
    void accessLogCutsWhatIsLong() throws InterruptedException {
        RawHttp.exchange(server.port(), "X".repeat(300) + " /" + "y".repeat(3000) + " HTTP/1.0\r\n\r\n");
        String line = null;
        while (line == null) {
            line = server.log().stream()
                    .filter(text -> text.contains("yyy"))
                    .findFirst()
                    .orElse(null);
            Thread.sleep(10);
        }
        assertThat(line).hasSizeLessThan(500);
    }

    @Test
    void metricsTellStagesByEngine() {
        server.send(ServerCall.raw("/predict", PICTURE));
        String metrics = server.get("/metrics").body();
        for (String stage : new String[] {"decode", "detect", "classify"}) {
            assertThat(metrics)
                    .containsPattern("emotion4j_" + stage + "_seconds_bucket\\{engine=\"[^\"]+\",le=\"0.001\"}");
        }
    }

    private static ServerCall json(String text) {
        return ServerCall.json("/predict_emotion", text);
    }

    private static void read(String image) {
        HttpResponse<String> answer = server.send(json("{\"image\":\"" + image + "\"}"));
        assertThat(answer.statusCode())
                .as(image.substring(0, 30) + ": " + answer.body())
                .isEqualTo(200);
    }

    private static void refused(int status, String message, ServerCall call) {
        HttpResponse<String> answer = server.send(call);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(TestServer.error(answer))
                .contains(message)
                .doesNotContain("Exception", "java.", "org.eclipse", "jackson");
    }
}

package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.emotion4j.server.client.ServerCall;
import io.emotion4j.testing.TestPictures;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is no picture, or too much of one, ends in the right status and a JSON error. */
@Timeout(300)
class WrongRequestsTest {

    private static final int LIMIT = 1 << 20;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        TestServer.Settings settings = new TestServer.Settings();
        settings.maxRequestBytes = LIMIT;
        server = TestServer.start(settings);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void emptyPictureIsABadRequest() {
        byte[] none = {};
        HttpResponse<String> inference = server.send(ServerCall.raw("/inference", none));
        assertThat(inference.statusCode()).isEqualTo(400);
        assertThat(inference.body()).isEqualTo("{\"error\":\"No image data provided\"}");
        fails(400, "No image data provided", pictureCalls(none));
    }

    @Test
    void textIsNoPictureWhateverItIsCalled() {
        fails(415, "known type", pictureCalls("GIF? no, text".getBytes(StandardCharsets.UTF_8)));
        fails(415, "known type", pictureCalls(new byte[] {0}));
    }

    @Test
    void truncatedPictureCannotBeProcessed() {
        byte[] whole = TestPictures.sevenFaces();
        fails(422, "Cannot decode", pictureCalls(Arrays.copyOf(whole, whole.length / 2)));
        byte[] jpeg = TestPictures.oneFace();
        fails(422, "Cannot decode", pictureCalls(Arrays.copyOf(jpeg, 300)));
    }

    @Test
    void brokenPictureCannotBeProcessed() {
        byte[] broken = TestPictures.sevenFaces();
        new Random(1).ints(200, 100, broken.length).forEach(at -> broken[at] ^= 0x55);
        fails(422, "Cannot decode", pictureCalls(broken));
    }

    @Test
    void bombIsTooLargeByItsHeader() {
        fails(413, "60000x60000", pictureCalls(TestPictures.bomb()));
    }

    @Test
    void requestBeyondTheLimitIsTooLargeAndItsAnswerArrives() {
        byte[] large = new byte[8 * LIMIT];
        fails(413, "limit of " + LIMIT, pictureCalls(large));
    }

    @Test
    void pictureJustWithinTheLimitIsRead() {
        byte[] padded = Arrays.copyOf(TestPictures.noFace(), LIMIT);
        HttpResponse<String> answer = server.send(ServerCall.raw("/predict", padded));
        assertThat(answer.statusCode()).isNotEqualTo(413);
    }

    @Test
    void formWithoutThePictureIsABadRequest() {
        byte[] picture = TestPictures.noFace();
        fails(400, "field image", List.of(ServerCall.form("/emotion", "file", "a.png", picture)));
        fails(400, "field image or file", List.of(ServerCall.form("/predict", "picture", "a.png", picture)));
        ServerCall whole = ServerCall.form("/emotion", "image", "a.png", picture);
        byte[] cut = Arrays.copyOf(whole.body(), whole.body().length - 30);
        fails(400, "form", List.of(new ServerCall("POST", "/emotion", whole.contentType(), cut)));
        fails(400, "form", List.of(new ServerCall("POST", "/emotion", "multipart/form-data", whole.body())));
    }

    @Test
    void otherContentTypeIsUnsupported() {
        byte[] picture = TestPictures.noFace();
        fails(415, "multipart/form-data", List.of(ServerCall.raw("/emotion", picture)));
        ServerCall form = ServerCall.form("/predict_emotion", "image", "a.png", picture);
        fails(415, "application/json", List.of(form));
    }

    @Test
    void whatIsNoJsonOfTheFormIsABadRequest() {
        for (String json :
                List.of("", "{", "[]", "7", "null", "{}", "{\"image\":7}", "{\"image\":null}", "{\"image\":\"\"}")) {
            fails(
                    400,
                    "",
                    List.of(
                            ServerCall.json("/predict_emotion", json),
                            ServerCall.json("/predict_emotion_stream", json)));
        }
        fails(
                400,
                "base64",
                List.of(
                        ServerCall.json("/predict_emotion", "{\"image\":\"data:image/png,abc\"}"),
                        ServerCall.json("/predict_emotion", "{\"image\":\"data:image/png;base64,A\"}")));
        String deep = "{\"image\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        fails(400, "JSON", List.of(ServerCall.json("/predict_emotion", deep)));
        String frame = "{\"frame\":\"" + ServerCall.dataUrl(TestPictures.noFace()) + "\",\"stream_id\":";
        fails(
                400,
                "stream_id",
                List.of(
                        ServerCall.json("/predict_emotion_stream", frame + "\"" + "x".repeat(101) + "\"}"),
                        ServerCall.json("/predict_emotion_stream", frame + "[1]}")));
    }

    @Test
    void unknownPathAndMethodAreSaid() {
        fails(404, "/openapi.json", List.of(ServerCall.get("/nothing"), ServerCall.raw("/nothing", new byte[LIMIT])));
        HttpResponse<String> get = server.get("/emotion");
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("allow")).hasValue("POST, OPTIONS");
        HttpResponse<String> post = server.send(ServerCall.raw("/health", new byte[10]));
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.headers().firstValue("allow")).hasValue("GET, HEAD, OPTIONS");
    }

    @Test
    void nothingButThePageCanBeReadFromTheProgram() {
        for (String path : List.of(
                "/../cli/version.properties",
                "/%2e%2e/cli/version.properties",
                "/..%2fcli/version.properties",
                "/./../cli/version.properties",
                "//etc/passwd",
                "/css",
                "/css/")) {
            RawHttp.Answer answer = RawHttp.get(server.port(), path);
            assertThat(answer.status()).as(path).isIn(400, 404);
            assertThat(answer.body()).as(path).startsWith("{\"error\":");
        }
    }

    @Test
    void whatIsNoHttpGetsAJsonErrorToo() {
        RawHttp.Answer answer = RawHttp.exchange(server.port(), "NONSENSE\r\n\r\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("\tat ", "<html");
    }

    @Test
    void corruptPicturesOfTheTestDataEndWithAStatus() throws IOException {
        Path folder = Path.of("..", "..", "shared", "photos", "corrupt");
        assumeThat(folder).as("needs the shared test photos").isDirectory();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length < LIMIT) {
                    HttpResponse<String> answer = server.send(ServerCall.raw("/predict", bytes));
                    assertThat(answer.statusCode()).as(file.toString()).isIn(200, 413, 415, 422);
                    assertThatNoException().isThrownBy(() -> TestServer.json(answer));
                }
            }
        }
    }

    private static List<ServerCall> pictureCalls(byte[] picture) {
        String url = ServerCall.dataUrl(picture);
        return List.of(
                ServerCall.form("/emotion", "image", "a.jpg", picture),
                ServerCall.raw("/inference", picture),
                ServerCall.json("/predict_emotion", "{\"image\":\"" + url + "\"}"),
                ServerCall.json("/predict_emotion_stream", "{\"frame\":\"" + url + "\"}"),
                ServerCall.form("/predict", "file", "a.jpg", picture),
                ServerCall.raw("/predict", picture));
    }

    private static void fails(int status, String message, List<ServerCall> calls) {
        for (ServerCall call : calls) {
            HttpResponse<String> answer = server.send(call);
            assertThat(answer.statusCode())
                    .as(call.path() + ": " + answer.body())
                    .isEqualTo(status);
            assertThat(TestServer.error(answer)).contains(message).doesNotContain("\tat ", "Exception:");
        }
    }
}

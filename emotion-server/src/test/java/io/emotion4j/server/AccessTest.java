package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.emotion4j.server.client.ServerCall;
import io.emotion4j.server.client.ServerClient;
import io.emotion4j.testing.TestPictures;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may call: tokens, and pages of other origins. */
@Timeout(300)
class AccessTest {

    private static final String ORIGIN = "https://page.example";
    private static final ServerCall CALL = ServerCall.raw("/predict", TestPictures.noFace());

    private final TestServer.Settings settings = new TestServer.Settings();

    @Test
    void withoutTheTokenNothingIsAnalyzedOrTold() throws Exception {
        settings.token = "right";
        try (TestServer server = TestServer.start(FakeModels.quick(), settings)) {
            for (ServerCall call :
                    List.of(CALL, ServerCall.get("/metrics"), ServerCall.get("/summary"), ServerCall.get("/model"))) {
                for (String token : new String[] {null, "wrong", "righ", "right2"}) {
                    HttpResponse<String> answer = new ServerClient(server.url(), token).send(call);
                    assertThat(answer.statusCode())
                            .as(call.path() + " with " + token)
                            .isEqualTo(401);
                    assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer");
                    assertThat(TestServer.error(answer)).contains("token").doesNotContain("right");
                }
                assertThat(new ServerClient(server.url(), "right").send(call).statusCode())
                        .isEqualTo(200);
            }
            for (String open : List.of("/health", "/ready", "/openapi.json", "/")) {
                assertThat(server.get(open).statusCode()).as(open).isEqualTo(200);
            }
        }
    }

    @Test
    void anyOriginMayCallByDefault() throws Exception {
        try (TestServer server = TestServer.start(FakeModels.quick(), settings)) {
            assertThat(allowed(predict(server, ORIGIN))).isIn("*", ORIGIN);
            HttpResponse<String> preflight = preflight(server, ORIGIN);
            assertThat(preflight.statusCode()).isIn(200, 204);
            assertThat(allowed(preflight)).isIn("*", ORIGIN);
            assertThat(preflight
                            .headers()
                            .firstValue("access-control-allow-methods")
                            .orElse(""))
                    .contains("POST");
            assertThat(preflight
                            .headers()
                            .firstValue("access-control-allow-headers")
                            .orElse("")
                            .toLowerCase(java.util.Locale.ROOT))
                    .contains("content-type");
        }
    }

    @Test
    void errorsCanBeReadByPagesOfOtherOrigins() throws Exception {
        try (TestServer server = TestServer.start(FakeModels.quick(), settings)) {
            HttpResponse<String> wrong = send(server, "POST", ORIGIN, "/predict", new byte[] {1}, null);
            assertThat(wrong.statusCode()).isEqualTo(415);
            assertThat(allowed(wrong)).isIn("*", ORIGIN);
        }
    }

    @Test
    void pageMaySendTheHeadersThatItAsksFor() throws Exception {
        settings.corsOrigins = Set.of(ORIGIN);
        try (TestServer server = TestServer.start(FakeModels.quick(), settings)) {
            String asked = "content-type, x-requested-with";
            assertThat(allowedHeaders(send(server, "OPTIONS", ORIGIN, "/predict", new byte[0], asked)))
                    .isEqualTo(asked);
            assertThat(allowedHeaders(send(server, "OPTIONS", "https://other.example", "/predict", new byte[0], asked)))
                    .isEmpty();
            assertThat(allowedHeaders(send(server, "OPTIONS", ORIGIN, "/predict", new byte[0], "a(b)")))
                    .isEmpty();
        }
    }

    @Test
    void optionsSayWhatAPathTakes() throws Exception {
        try (TestServer server = TestServer.start(FakeModels.quick(), settings)) {
            HttpResponse<String> predict = send(server, "OPTIONS", "", "/predict", new byte[0], null);
            assertThat(predict.statusCode()).isEqualTo(200);
            assertThat(predict.headers().firstValue("allow")).hasValue("POST, OPTIONS");
            HttpResponse<String> health = send(server, "OPTIONS", "", "/health", new byte[0], null);
            assertThat(health.headers().firstValue("allow")).hasValue("GET, HEAD, OPTIONS");
            assertThat(send(server, "OPTIONS", "", "/nothing", new byte[0], null)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whatIsNoOriginIsRefused() {
        for (String origin : List.of("foo", "example.org", "https://example.org/", "https://*.example.org", "")) {
            assertThatIllegalArgumentException()
                    .as(origin)
                    .isThrownBy(() -> ServerOptions.builder().corsOrigins(Set.of(origin)))
                    .withMessageContaining("'" + origin + "'")
                    .withMessageContaining("https://example.org");
        }
        for (String origin : List.of("*", "null", ORIGIN, "http://[::1]:8080", "http://localhost:3000")) {
            ServerOptions.builder().corsOrigins(Set.of(origin));
        }
    }

    @Test
    void onlyTheOriginsThatWereNamedMayCall() throws Exception {
        settings.corsOrigins = Set.of(ORIGIN);
        try (TestServer server = TestServer.start(FakeModels.quick(), settings)) {
            assertThat(allowed(predict(server, ORIGIN))).isEqualTo(ORIGIN);
            assertThat(allowed(predict(server, "https://pageXexample"))).isEmpty();
            assertThat(allowed(preflight(server, "https://other.example"))).isEmpty();
        }
    }

    @Test
    void noOriginMayCallWhereNoneWasNamed() throws Exception {
        settings.corsOrigins = Set.of();
        try (TestServer server = TestServer.start(FakeModels.quick(), settings)) {
            assertThat(allowed(predict(server, ORIGIN))).isEmpty();
            assertThat(allowed(preflight(server, ORIGIN))).isEmpty();
        }
    }

    private static HttpResponse<String> predict(TestServer server, String origin) throws Exception {
        return send(server, "POST", origin, "/predict", CALL.body(), null);
    }

    private static HttpResponse<String> preflight(TestServer server, String origin) throws Exception {
        return send(server, "OPTIONS", origin, "/predict", new byte[0], "content-type");
    }

    private static HttpResponse<String> send(
            TestServer server, String method, String origin, String path, byte[] body, String asked) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        if (asked != null) {
            request.header("Access-Control-Request-Method", "POST").header("Access-Control-Request-Headers", asked);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static String allowed(HttpResponse<String> answer) {
        return answer.headers().firstValue("access-control-allow-origin").orElse("");
    }

    private static String allowedHeaders(HttpResponse<String> answer) {
        return answer.headers().firstValue("access-control-allow-headers").orElse("");
    }
}

package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.emotion4j.server.client.ServerCall;
import io.emotion4j.testing.TestPictures;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The document describes what the server does: every route is in it, and every answer is of the form that it says. */
@Timeout(300)
class OpenApiTest {

    private static TestServer server;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start();
        document = TestServer.json(server.get("/openapi.json"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyRouteIsDescribed() {
        assertThat(document.get("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.at("/info/title").asText()).isNotBlank();
        assertThat(document.at("/info/version").asText()).isNotBlank();
        assertThat(EndpointsTest.names(document.get("paths")))
                .containsExactlyInAnyOrder(
                        "/predict",
                        "/emotion",
                        "/inference",
                        "/predict_emotion",
                        "/predict_emotion_stream",
                        "/health",
                        "/ready",
                        "/picture",
                        "/explain",
                        "/limits",
                        "/summary",
                        "/model",
                        "/metrics",
                        "/openapi.json");
        assertThat(document.findValuesAsText("operationId")).doesNotHaveDuplicates();
        for (JsonNode path : document.get("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation.at("/responses/200/description").asText()).isNotBlank();
            }
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).isNotEmpty();
        for (String reference : references) {
            assertThat(document.at(reference.substring(1)).isObject())
                    .as(reference)
                    .isTrue();
        }
    }

    @Test
    void answersAreOfTheFormThatIsDescribed() {
        for (byte[] picture : List.of(TestPictures.oneFace(), TestPictures.noFace())) {
            for (ServerCall call : ServerCall.all("a.jpg", picture)) {
                HttpResponse<String> answer = server.send(call);
                check(call, answer, 200);
            }
        }
    }

    @Test
    void errorsAreOfTheFormThatIsDescribed() {
        check(ServerCall.raw("/inference", new byte[0]), 400);
        check(ServerCall.raw("/emotion", new byte[3]), 415);
        check(ServerCall.raw("/predict", TestPictures.bomb()), 413);
    }

    private static void check(ServerCall call, int status) {
        check(call, server.send(call), status);
    }

    private static void check(ServerCall call, HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(call.path()).isEqualTo(status);
        JsonNode schema = document.get("paths")
                .path(call.path())
                .path(call.method().toLowerCase(java.util.Locale.ROOT))
                .path("responses")
                .path(Integer.toString(status))
                .path("content")
                .path("application/json")
                .path("schema");
        if (call.path().equals("/")
                || call.path().equals("/metrics")
                || call.path().equals("/openapi.json")) {
            assertThat(schema.isMissingNode()).isTrue();
            return;
        }
        assertThat(schema.isObject()).as(call.path()).isTrue();
        assertThat(Schema.problems(document, schema, TestServer.json(answer)))
                .as(call.path() + " " + answer.body())
                .isEmpty();
    }
}

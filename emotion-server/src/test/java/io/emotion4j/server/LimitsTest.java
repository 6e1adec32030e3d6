package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.server.client.ServerCall;
import io.emotion4j.testing.TestPictures;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More than the server is set to take is sent away, and told when to come back. */
@Timeout(300)
class LimitsTest {

    private static final ServerCall CALL = ServerCall.raw("/predict", TestPictures.noFace());

    private final TestServer.Settings settings = new TestServer.Settings();

    @Test
    void fullQueueIsSaidAndThoseInItAreAnswered() throws Exception {
        settings.concurrency = 1;
        settings.queue = 1;
        FakeModels models = FakeModels.waiting();
        try (TestServer server = TestServer.start(models, settings)) {
            CompletableFuture<HttpResponse<String>> first = server.sendAsync(CALL);
            CompletableFuture<HttpResponse<String>> second = server.sendAsync(CALL);
            HttpResponse<String> ready = server.get("/ready");
            while (ready.statusCode() == 200) {
                ready = server.get("/ready");
            }
            assertThat(TestServer.json(ready).get("ready").asBoolean()).isFalse();
            assertLater(503, server.send(CALL));
            assertThat(server.get("/health").statusCode()).isEqualTo(200);
            models.open();
            assertThat(first.join().statusCode()).isEqualTo(200);
            assertThat(second.join().statusCode()).isEqualTo(200);
            assertThat(server.get("/ready").statusCode()).isEqualTo(200);
            assertThat(server.send(CALL).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void clientWithTooManyRequestsIsSaidSo() throws Exception {
        settings.clientLimit = 1;
        FakeModels models = FakeModels.waiting();
        try (TestServer server = TestServer.start(models, settings)) {
            CompletableFuture<HttpResponse<String>> first = server.sendAsync(CALL);
            models.awaitEntered();
            assertLater(429, server.send(CALL));
            models.open();
            assertThat(first.join().statusCode()).isEqualTo(200);
            assertThat(server.send(CALL).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void analysisThatTakesTooLongIsSaidSo() throws Exception {
        settings.timeout = Duration.ofSeconds(1);
        FakeModels models = FakeModels.waiting();
        try (TestServer server = TestServer.start(models, settings)) {
            assertLater(503, server.send(CALL));
            // Nobody waits for it any more: the work ends, too, although the model would go on for ever.
            models.awaitInterrupted();
        }
    }

    @Test
    void requestThatDoesNotComeInIsSaidSo() throws Exception {
        settings.timeout = Duration.ofSeconds(1);
        try (TestServer server = TestServer.start(FakeModels.quick(), settings);
                Socket socket = RawHttp.connect(server.port())) {
            RawHttp.write(socket, "POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nsome");
            RawHttp.Answer answer = RawHttp.read(socket);
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.body()).startsWith("{\"error\":");
            assertThat(server.server().bytesHeld()).isZero();
        }
    }

    @Test
    void memoryOfRequestsIsGivenBack() throws Exception {
        try (TestServer server = TestServer.start(FakeModels.quick(), settings)) {
            for (int i = 0; i < 20; i++) {
                server.send(i % 2 == 0 ? CALL : ServerCall.raw("/predict", new byte[100_000]));
            }
            server.send(ServerCall.raw("/predict", new byte[settings.maxRequestBytes + 1]));
            assertThat(server.server().bytesHeld()).isZero();
        }
    }

    @Test
    void faultOfTheModelIsAServerErrorWithoutItsTrace() throws Exception {
        try (TestServer server = TestServer.start(FakeModels.broken(), settings)) {
            HttpResponse<String> answer = server.send(CALL);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("roken model", "Exception").startsWith("{\"error\":");
        }
    }

    private static void assertLater(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValueAsLong("retry-after").orElse(0)).isPositive();
        assertThat(TestServer.error(answer)).isNotBlank();
    }
}

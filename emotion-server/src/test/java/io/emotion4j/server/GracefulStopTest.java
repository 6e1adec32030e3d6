package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.server.client.ServerCall;
import io.emotion4j.testing.TestPictures;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class GracefulStopTest {

    private static final ServerCall CALL = ServerCall.raw("/predict", TestPictures.noFace());

    @Test
    void stopAnswersWhatItHoldsAndTakesNothingNew() throws Exception {
        FakeModels models = FakeModels.waiting();
        TestServer.Settings settings = new TestServer.Settings();
        settings.concurrency = 1;
        TestServer server = TestServer.start(models, settings);
        CompletableFuture<HttpResponse<String>> running = server.sendAsync(CALL);
        models.awaitEntered();
        CompletableFuture<HttpResponse<String>> queued = server.sendAsync(CALL);
        while (TestServer.json(server.get("/ready")).get("queue").asInt() == 0) {
            Thread.onSpinWait();
        }
        int port = server.port();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close, work -> new Thread(work).start());
        while (accepts(port)) {
            Thread.onSpinWait();
        }
        assertThat(stop).isNotDone();
        models.open();
        assertThat(running.join().statusCode()).isEqualTo(200);
        assertThat(queued.join().statusCode()).isEqualTo(200);
        stop.join();
        assertThat(accepts(port)).isFalse();
        server.close();
    }

    private static boolean accepts(int port) {
        try (Socket socket = RawHttp.connect(port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}

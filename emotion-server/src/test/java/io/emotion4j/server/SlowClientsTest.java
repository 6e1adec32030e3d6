package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.server.client.ServerCall;
import io.emotion4j.testing.TestPictures;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that connect and say nothing, or little, or too slowly, hold nobody up. */
@Timeout(300)
class SlowClientsTest {

    private static final int CLIENTS = 300;
    private static final ServerCall CALL = ServerCall.raw("/predict", TestPictures.noFace());

    private final TestServer.Settings settings = new TestServer.Settings();

    @Test
    void hundredsOfHalfOpenConnectionsBlockNobody() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try (TestServer server = TestServer.start(FakeModels.quick(), settings)) {
            for (int i = 0; i < CLIENTS; i++) {
                Socket socket = RawHttp.connect(server.port());
                sockets.add(socket);
                switch (i % 4) {
                    case 0 -> RawHttp.write(socket, "");
                    case 1 -> RawHttp.write(socket, "POST /predict HTTP/1.1\r\nHost: loc");
                    case 2 -> RawHttp.write(socket, head(1 << 20) + "some of the body");
                    default ->
                        RawHttp.write(
                                socket,
                                "POST /predict HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nsome ");
                }
            }
            for (int i = 0; i < 50; i++) {
                assertThat(server.send(CALL).statusCode()).isEqualTo(200);
            }
            // The hundreds are still there.
            assertThat(server.server().connections()).isGreaterThanOrEqualTo(CLIENTS);
            assertThat(httpThreads()).isLessThan(40);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void clientThatReadsNothingBlocksNobody() throws Exception {
        try (TestServer server = TestServer.start(FakeModels.quick(), settings);
                Socket deaf = RawHttp.connect(server.port())) {
            deaf.setReceiveBufferSize(1024);
            deaf.setSoTimeout(100);
            String requests = "GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n".repeat(2000);
            // Pipelined, until the server's answers are stuck.
            Thread writer = new Thread(() -> {
                try {
                    RawHttp.write(deaf, requests);
                } catch (IOException e) {
                    // The server's end, when the test is over.
                }
            });
            writer.setDaemon(true);
            writer.start();
            for (int i = 0; i < 50; i++) {
                assertThat(server.send(CALL).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void headerThatComesAByteAtATimeDoesNotKeepItsConnection() throws Exception {
        settings.timeout = Duration.ofSeconds(1);
        try (TestServer server = TestServer.start(FakeModels.quick(), settings);
                Socket socket = RawHttp.connect(server.port())) {
            socket.setSoTimeout(50);
            RawHttp.write(socket, "GET /health HTTP/1.1\r\nX: ");
            assertThat(closedWhileDripping(socket)).isTrue();
            assertThat(server.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void bodyThatComesAByteAtATimeDoesNotKeepItsConnection() throws Exception {
        settings.timeout = Duration.ofSeconds(1);
        try (TestServer server = TestServer.start(FakeModels.quick(), settings);
                Socket socket = RawHttp.connect(server.port())) {
            socket.setSoTimeout(50);
            RawHttp.write(socket, head(1 << 20));
            assertThat(closedWhileDripping(socket)).isTrue();
        }
    }

    /** Sends a byte whenever nothing came for a while. */
    private static boolean closedWhileDripping(Socket socket) {
        try {
            while (true) {
                try {
                    if (socket.getInputStream().read() < 0) {
                        return true;
                    }
                } catch (SocketTimeoutException e) {
                    RawHttp.write(socket, "x");
                }
            }
        } catch (IOException e) {
            return true;
        }
    }

    private static String head(int length) {
        return "POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static long httpThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("http"))
                .count();
    }
}

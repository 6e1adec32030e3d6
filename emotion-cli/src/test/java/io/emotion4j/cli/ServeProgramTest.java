package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.server.client.ServerCall;
import io.emotion4j.server.client.ServerClient;
import io.emotion4j.testing.TestPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started: it says where it listens, leaves no file behind, and stops at SIGTERM. */
@Timeout(300)
class ServeProgramTest {

    @TempDir
    Path folder;

    @Test
    void serverAnswersLeavesNoFileAndStopsWhenAsked() throws Exception {
        byte[] large = new byte[10 << 20];
        try (ServeProcess serve = ServeProcess.start(folder, List.of())) {
            ServerClient client = new ServerClient(serve.url(), ServeProcess.TOKEN);
            List<Path> before = files(serve.temp());
            for (ServerCall call : ServerCall.all("a.jpg", TestPictures.oneFace())) {
                assertThat(client.send(call).statusCode()).as(call.path()).isEqualTo(200);
            }
            // Larger than what servers commonly keep of a form in memory.
            ServerCall form = ServerCall.form("/emotion", "image", "a.jpg", large);
            assertThat(client.send(form).statusCode()).isEqualTo(415);
            assertThat(client.send(ServerCall.raw("/predict", TestPictures.bomb()))
                            .statusCode())
                    .isEqualTo(413);
            assertThat(files(serve.temp())).isEqualTo(before);
            ServerClient stranger = new ServerClient(serve.url(), null);
            assertThat(stranger.send(ServerCall.get("/metrics")).statusCode()).isEqualTo(401);
            assertThat(serve.stop()).isTrue();
            assertThat(files(serve.work())).isEmpty();
            // ONNX Runtime unpacks its library there, and leaves the folder that it had made for it.
            assertThat(files(serve.temp()))
                    .allMatch(left -> left.getFileName().toString().startsWith("onnxruntime-java"));
            assertThat(serve.err())
                    .hasSizeGreaterThan(ServerCall.all("a.jpg", new byte[0]).size())
                    .allMatch(line -> line.startsWith("{\"time\":"), "a line of the access log");
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !file.equals(root)).sorted().toList();
        }
    }
}

package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.Analysis;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.Face;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures stay in memory: nothing is sent, and nothing is written but ONNX Runtime's own library. */
class StaysLocalTest {

    @TempDir
    Path folder;

    @Test
    void analyzingWritesNoFileAndUsesNoNetwork() throws IOException {
        var model = UserModels.tiny(folder, TinyOnnx.brightness());
        byte[] picture = new byte[40 * 30 * 3];
        FlightRecord record = FlightRecord.of(() -> {
            try (EmotionAnalyzer analyzer = EmotionAnalyzer.builder()
                    .detector(image -> List.of(Face.filling(image)))
                    .classifierModel(model)
                    .build()) {
                Analysis analysis = analyzer.analyze(RgbImage.of(40, 30, picture));
                assertThat(analysis.faces()).hasSize(1);
            }
        });
        assertThat(record.hosts()).isEmpty();
        assertThat(record.filesWritten()).allMatch(path -> path.contains("onnxruntime"));
    }

    @Test
    void aFileAndAConnectionWouldHaveBeenSeen() throws IOException {
        Path file = folder.resolve("written");
        FlightRecord record = FlightRecord.of(() -> {
            Files.writeString(file, "text");
            InetAddress loopback = InetAddress.getLoopbackAddress();
            try (ServerSocket server = new ServerSocket(0, 1, loopback);
                    Socket socket = new Socket(loopback, server.getLocalPort())) {
                socket.getOutputStream().write(1);
            }
        });
        assertThat(record.filesWritten()).anyMatch(path -> path.endsWith("written"));
        assertThat(record.hosts()).isNotEmpty();
    }
}

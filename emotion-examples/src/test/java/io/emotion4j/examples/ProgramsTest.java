package io.emotion4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.testing.TestClip;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each program is run, and what it printed is looked at. */
class ProgramsTest {

    private static final String SAMPLE = TestClip.SAMPLE.toString();

    @TempDir
    Path temp;

    private interface Program {
        void main(String... args) throws Exception;
    }

    /** The lines that a program prints. */
    private static List<String> run(Program program, String... args) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            program.main(args);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void threeLinesPrintsALineAFace() throws Exception {
        assertThat(run(ThreeLines::main, SAMPLE))
                .hasSize(7)
                .anyMatch(line -> line.matches("happy (0\\.\\d\\d|1\\.00) at 8\\d\\d,\\d+ size 1\\d\\dx\\d+"));
    }

    @Test
    void swapTheEngineAsksEveryEngineThatIsHereAndNamesTheOthers() throws Exception {
        List<String> lines = run(SwapTheEngine::main, SAMPLE);
        assertThat(lines).hasSizeGreaterThanOrEqualTo(3);
        assertThat(lines.get(0)).startsWith("onnx: [").contains("happy ", "surprise ");
        assertThat(lines).anyMatch(line -> line.startsWith("pytorch: ") && line.contains("io.emotion4j:emotion-djl"));
    }

    @Test
    void ownModelRunsInPlaceOfTheShippedOne() throws Exception {
        Path shipped = Path.of("../emotion-models/src/main/resources/META-INF/emotion4j/models/fer-resnet");
        Path own = Files.createDirectory(temp.resolve("my-model"));
        try (Stream<Path> files = Files.list(shipped)) {
            for (Path file : files.toList()) {
                Files.copy(file, own.resolve(file.getFileName()));
            }
        }
        Path descriptor = own.resolve("model.json");
        Files.writeString(descriptor, Files.readString(descriptor).replace("\"fer-resnet\"", "\"my-model\""));
        List<String> lines = run(OwnModel::main, own.toString(), SAMPLE);
        assertThat(lines.get(0)).startsWith("Labels: [").contains("happy");
        assertThat(lines.subList(1, lines.size()))
                .hasSize(7)
                .allMatch(line -> line.startsWith("my-model: "))
                .anyMatch(line -> line.contains("happy"));
    }

    @Test
    void ownDecoderFindsTheRedBlocksOfAPicture() throws Exception {
        BufferedImage picture = new BufferedImage(640, 320, BufferedImage.TYPE_INT_RGB);
        for (int y = 64; y < 80; y++) {
            for (int x = 32; x < 48; x++) {
                picture.setRGB(x, y, 0xff0000);
                picture.setRGB(x + 160, y, 0xc00000);
            }
        }
        Path png = temp.resolve("red.png");
        ImageIO.write(picture, "png", png.toFile());
        assertThat(run(OwnDecoder::main, "src/test/resources/blocks", png.toString()))
                .hasSize(2)
                .allMatch(line -> line.contains("width=16"))
                .satisfies(lines -> assertThat(lines.get(0)).contains("x=32", "confidence=1"))
                .satisfies(lines -> assertThat(lines.get(1)).contains("x=192", "confidence=0.75"));
    }

    @Test
    void asyncFolderAnswersEveryPictureOnce() throws Exception {
        for (int i = 0; i < 9; i++) {
            Files.copy(TestClip.SAMPLE, temp.resolve(i + ".png"));
        }
        Files.writeString(temp.resolve("broken.jpg"), "no picture");
        List<String> lines = run(AsyncFolder::main, temp.toString());
        assertThat(lines).hasSize(10);
        for (int i = 0; i < 9; i++) {
            assertThat(lines).contains(i + ".png: 7 faces");
        }
        assertThat(lines).anyMatch(line -> line.startsWith("broken.jpg: ") && !line.contains("faces"));
    }

    @Test
    void videoTrackingFollowsTwoFaces() throws Exception {
        new TestClip(10).writeFolder(temp);
        List<String> lines = run(VideoTracking::main, temp.toString());
        // From the third frame on two faces, and two tracks in the end.
        assertThat(lines).hasSize(8 * 2 + 2);
        assertThat(lines.stream().filter(line -> line.matches("\\d{4}\\.png #[12] (happy|surprise) .*")))
                .hasSize(16);
        assertThat(lines.subList(16, 18))
                .allMatch(line -> line.endsWith(" in 10 frames"))
                .anyMatch(line -> line.contains(": happy"))
                .anyMatch(line -> line.contains(": surprise"));
    }

    @Test
    void embeddedServerAnswersPicturesAndRefusesOtherThings() throws Exception {
        try (var analyzer = EmotionAnalyzer.create()) {
            HttpServer server = EmbeddedServer.start(analyzer, 0);
            try {
                HttpResponse<String> answer = post(server, Files.readAllBytes(TestClip.SAMPLE));
                assertThat(answer.statusCode()).isEqualTo(200);
                JsonNode json = new ObjectMapper().readTree(answer.body());
                assertThat(json.get("faces")).hasSize(7);
                assertThat(json.get("faces").findValuesAsText("emotion")).contains("happy", "surprise");
                HttpResponse<String> refused = post(server, "no picture".getBytes(StandardCharsets.UTF_8));
                assertThat(refused.statusCode()).isEqualTo(422);
                assertThat(new ObjectMapper().readTree(refused.body()).has("error"))
                        .isTrue();
            } finally {
                server.stop(0);
                ((ExecutorService) server.getExecutor()).shutdown();
            }
        }
    }

    private static HttpResponse<String> post(HttpServer server, byte[] body) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + server.getAddress().getPort());
        HttpRequest request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}

package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.FaceEmotion;
import io.emotion4j.RgbImage;
import io.emotion4j.cli.evaluation.EvaluateClassifierCommand;
import io.emotion4j.server.EmotionServer;
import io.emotion4j.server.ServerOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A crop is the face: no margin is added, by whatever way it comes to the classifier. */
class CropsAgreeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    /** The sample's seven faces, each in several sizes of border, so that a margin would change some answers. */
    @BeforeEach
    void cropsAreWritten() throws IOException {
        RgbImage sample = RgbImage.decode(SamplePictureTest.SAMPLE);
        BufferedImage picture = ImageIO.read(SamplePictureTest.SAMPLE.toFile());
        try (EmotionAnalyzer analyzer = EmotionAnalyzer.create()) {
            int number = 0;
            for (FaceEmotion face : analyzer.analyze(sample)) {
                for (int border = 0; border < 3; border++) {
                    write(picture, face, 0.15f - 0.1f * border, number++);
                }
            }
        }
    }

    @Test
    void commandLineServerAndEvaluationSayTheSame() throws Exception {
        Map<String, JsonNode> faces = ofCommandLine();
        Map<String, String> answers = new TreeMap<>();
        faces.forEach((file, face) -> answers.put(file, face.path("emotion").asText()));
        assertThat(answers).hasSize(21);

        assertThat(ofServer(faces.keySet())).isEqualTo(answers);

        JsonNode report = evaluation();
        assertThat(report.path("accuracy").asDouble())
                .isEqualTo(answers.entrySet().stream()
                                .filter(answer -> truth(answer.getKey()).equals(answer.getValue()))
                                .count()
                        / 21.0);
        double nll = faces.entrySet().stream()
                .mapToDouble(face -> -Math.log(face.getValue()
                        .path("scores")
                        .path(truth(face.getKey()))
                        .asDouble()))
                .average()
                .orElseThrow();
        assertThat(report.path("nll").asDouble()).isCloseTo(nll, within(0.001));
    }

    private void write(BufferedImage picture, FaceEmotion face, float margin, int number) throws IOException {
        float side = Math.max(face.box().width(), face.box().height()) * (1 + 2 * margin);
        float x = face.box().x() + face.box().width() / 2 - side / 2;
        float y = face.box().y() + face.box().height() / 2 - side / 2;
        BufferedImage crop = new BufferedImage(48, 48, BufferedImage.TYPE_BYTE_GRAY);
        crop.createGraphics()
                .drawImage(
                        picture,
                        0,
                        0,
                        48,
                        48,
                        Math.round(x),
                        Math.round(y),
                        Math.round(x + side),
                        Math.round(y + side),
                        null);
        Path there = Files.createDirectories(folder.resolve(face.emotion().label()));
        ImageIO.write(crop, "png", there.resolve(number + ".png").toFile());
    }

    private Map<String, JsonNode> ofCommandLine() throws IOException {
        Map<String, JsonNode> faces = new TreeMap<>();
        for (String line : Run.of("--crops", "--recursive", "--format", "jsonl", folder)
                .out()
                .lines()
                .toList()) {
            JsonNode picture = JSON.readTree(line);
            faces.put(picture.path("file").asText(), picture.at("/faces/0"));
        }
        return faces;
    }

    /** From an analyzer that finds no face, so that the server takes the whole picture. */
    private Map<String, String> ofServer(Set<String> files) throws Exception {
        Map<String, String> answers = new TreeMap<>();
        try (EmotionAnalyzer analyzer =
                        EmotionAnalyzer.builder().minConfidence(1).build();
                EmotionServer server = EmotionServer.start(
                        analyzer, ServerOptions.builder().port(0).build())) {
            for (String file : files) {
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create("http://localhost:" + server.port() + "/inference"))
                        .POST(BodyPublishers.ofFile(Path.of(file)))
                        .build();
                String answer = HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body();
                answers.put(file, JSON.readTree(answer).elements().next().asText());
            }
        }
        return answers;
    }

    private JsonNode evaluation() throws IOException {
        StringWriter out = new StringWriter();
        int code = Main.configured(new CommandLine(new EvaluateClassifierCommand()))
                .setOut(new PrintWriter(out))
                .execute("--data", folder.toString(), "--format", "json");
        assertThat(code).isZero();
        return JSON.readTree(out.toString());
    }

    private static String truth(String file) {
        return Path.of(file).getParent().getFileName().toString();
    }
}

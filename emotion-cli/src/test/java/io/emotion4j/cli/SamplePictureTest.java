package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.emotion4j.Emotion;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, with the shipped models: the project's sample picture shows seven faces with seven expressions. */
class SamplePictureTest {

    static final Path SAMPLE = Path.of("..", "samples", "seven-expressions.png");

    private static final String[] SEVEN = Arrays.stream(Emotion.values())
            .filter(emotion -> emotion != Emotion.CONTEMPT)
            .map(Emotion::label)
            .toArray(String[]::new);

    @TempDir
    Path folder;

    @Test
    void sevenFacesShowSevenExpressions() throws IOException {
        Run run = Run.of("--format", "json", SAMPLE);
        assertThat(run.code()).isZero();
        JsonNode picture = new ObjectMapper().readTree(run.out()).get(0);
        assertThat(picture.get("faces").findValuesAsText("emotion")).containsExactlyInAnyOrder(SEVEN);
        assertThat(picture.get("faces").findValues("landmarks")).hasSize(7).noneMatch(JsonNode::isNull);
        assertThat(picture.at("/millis/detect").asDouble()).isPositive();
    }

    @Test
    void whatTheExpressionsHangOnIsDrawnWhereItWasAskedFor() throws IOException {
        Path out = folder.resolve("why.png");
        Path one = Path.of("..", "samples", "one-face.jpg");
        Run run = Run.of(one, "--explain", out);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("explained: " + out);
        assertThat(RgbImage.decode(out).width()).isEqualTo(504);
        assertThat(Run.of(one, SAMPLE, "--explain", out).err())
                .contains("--explain " + out + " is one file, but there are 2 pictures; name a folder");
    }

    @Test
    void tableNamesThemToo() {
        assertThat(Run.of(SAMPLE).out()).contains(SEVEN).contains("1 picture, 7 faces in");
    }

    @Test
    void annotatedCopyIsDrawnWhereItWasAskedFor() throws IOException {
        Path out = folder.resolve("out.png");
        assertThat(Run.of(SAMPLE, "--annotate", out).code()).isZero();
        assertThat(RgbImage.decode(out).toRgbBytes())
                .hasSameSizeAs(RgbImage.decode(SAMPLE).toRgbBytes())
                .isNotEqualTo(RgbImage.decode(SAMPLE).toRgbBytes());
    }

    @Test
    void brokenFileIsReportedAndTheRestGoesOn() throws IOException {
        Path broken = Files.writeString(folder.resolve("a-broken.png"), "no picture");
        Path whole = Files.copy(SAMPLE, folder.resolve("b.png"));
        Run run = Run.of("--format", "jsonl", folder, "--annotate", folder.resolve("out"));
        assertThat(run.code()).isEqualTo(ExitCode.PICTURES_FAILED);
        assertThat(run.err())
                .startsWith("emotion4j: ")
                .contains(broken.toString())
                .hasLineCount(1);
        String[] lines = run.out().split("\n");
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(lines[0]).get("error").asText()).contains(broken.toString());
        assertThat(json.readTree(lines[0]).has("faces")).isFalse();
        assertThat(json.readTree(lines[1]).get("file").asText()).isEqualTo(whole.toString());
        assertThat(json.readTree(lines[1]).get("faces")).hasSize(7);
        assertThat(folder.resolve("out"))
                .isDirectoryContaining("glob:**/b.png")
                .isDirectoryNotContaining("glob:**/a-*");
    }

    @Test
    void threadsChangeNothingButTheTime() throws IOException {
        for (int i = 0; i < 12; i++) {
            Files.copy(SAMPLE, folder.resolve(i + ".png"));
        }
        String one = Run.of("--format", "csv", "--threads", 1, folder).out();
        assertThat(Run.of("--format", "csv", "--threads", 4, folder).out())
                .isEqualTo(one)
                .hasLineCount(1 + 12 * 7);
    }

    @Test
    void cropIsOneFaceWithoutDetection() throws IOException {
        Run run = Run.of("--crops", "--format", "jsonl", SAMPLE);
        JsonNode picture = new ObjectMapper().readTree(run.out());
        assertThat(picture.get("detector").isNull()).isTrue();
        assertThat(picture.get("faces")).hasSize(1);
        assertThat(picture.at("/faces/0/box/width")).isEqualTo(picture.get("width"));
        assertThat(picture.at("/millis/detect").asInt()).isZero();
    }

    @Test
    void higherMinScoreAndFewerFacesAreObeyed() {
        assertThat(Run.of("--min-score", 1, SAMPLE).out()).contains("no face", "0 faces");
        assertThat(Run.of("--max-faces", 3, SAMPLE).out()).contains("3 faces");
    }

    @Test
    void doctorFindsEverythingWell() {
        Run run = Run.of("doctor");
        assertThat(run.out())
                .contains("onnx        chosen", "pytorch     absent", "Ready.")
                .contains(
                        "answers as its golden vector says",
                        "evaluation   size and SHA-256 right",
                        "JPEG, PNG, GIF, WebP, BMP, TIFF")
                .doesNotContain("FAIL");
        assertThat(run.code()).isZero();
    }

    @Test
    void modelsAreListedAndTheirCardsShown() {
        Run list = Run.of("models");
        assertThat(list.out()).contains("face-detection", "emotion-classification", "licence", "trained on");
        String id = list.out().substring(0, list.out().indexOf(' '));
        assertThat(Run.of("models", id).out().getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(500);
        assertThat(Run.of("models", "nothing").err()).contains("No model is called 'nothing'");
    }
}

package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.emotion4j.testing.TestPictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/server.md, run as they stand there by a shell and curl; the answers have the fields shown there. */
@Timeout(300)
class CurlCommandsTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "server.md");
    private static final Pattern BLOCK = Pattern.compile("```(sh|json)\\n(.*?)```", Pattern.DOTALL);

    private record Documented(String command, JsonNode answer) {}

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        TestServer.Settings settings = new TestServer.Settings();
        settings.facesLimit = 100;
        server = TestServer.start(settings);
        Files.copy(TestPictures.ONE_FACE, folder.resolve("photo.jpg"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyEndpointOfTheContractHasACommand() throws IOException {
        assertThat(documented().stream().map(Documented::command))
                .anyMatch(command -> command.endsWith("/emotion"))
                .anyMatch(command -> command.endsWith("/inference"))
                .anyMatch(command -> command.endsWith("/predict_emotion"))
                .anyMatch(command -> command.endsWith("/predict_emotion_stream"))
                .anyMatch(command -> command.endsWith("/predict"))
                .anyMatch(command -> command.endsWith("/health"))
                .anyMatch(command -> command.endsWith("/summary"));
    }

    @TestFactory
    List<DynamicTest> commandsAreAnsweredAsDocumented() throws IOException {
        return documented().stream()
                .map(one -> DynamicTest.dynamicTest(one.command(), () -> check(one)))
                .toList();
    }

    private static void check(Documented one) throws Exception {
        assumeThat(curlIsThere()).as("needs sh and curl").isTrue();
        JsonNode found = TestServer.json(run(one.command()));
        assertThat(form(found)).as(found.toString()).isEqualTo(form(one.answer()));
    }

    /** Commands with the answer that follows; several commands before one answer share it. */
    private static List<Documented> documented() throws IOException {
        List<Documented> all = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(DOCUMENT));
        while (block.find()) {
            if (block.group(1).equals("sh")) {
                commands.add(block.group(2).strip());
            } else {
                JsonNode answer = TestServer.json(block.group(2));
                commands.forEach(command -> all.add(new Documented(command, answer)));
                commands.clear();
            }
        }
        assertThat(commands).as("commands without an answer").isEmpty();
        return all;
    }

    private static String run(String command) throws IOException, InterruptedException {
        String here = command.replace("http://localhost:8080", server.url());
        assertThat(here).isNotEqualTo(command);
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder("sh", "-c", here)
                .directory(folder.toFile())
                .redirectError(err.toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return out;
    }

    private static boolean curlIsThere() throws InterruptedException {
        try {
            return new ProcessBuilder("sh", "-c", "curl --version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Names in their order, and kinds of values; numbers and texts may differ. */
    private static String form(JsonNode value) {
        if (value.isObject()) {
            StringBuilder fields = new StringBuilder("{");
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                fields.append(field.getKey())
                        .append(':')
                        .append(form(field.getValue()))
                        .append(' ');
            }
            return fields.append('}').toString();
        }
        if (value.isArray()) {
            StringBuilder items = new StringBuilder("[");
            value.forEach(item -> items.append(form(item)).append(' '));
            return items.append(']').toString();
        }
        return value.getNodeType().toString();
    }
}

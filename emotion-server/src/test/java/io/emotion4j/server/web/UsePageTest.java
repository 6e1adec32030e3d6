package io.emotion4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.testing.TestPictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The examples that the page offers to copy are programs that work, with the address of the server that gave them. */
class UsePageTest extends PageTest {

    @BeforeAll
    static void openPage() throws IOException {
        browser.open(server.url() + "use.html");
        Files.copy(TestPictures.ONE_FACE, folder.resolve("photo.jpg"));
    }

    @Test
    void curlCommandIsAnswered() throws Exception {
        assertThat(code("curl")).isEqualTo("curl -F image=@photo.jpg " + server.url() + "predict");
        assertThat(run(List.of("sh", "-c", code("curl")))).contains("\"faces\":[{");
    }

    @Test
    void javaProgramRuns() throws Exception {
        Files.writeString(folder.resolve("FacesOf.java"), code("Java"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(run(List.of(java, "FacesOf.java", "photo.jpg")))
                .startsWith("200 {")
                .contains("\"faces\":[{");
    }

    @Test
    void javaScriptRuns() {
        Object faces = browser.driver().executeAsyncScript(code("JavaScript") + """

                const done = arguments[arguments.length - 1];
                fetch("seven-expressions.png").then((answer) => answer.blob()).then(facesOf).then(done);
                """);
        assertThat((List<?>) faces).hasSize(7);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void nothingSeriousIsInTheWayOfAnybody() {
        assertThat(Axe.seriousFaults(browser)).isEmpty();
        browser.shootPage("use");
    }

    private static String code(String title) {
        return browser.find("section[aria-label='" + title + "'] code").getAttribute("textContent");
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return out;
    }
}

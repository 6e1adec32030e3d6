package io.emotion4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.server.web.ScriptedServer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What the page says where the server refuses, fails or is gone. */
class PageTroublesTest {

    private static final Path SAMPLE =
            Path.of("..", "samples", "seven-expressions.png").toAbsolutePath().normalize();

    @TempDir
    static Path folder;

    private static Chromium browser;

    @BeforeAll
    static void open() {
        browser = Chromium.open(folder);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void busyServerIsAskedAgainAfterTheTimeItNames() throws IOException {
        Answer busy = new Answer(429, "{\"error\":\"16 pictures wait already\"}", "Retry-After", "3");
        try (ScriptedServer server = ScriptedServer.start(busy, new Answer(503, "{}", "Retry-After", "1"))) {
            send(server);
            browser.untilMessage("The server is busy. Trying again in 2 s.");
            browser.shoot("server-busy");
            browser.untilFaces(1);
            assertThat(browser.find("#message").getText()).isEmpty();
        }
    }

    @Test
    void escapeEndsTheWaitingForABusyServer() throws IOException {
        try (ScriptedServer server = ScriptedServer.start(new Answer(429, "{}", "Retry-After", "60"))) {
            send(server);
            browser.untilMessage("Trying again in");
            browser.find("body").sendKeys(Keys.ESCAPE);
            browser.until("start", () -> view().equals("start"));
            assertThat(browser.find("#message").getText()).isEmpty();
            assertThat(browser.find("#status").getAttribute("textContent")).isEqualTo("Cancelled");
        }
    }

    @Test
    void goneServerIsNamedAndCanBeTriedAgain() throws IOException {
        ScriptedServer server = ScriptedServer.start();
        browser.open(server.url());
        server.close();
        browser.find("#file").sendKeys(SAMPLE.toString());
        browser.untilMessage("The server does not answer. Is it still running?");
        assertThat(browser.find("#message button").getText()).isEqualTo("Try again");
        browser.shoot("server-gone");
    }

    @Test
    void whatTheServerSaysOfAPictureIsShown() throws IOException {
        Answer large = new Answer(413, "{\"error\":\"11000000 bytes are more than the limit of 10000000\"}");
        try (ScriptedServer server = ScriptedServer.start(large, new Answer(500, "<html>"))) {
            send(server);
            browser.untilMessage("This picture is too large for the server.");
            assertThat(browser.find("#message small").getText()).contains("limit of 10000000");
            browser.shoot("picture-too-large");
            browser.find("#file").sendKeys(SAMPLE.toString());
            browser.untilMessage("The server failed (500).");
            browser.find("#message button").click();
            browser.untilFaces(1);
        }
    }

    @Test
    void tokenIsAskedForAndSent() throws IOException {
        try (ScriptedServer server = ScriptedServer.start(new Answer(401, "{\"error\":\"No token\"}"))) {
            send(server);
            browser.until("dialog", () -> browser.find("#token").isDisplayed());
            WebElement field = browser.find("#token-text");
            assertThat(field.getAccessibleName()).isEqualTo("Token");
            assertThat(browser.find("#token").getAccessibleName()).isEqualTo("This server wants a token");
            browser.shoot("server-token");
            field.sendKeys("abc", Keys.ENTER);
            browser.untilFaces(1);
            assertThat(server.tokens()).containsExactly("none", "Bearer abc");
        }
    }

    @Test
    void modelPageSaysWhenItsFiguresCannotBeHad() throws IOException {
        try (ScriptedServer server = ScriptedServer.start(new Answer(500, "{}"))) {
            browser.open(server.url() + "model.html");
            browser.untilMessage("The server failed (500).");
            assertThat(browser.find("#lead").getText()).isEqualTo("The figures could not be loaded.");
        }
    }

    private static void send(ScriptedServer server) {
        browser.open(server.url());
        browser.find("#file").sendKeys(SAMPLE.toString());
    }

    private static String view() {
        return browser.find("#main").getAttribute("data-view");
    }
}

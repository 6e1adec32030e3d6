package io.emotion4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of the pages keeps anybody out, as far as axe-core can tell. */
class AxeTest {

    @TempDir
    static Path folder;

    private static PageServer server;
    private static Chromium browser;

    @BeforeAll
    static void open() throws Exception {
        browser = Chromium.open(folder);
        server = PageServer.start();
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void picturesAreForEverybody(String scheme) {
        browser.open(server.url());
        browser.scheme(scheme);
        assertThat(Axe.seriousFaults(browser)).as("start").isEmpty();
        browser.find("#file")
                .sendKeys(PicturePageTest.SAMPLE + "\n" + PicturePageTest.SAMPLE.resolveSibling("one-face.jpg"));
        browser.untilFaces(7);
        browser.until(
                "both pictures", () -> browser.find("#progress-text").getText().equals("2 pictures, 8 faces"));
        assertThat(Axe.seriousFaults(browser)).as("two pictures").isEmpty();
        browser.size(390, 844);
        assertThat(Axe.seriousFaults(browser)).as("on a phone").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void modelIsForEverybody(String scheme) {
        browser.open(server.url() + "model.html");
        browser.scheme(scheme);
        browser.until("figures", () -> !browser.all("#figures > *").isEmpty());
        browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        assertThat(Axe.seriousFaults(browser)).isEmpty();
    }

    @Test
    void barsKeepTheirLengthsInForcedColours() {
        browser.open(server.url());
        browser.media("forced-colors", "active");
        browser.button("sample").click();
        browser.untilFaces(7);
        assertThat(browser.find(".bars:not([hidden]) .top .fill").getCssValue("forced-color-adjust"))
                .isEqualTo("none");
        assertThat(browser.find(".bars:not([hidden]) .bar").getCssValue("border-top-style"))
                .isEqualTo("solid");
        browser.shoot("forced-colours");
    }
}

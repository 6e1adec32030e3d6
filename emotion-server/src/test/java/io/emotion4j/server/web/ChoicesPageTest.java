package io.emotion4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** What the visitor of the web page chooses: how sure faces are, and which classifier looks at them. */
class ChoicesPageTest {

    @TempDir
    static Path folder;

    private static Chromium browser;

    @BeforeAll
    static void open() {
        browser = Chromium.open(folder.resolve("profile"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void facesBelowTheLeastConfidenceAreHiddenAndKeepTheirNumbers() throws Exception {
        try (PageServer server = PageServer.start()) {
            openSample(server);
            WebElement slider = browser.find("#least");
            assertThat(slider.getAccessibleName()).startsWith("Least confidence of a face");
            assertThat(browser.find("#least-value").getText()).isEqualTo("all");
            List<String> names = names();
            int least = Integer.parseInt(slider.getAttribute("min"));
            slider.sendKeys(Keys.END, Keys.ARROW_LEFT);
            String chosen = browser.find("#least-value").getText();
            assertThat(Integer.parseInt(chosen.replace(" %", ""))).isGreaterThan(least);
            assertThat(browser.all("#faces > li")).hasSizeBetween(1, 6);
            assertThat(browser.find("#faces-title").getText()).endsWith(" of 7 faces");
            assertThat(names).containsAll(names());
            browser.shoot("least-confidence");
            slider.sendKeys(Keys.HOME);
            browser.untilFaces(7);
            assertThat(names()).isEqualTo(names);
        }
    }

    @Test
    void classifierIsChosenWhereTheServerAllowsIt() throws Exception {
        try (PageServer server = PageServer.withOtherClassifier("fer-resnet-int8")) {
            openSample(server);
            browser.until("choice", () -> browser.find("#classifier").isDisplayed());
            assertThat(browser.find("#facts").getText()).contains("face-pyramid and fer-resnet ");
            new Select(browser.find("#classifier")).selectByVisibleText("fer-resnet-int8");
            browser.until("other", () -> browser.find("#facts").getText().contains("fer-resnet-int8"));
            browser.untilFaces(7);
        }
    }

    @Test
    void noClassifierIsChosenWhereTheServerHasOne() throws Exception {
        try (PageServer server = PageServer.start()) {
            openSample(server);
            assertThat(browser.find("#classifier-choice").isDisplayed()).isFalse();
        }
    }

    private static List<String> names() {
        return browser.all(".face-head").stream()
                .map(WebElement::getAccessibleName)
                .toList();
    }

    private static void openSample(PageServer server) {
        browser.open(server.url());
        browser.button("sample").click();
        browser.untilFaces(7);
    }
}

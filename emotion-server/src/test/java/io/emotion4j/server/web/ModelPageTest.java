package io.emotion4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page of the model's figures shows what the server says, and nothing else. */
class ModelPageTest {

    @TempDir
    static Path folder;

    private static ScriptedServer server;
    private static Chromium browser;
    private static JsonNode model;

    @BeforeAll
    static void open() throws Exception {
        browser = Chromium.open(folder);
        model = new ObjectMapper().readTree(TestFigures.model());
        server = ScriptedServer.start(new ScriptedServer.Answer(200, model.toString()));
        browser.open(server.url() + "model.html");
        browser.until("figures", () -> !browser.all("#figures > *").isEmpty());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void figuresAreThoseOfTheServer() {
        JsonNode figures = model.at("/classifier/evaluation");
        assertThat(browser.all(".tiles .figure"))
                .extracting(WebElement::getText)
                .containsExactly(
                        percent(figures.get("accuracy")),
                        percent(figures.get("balancedAccuracy")),
                        percent(figures.get("macroF1")),
                        percent(figures.get("ece")));
        assertThat(browser.find("section[aria-label='Each expression'] tbody tr")
                        .getText())
                .isEqualTo("angry " + percent(figures.at("/perClass/angry/precision")) + " "
                        + percent(figures.at("/perClass/angry/recall")) + " "
                        + percent(figures.at("/perClass/angry/f1")) + " "
                        + figures.at("/perClass/angry/support").asInt());
        assertThat(browser.complaints()).isEmpty();
        browser.shootPage("model");
    }

    @Test
    void confusionMatrixIsATableWithShades() {
        assertThat(browser.all(".confusion tbody tr")).hasSize(7);
        assertThat(browser.find(".confusion").getAccessibleName()).startsWith("Confusion matrix");
        JsonNode counts = model.at("/classifier/evaluation/confusion/counts/3");
        WebElement happy = browser.all(".confusion tbody tr")
                .get(3)
                .findElements(By.tagName("td"))
                .get(3);
        assertThat(happy.getText()).endsWith(counts.get(3).asText());
        assertThat(happy.getAttribute("title")).contains("happy faces are called happy");
        assertThat(happy.getCssValue("background-color"))
                .isNotEqualTo(browser.find(".confusion tbody td")
                        .findElement(By.xpath("../td[2]"))
                        .getCssValue("background-color"));
    }

    @Test
    void reliabilityIsPlottedBinByBin() {
        long used = 0;
        for (JsonNode bin : model.at("/classifier/evaluation/reliability")) {
            used += bin.get("count").asInt() > 0 ? 1 : 0;
        }
        assertThat(browser.all(".plot .bin")).hasSize((int) used);
        assertThat(browser.find(".plot").getAccessibleName()).startsWith("Reliability plot");
        WebElement last = browser.all(".plot .bin").get((int) used - 1);
        double accuracy =
                model.at("/classifier/evaluation/reliability/14/accuracy").asDouble();
        assertThat(Double.parseDouble(last.getAttribute("height"))).isCloseTo(400 * accuracy, within(0.5));
    }

    @Test
    void cardsAreShownAsText() {
        browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        assertThat(browser.find(".card-text").getText()).contains("Intended use", "Known bias");
        assertThat(browser.all(".card-text table, .card-text ul, .card-text h3"))
                .hasSizeGreaterThan(5);
        browser.shootPage("model-cards");
        browser.run("document.querySelectorAll('details').forEach((one) => { one.open = false; })");
    }

    @Test
    void detectorsFiguresAreSaidInWordsAndCountsAsCounts() {
        String text =
                browser.find("section[aria-label='Which faces are found']").getText();
        assertThat(text).doesNotContain("_").contains("Average precision");
        JsonNode falseFaces = model.at("/detector/metrics/false_faces_on_149_pictures_without_faces");
        if (falseFaces.isNumber()) {
            assertThat(text)
                    .containsPattern("False faces\\s+found on 149 pictures without a face\\s+" + falseFaces.asInt()
                            + "\\b(?! %)");
        }
    }

    @Test
    void fitsAPhoneAndTheDark() {
        browser.size(360, 740);
        browser.scheme("dark");
        assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(360L);
        browser.shootPage("model-phone-dark");
        browser.size(1280, 860);
        browser.shootPage("model-dark");
        browser.scheme("light");
    }

    private static String percent(JsonNode share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share.asDouble());
    }
}

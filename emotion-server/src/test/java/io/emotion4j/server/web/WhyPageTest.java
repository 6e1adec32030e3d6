package io.emotion4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.server.web.ScriptedServer.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;

/** Why a face is taken for what it is: the map of the parts that its expression hangs on, on the web page. */
class WhyPageTest extends PageTest {

    private static final String MAP = """
            {"box":{"x":100,"y":60,"width":90,"height":110},"emotion":"happy","score":0.8,"columns":2,"rows":2,"drops":[%s],
             "crop":"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="}\
            """;

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void mapOfTheOpenFaceIsShownOverIt(String scheme) {
        openSample(server.url());
        browser.scheme(scheme);
        browser.all(".face-head").get(1).click();
        assertThat(why()).as("buttons that are seen").hasSize(1);
        assertThat(why().get(0).getText()).isEqualTo("Why sad?");
        assertThat(why().get(0).getAccessibleName()).isEqualTo("Why sad? Face 2");
        why().get(0).click();
        browser.until("map", () -> !browser.all(".maps canvas").isEmpty());
        assertThat(browser.find(".why-face figcaption").getText())
                .matches("It hangs most on the [a-z ]+: with that covered, sad falls from \\d+ % to \\d+ %\\. Red: .*");
        assertThat(browser.find(".maps").getAccessibleName())
                .isEqualTo("Face 2 as the model gets it, and the map over it");
        assertThat((Boolean) browser.run("""
                const [plain, covered] = [...document.querySelectorAll('.maps canvas')]
                    .map((one) => one.getContext('2d').getImageData(0, 0, one.width, one.height).data);
                const gray = (data) => data.every((value, at) => at % 4 === 3 || value === data[at - at % 4]);
                return gray(plain) && !gray(covered);
                """))
                .as("a gray face, and colours over it")
                .isTrue();
        assertThat(Axe.seriousFaults(browser)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        browser.run("document.querySelector('.maps').scrollIntoView({block: 'center'})");
        browser.shoot("why-" + scheme);
        browser.size(390, 844);
        browser.run("document.querySelector('.maps').scrollIntoView({block: 'center'})");
        browser.shoot("why-phone-" + scheme);
        why().get(0).click();
        assertThat(browser.find(".why-face figure").isDisplayed()).isFalse();
    }

    @Test
    void smallestChangesAreNotTakenForAReasonAndTheWordsAreRight() throws IOException {
        try (ScriptedServer told = ScriptedServer.start(
                new Answer(200, ScriptedServer.ONE_FACE),
                new Answer(503, "{}", "Retry-After", "1"),
                new Answer(200, MAP.formatted("0.01,-0.01,0.005,0")))) {
            openSample(told.url());
            why().get(0).click();
            browser.until("waiting", () -> text().equals("The server is busy. Trying again in 1 s."));
            browser.until("answer", () -> text().startsWith("No one part decides: whatever is covered, happy stays"));
            assertThat(told.asked()).last().asString().isEqualTo("/explain?x=145.00&y=115.00");
        }
        try (ScriptedServer told = ScriptedServer.start(
                new Answer(200, ScriptedServer.ONE_FACE),
                new Answer(501, "{\"error\":\"It shows nothing.\"}"),
                new Answer(200, MAP.formatted("0.1,-0.1,0.5,0")))) {
            openSample(told.url());
            why().get(0).click();
            browser.until("reason", () -> text().equals("It shows nothing."));
            why().get(0).click();
            why().get(0).click();
            browser.until("answer", () -> text().startsWith("It hangs most on the"));
            assertThat(text())
                    .startsWith("It hangs most on the lower left: with that covered, happy falls from 80 % to 30 %.");
        }
    }

    private static void openSample(String url) {
        browser.open(url);
        browser.find("#file").sendKeys(PicturePageTest.SAMPLE.toString());
        browser.until("faces", () -> !why().isEmpty());
    }

    private static List<WebElement> why() {
        return browser.all(".why-face > button").stream()
                .filter(WebElement::isDisplayed)
                .toList();
    }

    private static String text() {
        return browser.find(".why-face > div").getText();
    }
}

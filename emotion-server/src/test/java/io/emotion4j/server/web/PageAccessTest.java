package io.emotion4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The web page for everybody: by keyboard, by ear, on a phone, in the dark. */
class PageAccessTest extends PageTest {

    private static final int PHONE = 360;

    @Test
    void everythingIsReachedByKeyboardAlone() {
        browser.open(server.url());
        press(Keys.TAB);
        assertThat(active().getText()).isEqualTo("Skip to the picture");
        List<String> order = IntStream.range(0, 7)
                .mapToObj(i -> {
                    press(Keys.TAB);
                    return active().getText();
                })
                .toList();
        assertThat(order)
                .containsExactly(
                        "emotion4j",
                        "Picture",
                        "Model",
                        "Use it",
                        "Choose pictures",
                        "Use the camera",
                        "Try the sample");
        assertThat(active().getCssValue("outline-style")).isEqualTo("solid");

        press(Keys.ENTER);
        browser.untilFaces(7);
        assertThat(active().getText()).as("focus after the picture").isEqualTo("7 faces");
        press(Keys.TAB);
        assertThat(active().getAccessibleName()).isEqualTo("Least confidence of a face");
        press(Keys.TAB);
        assertThat(active().getAccessibleName()).startsWith("Face 1: ");
        press(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        assertThat(active().getAccessibleName()).startsWith("Face 3: ");
        assertThat(marked()).isEqualTo(active());
        press(Keys.ENTER);
        assertThat(active().getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(browser.all(".bars:not([hidden])")).as("open faces").hasSize(1);
        browser.shoot("keyboard");
        press(Keys.END);
        assertThat(active().getAccessibleName()).startsWith("Face 7: ");
        press(Keys.HOME);
        assertThat(active().getAccessibleName()).startsWith("Face 1: ");
        press(Keys.ESCAPE);
        browser.run("document.activeElement.blur()");
        assertThat(browser.all(".face.marked")).isEmpty();
    }

    @Test
    void everyControlHasARoleAndAName() {
        openSample();
        for (WebElement control : browser.all("button, a, input, canvas[role], ol, ul, section, nav")) {
            if (control.isDisplayed()) {
                assertThat(control.getAccessibleName())
                        .as(control.getAttribute("outerHTML"))
                        .isNotBlank();
            }
        }
        assertThat(browser.find("#picture").getAriaRole()).isEqualTo("image");
        assertThat(browser.find("#picture").getAccessibleName()).startsWith("seven-expressions.png. 7 faces: 1 ");
        assertThat(browser.find(".toolbar").getAriaRole()).isEqualTo("group");
        assertThat(browser.find("#status").getAriaRole()).isEqualTo("status");
        assertThat(browser.find("#status").getAttribute("textContent")).startsWith("7 faces: 1 ");
        assertThat(browser.find("#overlay").getAttribute("aria-hidden")).isEqualTo("true");
        assertThat(browser.find(".face-head").getAriaRole()).isEqualTo("button");
        assertThat(browser.find(".bars").getAriaRole()).isEqualTo("list");
        assertThat(browser.find("html").getAttribute("lang")).isEqualTo("en");
        assertThat(browser.all("h1").stream().filter(WebElement::isDisplayed)).hasSize(1);
        assertThat(browser.run("return getComputedStyle(document.getElementById('file')).display"))
                .as("hidden input, for readers of the screen")
                .isEqualTo("none");
    }

    @Test
    void nothingIsWiderThanAPhone() {
        browser.open(server.url());
        browser.size(PHONE, 740);
        assertThat(width()).isEqualTo(PHONE);
        browser.shootPage("phone-start");
        browser.button("sample").click();
        browser.untilFaces(7);
        assertThat(width()).isEqualTo(PHONE);
        for (WebElement button : browser.all("button")) {
            if (button.isDisplayed()) {
                assertThat(button.getSize().height).as(button.getText()).isGreaterThanOrEqualTo(40);
            }
        }
        assertThat(((Number)
                                browser.run(
                                        "return document.querySelector('#frame').getBoundingClientRect().right - document.querySelector('.toolbar').getBoundingClientRect().right"))
                        .doubleValue())
                .as("pixels by which the picture goes further right than the toolbar")
                .isBetween(-1.0, 1.0);
        browser.shoot("phone-faces");
        browser.run("document.querySelectorAll('.face-head')[3].focus()");
        assertThat(inView(browser.find("#frame")) && inView(marked()))
                .as("picture and face both seen")
                .isTrue();
        browser.shoot("phone-scrolled");
    }

    @Test
    void textIsReadableInLightAndDark() {
        for (String scheme : List.of("light", "dark")) {
            openSample();
            browser.scheme(scheme);
            for (String css :
                    Set.of("body", ".quiet", ".face-label", ".bars .value", "nav a", ".notes p", ".notes a")) {
                assertThat(contrast(css)).as(css + " in " + scheme).isGreaterThan(4.5);
            }
            browser.shoot("faces-" + scheme);
        }
        assertThat((Double) browser.run(
                        "return " + LUMINANCE + "(getComputedStyle(document.documentElement).backgroundColor)"))
                .as("luminance of the dark page")
                .isLessThan(0.02);
    }

    private static void openSample() {
        browser.open(server.url());
        browser.button("sample").click();
        browser.untilFaces(7);
    }

    private static void press(Keys... keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    private static WebElement active() {
        return browser.driver().switchTo().activeElement();
    }

    private static WebElement marked() {
        return browser.find(".face.marked .face-head");
    }

    private static int width() {
        return ((Long) browser.run("return document.documentElement.scrollWidth")).intValue();
    }

    private static boolean inView(WebElement element) {
        return (Boolean) browser.run(
                "const r = arguments[0].getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight",
                element);
    }

    /** Relative luminance as WCAG 2 defines it. */
    private static final String LUMINANCE = """
            ((color) => {
              const [r, g, b] = color.match(/[\\d.]+/g).map((v) => v / 255)
                  .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        })\
        """;

    /** Of an element's text with the page's ground. */
    private static double contrast(String css) {
        return (Double) browser.run("""
                document.getAnimations().forEach((animation) => animation.finish());
                const luminance = %s;
                const ground = luminance(getComputedStyle(document.documentElement).backgroundColor);
                const text = luminance(getComputedStyle(document.querySelector(arguments[0])).color);
                return (Math.max(ground, text) + 0.05) / (Math.min(ground, text) + 0.05);
                """.formatted(LUMINANCE), css);
    }
}

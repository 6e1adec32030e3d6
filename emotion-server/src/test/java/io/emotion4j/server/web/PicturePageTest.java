package io.emotion4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.emotion4j.RgbImage;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Pictures on the web page: opened in every way, shown, saved; and those that cannot be. */
class PicturePageTest extends PageTest {

    static final Path SAMPLE =
            Path.of("..", "samples", "seven-expressions.png").toAbsolutePath().normalize();

    @Test
    void startPageOffersEveryWayToOpenAPicture() {
        browser.open(server.url());
        assertThat(browser.find("h1").getText()).isEqualTo("Which facial expression does each face show?");
        assertThat(browser.button("choose").getText()).isEqualTo("Choose pictures");
        assertThat(browser.button("camera").isDisplayed()).isTrue();
        assertThat(browser.find(".result").isDisplayed()).isFalse();
        assertThat(browser.find(".notes").getText()).contains("memory", "An expression is not a feeling", "2024/1689");
        browser.shootPage("start");
    }

    @Test
    void everyFaceIsListedWithSevenProbabilities() {
        upload(SAMPLE);
        browser.untilFaces(7);
        assertThat(browser.find("#faces-title").getText()).isEqualTo("7 faces");
        assertThat(browser.all(".face-label"))
                .extracting(WebElement::getText)
                .map(String::toLowerCase)
                .containsExactlyInAnyOrder("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral");
        for (WebElement bars : browser.all(".bars")) {
            List<String> values = bars.findElements(By.cssSelector(".value")).stream()
                    .map(value -> value.getAttribute("textContent"))
                    .toList();
            assertThat(values).hasSize(7);
            assertThat(values.stream()
                            .mapToDouble(value -> Double.parseDouble(value.replace(" %", "")))
                            .sum())
                    .isCloseTo(100, within(0.4));
        }
        assertThat(drawnPixels()).as("pixels drawn over the picture").isGreaterThan(5000);
        assertThat(browser.complaints()).isEmpty();
        browser.shootPage("faces");
    }

    @Test
    void faceUnderThePointerIsMarkedInTheList() {
        upload(SAMPLE);
        browser.untilFaces(7);
        WebElement frame = browser.find("#frame");
        int right = frame.getSize().width * 910 / 1040 - frame.getSize().width / 2;
        int up = frame.getSize().height * 130 / 520 - frame.getSize().height / 2;
        new Actions(browser.driver()).moveToElement(frame, right, up).perform();
        assertThat(browser.find(".face.marked .face-head").getAccessibleName())
                .matches("Face 7: happy, \\d+ %; found with \\d+ %");
        browser.shoot("face-marked");
    }

    @Test
    void brokenFileIsNamedAndNothingIsInvented() throws IOException {
        upload(Files.writeString(folder.resolve("broken.jpg"), "This is not a picture."));
        browser.untilMessage("This file cannot be read as a picture.");
        assertThat(browser.find("#message").getAriaRole()).isEqualTo("alert");
        assertThat(view()).isEqualTo("start");
        assertThat(browser.all("#faces > li")).isEmpty();
        browser.shoot("broken-file");
    }

    @Test
    void truncatedPictureIsRefusedWithTheServersReason() throws IOException {
        byte[] whole = Files.readAllBytes(SAMPLE);
        upload(Files.write(folder.resolve("half.png"), Arrays.copyOf(whole, 400)));
        browser.untilMessage("This file cannot be read as a picture.");
        assertThat(browser.find("#message small").getText()).isNotBlank();
    }

    @Test
    void pictureWithoutAFaceSaysSo() throws IOException {
        BufferedImage image = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x9AB8D8), 0, 400, new Color(0x5A7A4A)));
        graphics.fillRect(0, 0, 640, 400);
        graphics.dispose();
        Path file = folder.resolve("meadow.png");
        ImageIO.write(image, "png", file.toFile());
        upload(file);
        browser.untilMessage("No face was found in this picture.");
        assertThat(view()).isEqualTo("picture");
        assertThat(browser.find("#picture").getAccessibleName()).isEqualTo("meadow.png. No face found");
        assertThat(browser.button("save-json").isEnabled()).isTrue();
        browser.shoot("no-face");
    }

    @Test
    void pastedPictureIsShown() throws IOException {
        browser.open(server.url());
        give("new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})");
        browser.untilFaces(7);
    }

    @Test
    void droppedPictureIsShownInPlaceOfTheOneBefore() throws IOException {
        upload(SAMPLE);
        browser.untilFaces(7);
        browser.run("window.before = document.querySelector('#faces > li')");
        give("new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true})");
        browser.until("new list", () -> Boolean.FALSE.equals(browser.run("return window.before.isConnected")));
        browser.untilFaces(7);
    }

    @Test
    void pastedTextIsNoPicture() {
        browser.open(server.url());
        browser.run("document.dispatchEvent(new ClipboardEvent('paste', {clipboardData: new DataTransfer()}))");
        browser.untilMessage("The clipboard holds no picture.");
    }

    @Test
    void pictureIsSavedInFullSizeAndJsonAsTheServerGaveIt() throws IOException {
        Path saved = Files.createDirectories(folder.resolve("saved"));
        browser.driver()
                .executeCdpCommand(
                        "Browser.setDownloadBehavior",
                        Map.of(
                                "behavior",
                                "allow",
                                "downloadPath",
                                saved.toAbsolutePath().toString()));
        upload(SAMPLE);
        browser.untilFaces(7);
        browser.button("save-picture").click();
        browser.button("save-json").click();
        Path picture = saved.resolve("seven-expressions-expressions.png");
        Path json = saved.resolve("seven-expressions-expressions.json");
        browser.until("both files", () -> Files.exists(picture) && Files.exists(json));

        RgbImage drawn = RgbImage.decode(picture);
        assertThat(drawn.width()).isEqualTo(1040);
        assertThat(drawn.height()).isEqualTo(520);
        assertThat(drawn.toRgbBytes()).isNotEqualTo(RgbImage.decode(SAMPLE).toRgbBytes());
        JsonNode answer = new ObjectMapper().readTree(json.toFile());
        assertThat(answer.get("file").asText()).isEqualTo("seven-expressions.png");
        assertThat(answer.get("faces")).hasSize(7);
        assertThat(answer.at("/faces/0/scores")).hasSize(7);
        Files.copy(picture, Path.of("target", "screenshots", "saved-picture.png"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void pageLoadsNothingFromElsewhere() {
        browser.open(server.url());
        browser.button("sample").click();
        browser.untilFaces(7);
        Object loaded = browser.run("return performance.getEntriesByType('resource').map(e => e.name)");
        assertThat((List<?>) loaded)
                .hasSizeGreaterThan(10)
                .allMatch(name -> name.toString().startsWith(server.url())
                        || name.toString().startsWith("blob:"));
        assertThat(browser.run("return document.cookie")).isEqualTo("");
    }

    @Test
    void modelPageShowsWhatThisServerSays() throws IOException {
        JsonNode model;
        try (InputStream answer = URI.create(server.url() + "model").toURL().openStream()) {
            model = new ObjectMapper().readTree(answer);
        }
        browser.open(server.url() + "model.html");
        browser.until("figures", () -> !browser.all("#figures > *").isEmpty());
        assertThat(browser.find("#lead").getText()).containsPattern("^fer-resnet [0-9.]+ names 7 expressions");
        JsonNode evaluation = model.at("/classifier/evaluation");
        double accuracy = evaluation.hasNonNull("accuracy")
                ? 100 * evaluation.get("accuracy").asDouble()
                : model.at("/classifier/metrics/fer_plus_valid_accuracy").asDouble();
        String text = String.format(Locale.ROOT, evaluation.hasNonNull("accuracy") ? "%.1f %%" : "%.4f", accuracy);
        assertThat(browser.find("#figures").getText()).contains(text, "CC-BY-NC-4.0");
        assertThat(browser.complaints()).isEmpty();
        browser.shootPage("model-of-the-server");
    }

    @Test
    void tokenOfTheServerIsAskedForOnce() throws IOException {
        try (PageServer guarded = PageServer.start("open sesame")) {
            browser.open(guarded.url());
            browser.find("#file").sendKeys(SAMPLE.toString());
            browser.until("dialog", () -> browser.find("#token").isDisplayed());
            browser.find("#token-text").sendKeys("open sesame", Keys.ENTER);
            browser.untilFaces(7);
        }
    }

    private static void upload(Path file) {
        browser.open(server.url());
        browser.find("#file").sendKeys(file.toString());
    }

    /** Lets the page have the sample picture by an event that a script makes. */
    private static void give(String event) throws IOException {
        browser.run("""
                const bytes = Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0));
                const data = new DataTransfer();
                data.items.add(new File([bytes], "given.png", {type: "image/png"}));
                document.body.dispatchEvent(%s);
                """.formatted(event), Base64.getEncoder().encodeToString(Files.readAllBytes(SAMPLE)));
    }

    private static String view() {
        return browser.find("#main").getAttribute("data-view");
    }

    private static long drawnPixels() {
        return (Long) browser.run("""
                const overlay = document.getElementById('overlay');
                const {data} = overlay.getContext('2d').getImageData(0, 0, overlay.width, overlay.height);
                let drawn = 0;
                for (let at = 3; at < data.length; at += 4) { drawn += data[at] > 0 ? 1 : 0; }
                return drawn;
                """);
    }
}

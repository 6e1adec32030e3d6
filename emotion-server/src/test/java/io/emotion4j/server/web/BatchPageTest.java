package io.emotion4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.emotion4j.server.web.ScriptedServer.Answer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Several pictures at once on the web page, and pictures that the browser or the server alone could not manage. */
class BatchPageTest extends PageTest {

    private static final Path SEVEN = PicturePageTest.SAMPLE;
    private static final Path ONE = SEVEN.resolveSibling("one-face.jpg");

    @Test
    void everyPictureHasAThumbnailWithWhatCameOfItAndNoneIsDroppedSilently() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.jpg"), "This is not a picture.");
        upload(server.url(), SEVEN, text, ONE);
        untilDone();
        assertThat(browser.all(".strip .mark")).extracting(WebElement::getText).containsExactly("7", "!", "1");
        assertThat(browser.find("#progress-text").getText()).isEqualTo("3 pictures, 8 faces");
        assertThat(browser.find("#message").getText()).startsWith("notes.jpg: This file cannot be read as a picture.");
        assertThat(browser.find("#result-title").getText()).isEqualTo("seven-expressions.png");
        browser.shoot("batch");

        browser.all(".strip button").get(2).click();
        browser.untilFaces(1);
        assertThat(browser.find("#result-title").getText()).isEqualTo("one-face.jpg");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_LEFT);
        browser.untilMessage("notes.jpg: This file cannot be read as a picture.");
        assertThat(browser.driver().switchTo().activeElement().getAccessibleName())
                .isEqualTo("Picture 2, notes.jpg: This file cannot be read as a picture.");
    }

    @Test
    void tableHasALineForEveryFaceAndEveryPictureWithoutOne() throws IOException {
        Downloads saved = Downloads.of(browser, folder.resolve("saved"));
        Path text = Files.writeString(folder.resolve("more, notes.jpg"), "This is not a picture.");
        upload(server.url(), SEVEN, text);
        untilDone();
        browser.button("save-csv").click();
        browser.button("save-json").click();
        List<String> lines = saved.text("expressions.csv").lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("file,width,height,face,x,y,face_width,face_height,confidence,emotion,score,"
                        + "angry,disgust,fear,happy,sad,surprise,neutral,error");
        assertThat(lines).hasSize(9);
        List<String> numbers =
                lines.subList(1, 8).stream().map(line -> line.split(",")[3]).toList();
        assertThat(numbers).containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(lines.subList(1, 8).stream().map(line -> Double.valueOf(line.split(",")[4])))
                .as("from left to right")
                .isSorted();
        assertThat(lines.get(8))
                .startsWith("\"more, notes.jpg\",,,")
                .endsWith("This file cannot be read as a picture.");
        JsonNode json = new ObjectMapper().readTree(saved.text("expressions.json"));
        assertThat(json.get(0).get("faces")).hasSize(7);
        assertThat(json.get(1).get("error").asText()).isEqualTo("This file cannot be read as a picture.");
    }

    @Test
    void pictureThatIsAddedComesBesideThoseThatAreThere() {
        upload(server.url(), SEVEN);
        browser.untilFaces(7);
        assertThat(browser.find("#batch").isDisplayed()).isFalse();
        browser.find("#file").sendKeys(ONE.toString());
        browser.untilFaces(1);
        assertThat(browser.all(".strip button")).hasSize(2);
        browser.button("clear").click();
        assertThat(browser.find("#main").getAttribute("data-view")).isEqualTo("start");
        assertThat(browser.all(".strip button")).isEmpty();
    }

    @Test
    void whatWasStoppedIsCountedAndCanGoOn() throws IOException {
        Answer busy = new Answer(429, "{}", "Retry-After", "60");
        try (ScriptedServer slow = ScriptedServer.start(new Answer(200, ScriptedServer.ONE_FACE), busy)) {
            upload(slow.url(), SEVEN, ONE, SEVEN);
            browser.untilMessage("Trying again in");
            assertThat(browser.find("#progress-text").getText()).isEqualTo("1 of 3 pictures");
            browser.button("halt").click();
            browser.untilMessage("Stopped: 2 pictures were not looked at.");
            browser.find("#message button").click();
            untilDone();
            assertThat(browser.find("#progress-text").getText()).isEqualTo("3 pictures, 3 faces");
        }
    }

    @Test
    void hundredFacesAreListedOneOfThemOpen() throws IOException {
        try (ScriptedServer crowd = ScriptedServer.start(new Answer(200, faces(100), "X-Faces-Limit", "100"))) {
            upload(crowd.url(), SEVEN);
            browser.untilFaces(100);
            browser.untilMessage("This server gives 100 faces at most: there may be more in the picture.");
            assertThat(browser.find("#faces-title").getText()).isEqualTo("100 faces or more");
            assertThat(browser.all(".bars").stream().filter(WebElement::isDisplayed))
                    .hasSize(1);
            browser.all(".face-head").get(41).click();
            assertThat(browser.all(".bars").stream().filter(WebElement::isDisplayed))
                    .hasSize(1);
            assertThat(browser.find(".face-head[aria-expanded='true']").getAccessibleName())
                    .startsWith("Face 42: happy, 80 %; found with 90 %");
            browser.shoot("hundred-faces");
        }
    }

    @Test
    void pictureOverTheServersLimitIsMadeSmallerAndThatIsSaid() throws IOException {
        Path noise = noise(folder.resolve("large.png"), 700, 500);
        assertThat(Files.size(noise)).isGreaterThan(400_000);
        try (PageServer small = PageServer.start(400_000)) {
            upload(small.url(), noise);
            browser.until("answer", () -> browser.button("save-json").isEnabled());
            browser.untilMessage("No face was found");
            browser.open(small.url());
            Path face = withFace(folder.resolve("large-face.png"));
            browser.find("#file").sendKeys(face.toString());
            browser.untilFaces(1);
            browser.untilMessage("This picture was made smaller before it was sent.");
            assertThat(browser.find("#message small").getText()).matches("It has 1040 × 780 pixels and [0-9.]+ MB, .*");
            browser.shoot("made-smaller");
        }
    }

    @Test
    void tiffIsShownAsThePictureThatTheServerMakesOfIt() throws IOException {
        Path tiff = folder.resolve("seven.tif");
        assertThat(ImageIO.write(ImageIO.read(SEVEN.toFile()), "tiff", tiff.toFile()))
                .isTrue();
        upload(server.url(), tiff);
        browser.untilFaces(7);
        browser.untilMessage("This browser cannot show the file; this is the server's picture of it.");
        assertThat((Long) browser.run("""
            const {data} = document.getElementById('picture').getContext('2d').getImageData(0, 0, 200, 200);
            return new Set(data).size;
            """)).as("shades").isGreaterThan(20);
        browser.shoot("tiff");
    }

    @Test
    void missingSampleIsNotAServerThatIsGone() throws IOException {
        try (ScriptedServer bare = ScriptedServer.start()) {
            bare.lacks("seven-expressions.png");
            browser.open(bare.url());
            browser.button("sample").click();
            browser.untilMessage("This server has no sample picture.");
        }
    }

    private static void upload(String url, Path... files) {
        browser.open(url);
        browser.find("#file").sendKeys(Stream.of(files).map(Path::toString).collect(Collectors.joining("\n")));
    }

    private static void untilDone() {
        browser.until(
                "all looked at",
                () -> browser.find("#batch").isDisplayed()
                        && !browser.find("#batch").getAttribute("class").contains("running"));
    }

    private static Path noise(Path file, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    /** The happy face of the sample beside noise. */
    private static Path withFace(Path file) throws IOException {
        BufferedImage image = ImageIO.read(noise(file, 1040, 780).toFile());
        BufferedImage face = ImageIO.read(SEVEN.toFile()).getSubimage(790, 0, 250, 260);
        image.createGraphics().drawImage(face, 100, 100, 500, 520, null);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static String faces(int count) {
        int start = ScriptedServer.ONE_FACE.indexOf("\"faces\":[") + "\"faces\":[".length();
        int end = ScriptedServer.ONE_FACE.lastIndexOf("]}");
        String one = ScriptedServer.ONE_FACE.substring(start, end);
        String all = Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> one.replace("\"x\":100", "\"x\":" + 3 * i).replace("\"y\":60", "\"y\":" + i % 10 * 20))
                .collect(Collectors.joining(","));
        return ScriptedServer.ONE_FACE.substring(0, start) + all + "]}";
    }
}

package io.emotion4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** Video files on the web page; the browser itself makes one. */
class FilmPageTest extends PageTest {

    @Test
    void videoIsFollowedFrameByFrameAndCanBePlayedAgain() throws IOException {
        Path film = film(folder.resolve("smile.webm"));
        browser.open(server.url());
        browser.find("#file").sendKeys(film.toString());
        browser.untilFaces(1);
        assertThat(browser.find("#main").getAttribute("data-view")).isEqualTo("live");
        assertThat(browser.find("#result-title").getText()).isEqualTo("smile.webm");
        assertThat(browser.find("#video").getAccessibleName()).isEqualTo("Picture of smile.webm");
        assertThat(browser.find(".face-head").getAccessibleName()).startsWith("Face 1: happy");
        assertThat(browser.button("stop").getText()).isEqualTo("Stop the video");
        assertThat(browser.find("#mirror").isDisplayed()).as("mirror").isFalse();
        browser.until("its end", () -> browser.find("#pause").getText().equals("Go on"));
        assertThat(browser.all("#faces > li")).as("the last frame's face").hasSize(1);
        assertThat(Axe.seriousFaults(browser)).isEmpty();
        browser.shoot("film");
        browser.button("pause").click();
        browser.until("once more", () -> browser.find("#pause").getText().equals("Pause"));
        browser.until("its end", () -> browser.find("#pause").getText().equals("Go on"));
        browser.button("shoot").click();
        browser.until("picture", () -> browser.find("#facts").getText().startsWith("480 × 360"));
        assertThat(browser.find("#result-title").getText()).matches("smile\\.webm at [0-9.]+ s\\.jpg");
        browser.untilFaces(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void videoThatTheBrowserCannotPlayIsSaid() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.mp4"), "This is not a video.");
        browser.open(server.url());
        browser.find("#file").sendKeys(broken.toString());
        browser.untilMessage("This browser cannot play the video.");
        assertThat(browser.find("#message").getText()).contains("emotion4j video FILE", "broken.mp4");
        assertThat(browser.find("#main").getAttribute("data-view")).isEqualTo("start");
    }

    @Test
    void videoAmongPicturesIsNotDroppedSilently() throws IOException {
        Path video = Files.writeString(folder.resolve("beside.mp4"), "This is not a video.");
        browser.open(server.url());
        browser.find("#file").sendKeys(PicturePageTest.SAMPLE + "\n" + video);
        browser.untilFaces(7);
        browser.untilMessage("beside.mp4: A video is looked at alone.");
        assertThat(browser.all(".strip .mark")).extracting(WebElement::getText).containsExactly("7", "!");
    }

    /** A second of the sample's happy face, which moves, as the browser records it. */
    private static Path film(Path file) throws IOException {
        browser.open(server.url());
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
        Object base64 = browser.driver().executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                (async () => {
                  const sample = await createImageBitmap(await (await fetch("seven-expressions.png")).blob());
                  const canvas = document.createElement("canvas");
                  canvas.width = 480;
                  canvas.height = 360;
                  const context = canvas.getContext("2d");
                  const stream = canvas.captureStream(20);
                  const recorder = new MediaRecorder(stream, {mimeType: "video/webm"});
                  const parts = [];
                  recorder.ondataavailable = ({data}) => parts.push(data);
                  recorder.onstop = () => {
                    const reader = new FileReader();
                    reader.onload = () => done(reader.result.split(",")[1]);
                    reader.readAsDataURL(new Blob(parts));
                  };
                  recorder.start();
                  let frames = 0;
                  const timer = setInterval(() => {
                    context.fillStyle = "#a8a8a8";
                    context.fillRect(0, 0, 480, 360);
                    context.drawImage(sample, 805, 20, 215, 222, 120 + 2 * frames, 40, 215, 222);
                    if (++frames === 25) {
                      clearInterval(timer);
                      recorder.stop();
                    }
                  }, 50);
                })();
                """);
        return Files.write(file, Base64.getDecoder().decode((String) base64));
    }
}

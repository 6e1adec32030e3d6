package io.emotion4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The camera on the web page; Chromium plays a film in its place. */
class CameraPageTest {

    private static final int FRAMES = 30;

    @TempDir
    static Path folder;

    private static PageServer server;
    private static Chromium browser;

    @BeforeAll
    static void open() throws Exception {
        Path film = CameraFilm.write(folder.resolve("camera.y4m"), PicturePageTest.SAMPLE);
        browser = Chromium.open(
                folder.resolve("profile"),
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + film);
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

    @Test
    void faceIsFollowedFrameByFrameAndOneFrameAtATimeIsSent() {
        browser.open(server.url());
        countRequests();
        browser.button("camera").click();
        browser.untilFaces(1);
        waitForFrames();
        double rate = Double.parseDouble(browser.find("#rate").getAttribute("data-per-second"));
        System.out.printf(
                "Camera page: %.1f frames/s (%s)%n", rate, browser.find("#rate").getText());
        assertThat(rate).isPositive();
        assertThat(browser.find("#video").isDisplayed()).isTrue();
        assertThat(browser.find(".face-label").getText()).isEqualToIgnoringCase("happy");
        assertThat(browser.all("#faces > li")).as("the same face all the time").hasSize(1);
        assertThat(browser.find(".face-head").getAccessibleName()).startsWith("Face 1: happy");
        assertThat(browser.run("return window.most"))
                .as("frames with the server at once")
                .isEqualTo(1L);
        assertThat((Long) browser.run("return window.largest"))
                .as("bytes of a frame")
                .isBetween(2_000L, 200_000L);
        assertThat(browser.complaints()).isEmpty();
        browser.shoot("camera");
        browser.size(360, 740);
        browser.shoot("camera-phone");
        Set<Object> places = new HashSet<>();
        browser.until("the box moves", () -> {
            places.add(firstDrawnColumn());
            return places.size() > 3;
        });
    }

    @Test
    void cameraIsSwitchedOffByEscape() {
        browser.open(server.url());
        browser.button("camera").click();
        browser.untilFaces(1);
        browser.run("window.track = document.getElementById('video').srcObject.getTracks()[0]");
        browser.find("body").sendKeys(Keys.ESCAPE);
        assertThat(browser.run("return window.track.readyState")).isEqualTo("ended");
        assertThat(browser.find("#main").getAttribute("data-view")).isEqualTo("start");
        assertThat(browser.all("#faces > li")).isEmpty();
        assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("Use the camera");
    }

    @Test
    void pictureIsTakenOfTheCamera() {
        browser.open(server.url());
        browser.button("camera").click();
        browser.untilFaces(1);
        browser.button("shoot").click();
        browser.until("picture", () -> browser.find("#facts").getText().startsWith("640 × 480"));
        assertThat(browser.find("#result-title").getText()).isEqualTo("camera.jpg");
        browser.untilFaces(1);
        assertThat(browser.run("return document.getElementById('video').srcObject"))
                .isNull();
    }

    @Test
    void scoresAreDrawnOverTimeAndAPauseHoldsThem() {
        browser.open(server.url());
        browser.button("camera").click();
        browser.untilFaces(1);
        browser.until("a line", () -> drawnTrend() > 100);
        assertThat(browser.find("#trend").getAccessibleName())
                .matches("Face 1, now \\w+: its expressions over the last \\d+ s");
        browser.button("pause").click();
        browser.until("held", () -> browser.find("#pause").getText().equals("Go on"));
        Object time = browser.run("return document.getElementById('video').currentTime");
        assertThat(browser.run("return document.getElementById('video').paused"))
                .isEqualTo(true);
        browser.shoot("camera-paused");
        assertThat(Axe.seriousFaults(browser)).isEmpty();
        assertThat(browser.run("return document.getElementById('video').currentTime"))
                .isEqualTo(time);
        browser.button("pause").click();
        browser.until(
                "the camera goes on",
                () -> !time.equals(browser.run("return document.getElementById('video').currentTime")));
        browser.until("not held", () -> browser.find("#pause").getText().equals("Pause"));
    }

    private static long drawnTrend() {
        return (Long) browser.run("""
                const trend = document.getElementById('trend');
                const {data} = trend.getContext('2d').getImageData(0, 0, trend.width, trend.height);
                let drawn = 0;
                for (let at = 3; at < data.length; at += 4) { drawn += data[at] > 0 ? 1 : 0; }
                return drawn;
                """);
    }

    @Test
    void refusedCameraIsExplained() {
        try (Chromium strict = Chromium.open(folder.resolve("strict"), "--use-fake-device-for-media-stream")) {
            strict.open(server.url());
            strict.driver()
                    .executeCdpCommand(
                            "Browser.setPermission",
                            Map.of("permission", Map.of("name", "camera"), "setting", "denied"));
            strict.button("camera").click();
            strict.untilMessage("The browser refused the camera.");
            assertThat(strict.find("#message button").getText()).isEqualTo("Try again");
            assertThat(strict.find("#main").getAttribute("data-view")).isEqualTo("start");
            strict.shoot("camera-refused");
        }
    }

    private static void countRequests() {
        browser.run("""
                window.answered = 0; window.most = 0; window.largest = 0;
                const send = window.fetch;
                let open = 0;
                window.fetch = async (path, options) => {
                  if (path !== "predict") { return send(path, options); }
                  window.most = Math.max(window.most, ++open);
                  window.largest = Math.max(window.largest, options.body.size);
                  try {
                    return await send(path, options);
                  } finally {
                    open--;
                    window.answered++;
                    if (window.after && window.answered >= window.after[0]) { window.after[1](); }
                  }
                };
                """);
    }

    /** Without asking, which would cost the browser time. */
    private static void waitForFrames() {
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
        browser.driver().executeAsyncScript("window.after = [arguments[0], arguments[1]]", FRAMES);
    }

    private static String firstDrawnColumn() {
        return String.valueOf(browser.run("""
                const overlay = document.getElementById('overlay');
                const {data, width, height} = overlay.getContext('2d').getImageData(0, 0, overlay.width, overlay.height);
                for (let x = 0; x < width; x++) {
                  for (let y = 0; y < height; y += 4) {
                    if (data[4 * (y * width + x) + 3] > 0) { return x; }
                  }
                }
                return -1;
                """));
    }
}

package io.emotion4j.server.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.FluentWait;

/** Chromium as the system's package brings it, with a profile of its own. Nothing is downloaded. */
final class Chromium implements AutoCloseable {

    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * Starts the browser; skips the test where there is none.
     *
     * @param folder for the profile; the test's to delete
     */
    static Chromium open(Path folder, String... switches) {
        Path browser = onPath("chromium", "chromium-browser", "google-chrome");
        Path service = onPath("chromedriver");
        assumeTrue(
                browser != null && service != null,
                "No Chromium with its driver here: apt-get install chromium chromium-driver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--window-size=1280,860",
                "--user-data-dir=" + folder.toAbsolutePath());
        options.addArguments(switches);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        // Named, so that Selenium looks for none, and quiet about the protocol's version, of which only a few commands
        // are used.
        System.setProperty("webdriver.chrome.driver", service.toString());
        SELENIUM.setLevel(Level.SEVERE);
        return new Chromium(new ChromeDriver(options));
    }

    private static Path onPath(String... names) {
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
        return Stream.of(names)
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens a page in the size of a desktop's window, light, with motion. */
    void open(String url) {
        size(1280, 860);
        scheme("light");
        complaints(); // Those of the page before.
        driver.get(url);
        until("the whole page", () -> "complete".equals(run("return document.readyState")));
    }

    /** A window of this many CSS pixels. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        width < 600 ? 2 : 1,
                        "mobile",
                        width < 600));
    }

    void scheme(String lightOrDark) {
        media("prefers-color-scheme", lightOrDark);
    }

    void media(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The visible button that does this. */
    WebElement button(String deed) {
        return all("[data-do='" + deed + "']").stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No visible button '" + deed + "'"));
    }

    /** Waits until something is so. */
    void until(String what, Supplier<Boolean> condition) {
        new FluentWait<>(this)
                .withTimeout(PATIENCE)
                .pollingEvery(Duration.ofMillis(50))
                .withMessage(() ->
                        what + "; the page says '" + find("#message").getText() + "', the console " + complaints())
                .until(self -> condition.get());
    }

    void untilFaces(int count) {
        until(count + " faces", () -> all("#faces > li").size() == count);
    }

    void untilMessage(String text) {
        until("message '" + text + "'", () -> find("#message").getText().contains(text));
    }

    /** What the browser's console holds: errors of scripts, what the content security policy refused. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The whole page, however long, as {@code target/screenshots/NAME.png}. */
    void shootPage(String name) {
        Object size = ((Map<?, ?>) driver.executeCdpCommand("Page.getLayoutMetrics", Map.of())).get("cssContentSize");
        Map<?, ?> page = (Map<?, ?>) size;
        Map<String, Object> clip =
                Map.of("x", 0, "y", 0, "width", page.get("width"), "height", page.get("height"), "scale", 1);
        shoot(name, Map.of("captureBeyondViewport", true, "clip", clip));
    }

    /** What is seen of the page. */
    void shoot(String name) {
        shoot(name, Map.of());
    }

    private void shoot(String name, Map<String, Object> what) {
        Object data = driver.executeCdpCommand("Page.captureScreenshot", what).get("data");
        try {
            Files.createDirectories(SHOTS);
            Files.write(SHOTS.resolve(name + ".png"), Base64.getDecoder().decode((String) data));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}

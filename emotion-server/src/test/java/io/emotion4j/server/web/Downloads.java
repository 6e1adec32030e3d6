package io.emotion4j.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The folder into which a browser saves. */
final class Downloads {

    private final Chromium browser;
    private final Path folder;

    private Downloads(Chromium browser, Path folder) {
        this.browser = browser;
        this.folder = folder;
    }

    static Downloads of(Chromium browser, Path folder) throws IOException {
        Files.createDirectories(folder);
        browser.driver()
                .executeCdpCommand(
                        "Browser.setDownloadBehavior",
                        Map.of(
                                "behavior",
                                "allow",
                                "downloadPath",
                                folder.toAbsolutePath().toString()));
        return new Downloads(browser, folder);
    }

    /** Waits for a file; the browser writes it under another name first. */
    Path await(String name) {
        Path file = folder.resolve(name);
        browser.until(name, () -> Files.exists(file));
        return file;
    }

    String text(String name) {
        try {
            return Files.readString(await(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

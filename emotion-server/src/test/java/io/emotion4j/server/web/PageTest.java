package io.emotion4j.server.web;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the web page: a server and a browser for all tests of a class. */
abstract class PageTest {

    @TempDir
    static Path folder;

    static PageServer server;
    static Chromium browser;

    @BeforeAll
    static void open() throws Exception {
        browser = Chromium.open(folder.resolve("profile"));
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
}

/** The server's web page in a real browser: Chromium without a window, driven by Selenium. */
@NullMarked
package io.emotion4j.server.web;

import org.jspecify.annotations.NullMarked;

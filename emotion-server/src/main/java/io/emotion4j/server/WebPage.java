package io.emotion4j.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The web page's files, from the class path; nothing else of it can be had. */
final class WebPage {

    private static final String FOLDER = "/io/emotion4j/server/web/";

    /** No dot begins a name, so nobody climbs out of the folder. */
    private static final Pattern NAME = Pattern.compile("([a-z0-9_-]+/)*[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.([a-z0-9]+)");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", Answer.JSON),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    /** The page needs nothing from elsewhere, so nothing from elsewhere is allowed. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; "
                    + "img-src 'self' blob: data:; media-src 'self' blob:; worker-src 'self'; manifest-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "Permissions-Policy",
            "camera=(self)",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-cache");

    private WebPage() {}

    /** The route of a file; null where there is no such file. */
    static @Nullable Route route(String path) {
        String name = path.equals("/") ? "index.html" : path.substring(1);
        var matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return null;
        }
        String type = TYPES.get(matcher.group(matcher.groupCount()));
        if (type == null) {
            return null;
        }
        byte[] file = read(name);
        return file == null ? null : route(path, new Answer(200, type, file, HEADERS, 0));
    }

    private static Route route(String path, Answer answer) {
        Route.Reply reply = Route.Reply.other(answer.contentType());
        return new Route("GET", path, "The web page", List.of(), true, List.of(), reply, input -> answer);
    }

    private static byte @Nullable [] read(String name) {
        try (InputStream in = WebPage.class.getResourceAsStream(FOLDER + name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.emotion4j.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;

/**
 * Files at an address: in a jar, in a run-time image, or on a server.
 *
 * @param base address of the descriptor's folder, with a slash at its end
 */
record UrlSource(String base) implements ModelSource {

    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;
    private static final int READ_TIMEOUT_MILLIS = 30_000;

    @Override
    public byte[] read(String path, int limit) throws IOException {
        URLConnection connection = URI.create(nameOf(path)).toURL().openConnection();
        connection.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        connection.setReadTimeout(READ_TIMEOUT_MILLIS);
        // A jar that is cached by its address stays open for as long as the JVM runs.
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            if (connection instanceof HttpURLConnection http && http.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new FileNotFoundException(nameOf(path) + " answers with status " + http.getResponseCode());
            }
            return in.readNBytes(limit);
        }
    }

    @Override
    public String nameOf(String path) {
        return base + path;
    }
}

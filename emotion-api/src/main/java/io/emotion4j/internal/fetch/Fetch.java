package io.emotion4j.internal.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One file, fetched into a folder under its SHA-256. What was fetched before a connection was cut is gone on from, in the same call and in
 * a later one. Proxies are those of the JVM ({@code https.proxyHost} ...).
 *
 * @param address https, http or file
 * @param sha256 64 lower-case hexadecimal digits
 * @param mostBytes a larger file is refused
 * @param progress is told how far it is
 */
public record Fetch(URI address, String sha256, long mostBytes, Progress progress) {

    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;
    private static final int READ_TIMEOUT_MILLIS = 30_000;
    private static final int MOST_REDIRECTS = 5;
    /** So often a connection may be cut without a single byte having come. */
    private static final int MOST_VAIN_TRIES = 3;

    /** Receives how far a file is. */
    public interface Progress {

        /**
         * Called now and then.
         *
         * @param done bytes that are there
         * @param total bytes of the whole; -1 where the server does not tell
         */
        void at(long done, long total);
    }

    /** Why a connection came to no end: it may be tried again. */
    private static final class CutException extends IOException {

        private static final long serialVersionUID = 1L;

        CutException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * Fetches it, unless it is there.
     *
     * @param folder is made where there is none
     * @param offline whether nothing may be fetched
     * @return the file, whose hash is right
     * @throws IOException saying what is wrong and what to do
     */
    public Path into(Path folder, boolean offline) throws IOException {
        Path file = folder.resolve(sha256);
        if (isRight(file)) {
            return file;
        }
        if (offline) {
            throw new IOException("Offline, and " + address + " was not fetched before: there is no " + file
                    + "; leave --offline out, or copy the file there");
        }
        Files.createDirectories(folder);
        FetchLock lock = FetchLock.of(folder.resolve(sha256 + ".lock"));
        try {
            // Somebody else may have fetched it meanwhile.
            if (!isRight(file)) {
                fetch(file, folder.resolve(sha256 + ".part"));
            }
        } finally {
            lock.close();
        }
        return file;
    }

    private boolean isRight(Path file) throws IOException {
        return Files.isRegularFile(file) && hash(file).equals(sha256);
    }

    private void fetch(Path file, Path part) throws IOException {
        boolean resumed = Files.exists(part) && Files.size(part) > 0;
        whole(part);
        if (!hash(part).equals(sha256) && resumed) {
            // What lay there may have been of another file.
            Files.delete(part);
            whole(part);
        }
        String found = hash(part);
        if (!found.equals(sha256)) {
            long size = Files.size(part);
            Files.delete(part);
            throw new IOException(address + " is not the file that was named: expected SHA-256 " + sha256 + ", found "
                    + found + " (" + size + " bytes); nothing was kept. Look where the hash comes from");
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void whole(Path part) throws IOException {
        int vain = 0;
        while (true) {
            long before = Files.exists(part) ? Files.size(part) : 0;
            try {
                if (hasAll(part, before)) {
                    return;
                }
            } catch (CutException e) {
                long after = Files.exists(part) ? Files.size(part) : 0;
                vain = after > before ? 0 : vain + 1;
                if (vain == MOST_VAIN_TRIES) {
                    throw new IOException(
                            "The connection to " + address + " was cut " + vain
                                    + " times without a byte having come (" + e.getMessage() + "); " + after
                                    + " bytes are kept, and the same command goes on from there",
                            e);
                }
            }
        }
    }

    /** Asks for what is missing and appends it; whether that is all. */
    private boolean hasAll(Path part, long have) throws IOException {
        URLConnection connection = open(have);
        boolean goesOn = false;
        if (connection instanceof HttpURLConnection http) {
            int status = status(http);
            if (status == 416 && have > 0) {
                return true;
            }
            if (status != HttpURLConnection.HTTP_OK && status != HttpURLConnection.HTTP_PARTIAL) {
                throw new IOException(address + " answers with status " + status + "; check the address");
            }
            goesOn = status == HttpURLConnection.HTTP_PARTIAL && have > 0;
        }
        long start = goesOn ? have : 0;
        long length = connection.getContentLengthLong();
        long total = length < 0 ? -1 : start + length;
        if (total > mostBytes) {
            throw tooLarge(total);
        }
        long done = start;
        try (InputStream in = input(connection);
                OutputStream out =
                        goesOn ? Files.newOutputStream(part, StandardOpenOption.APPEND) : Files.newOutputStream(part)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
                out.write(buffer, 0, read);
                done += read;
                if (done > mostBytes) {
                    throw tooLarge(done);
                }
                progress.at(done, total);
            }
        }
        if (total >= 0 && done < total) {
            throw new CutException(new IOException("it ended after " + done + " of " + total + " bytes"));
        }
        return true;
    }

    private IOException tooLarge(long bytes) {
        return new IOException(address + " has " + bytes + " bytes or more, expected at most " + mostBytes
                + "; it is another file than was named, or too large");
    }

    private static int status(HttpURLConnection http) throws CutException {
        try {
            return http.getResponseCode();
        } catch (IOException e) {
            throw new CutException(e);
        }
    }

    private static InputStream input(URLConnection connection) throws IOException {
        try {
            return connection.getInputStream();
        } catch (IOException e) {
            throw connection instanceof HttpURLConnection ? new CutException(e) : e;
        }
    }

    private static int read(InputStream in, byte[] buffer) throws CutException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new CutException(e);
        }
    }

    /** Follows redirects, of which Java leaves those to another protocol alone; never from https to http. */
    private URLConnection open(long have) throws IOException {
        URI at = address;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            URLConnection connection = at.toURL().openConnection();
            connection.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
            connection.setReadTimeout(READ_TIMEOUT_MILLIS);
            if (!(connection instanceof HttpURLConnection http)) {
                return connection;
            }
            http.setInstanceFollowRedirects(false);
            if (have > 0) {
                http.setRequestProperty("Range", "bytes=" + have + "-");
            }
            int status = status(http);
            String location = http.getHeaderField("Location");
            if (status < 301 || status > 308 || status == 304 || location == null) {
                return connection;
            }
            URI next = at.resolve(location);
            String scheme = String.valueOf(next.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("https")
                    && !(scheme.equals("http") && at.getScheme().equalsIgnoreCase("http"))) {
                throw new IOException(
                        at + " leads to " + next + ", which is not followed; name the last address itself");
            }
            http.disconnect();
            at = next;
        }
        throw new IOException(address + " leads from one address to the next more than " + MOST_REDIRECTS + " times");
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

package io.emotion4j.internal.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on the loopback address that hands out files by ranges, and cuts connections where a test says so. */
public final class CuttingServer implements AutoCloseable {

    /** After so many bytes of a body each connection ends; one number a connection, then none. */
    public final Queue<Integer> cuts = new ConcurrentLinkedQueue<>();

    /** The ranges that were asked for, empty where the whole was. */
    public final Queue<String> ranges = new ConcurrentLinkedQueue<>();

    /** Connections that were answered. */
    public final AtomicInteger answers = new AtomicInteger();

    /** Whether ranges are handed out. */
    public volatile boolean knowsRanges = true;

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, String> redirects = new ConcurrentHashMap<>();
    private final ServerSocket socket;

    public CuttingServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "cutting-server");
        thread.setDaemon(true);
        thread.start();
    }

    public CuttingServer file(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    public CuttingServer redirect(String path, String location) {
        redirects.put(path, location);
        return this;
    }

    public URI at(String path) {
        return URI.create(
                "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + socket.getLocalPort() + path);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread thread = new Thread(() -> answer(connection), "cutting-server-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            String request = in.readLine();
            String range = "";
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                range = line.startsWith("Range: ") ? line.substring(7) : range;
            }
            if (request == null) {
                return;
            }
            String path = request.split(" ", -1)[1];
            OutputStream out = connection.getOutputStream();
            byte[] file = files.get(path);
            answers.incrementAndGet();
            if (redirects.containsKey(path)) {
                head(out, "302 Found\r\nLocation: " + redirects.get(path), 0);
            } else if (file == null) {
                head(out, "404 Not Found", 0);
            } else {
                ranges.add(range);
                send(out, file, range);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(OutputStream out, byte[] file, String range) throws IOException {
        int from = range.isEmpty() || !knowsRanges ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        if (from >= file.length) {
            head(out, "416 Range Not Satisfiable", 0);
            return;
        }
        head(out, range.isEmpty() || !knowsRanges ? "200 OK" : "206 Partial Content", file.length - from);
        Integer cut = cuts.poll();
        out.write(file, from, Math.min(cut == null ? file.length : cut, file.length - from));
    }

    private static void head(OutputStream out, String status, int length) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\nContent-Length: " + length + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

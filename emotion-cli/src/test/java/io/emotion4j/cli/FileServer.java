package io.emotion4j.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Serves a folder's files on this machine, an answer a connection, and remembers what was asked for. */
final class FileServer implements AutoCloseable {

    private final Path folder;
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private FileServer(Path folder) throws IOException {
        this.folder = folder;
    }

    static FileServer of(Path folder) throws IOException {
        FileServer server = new FileServer(folder);
        Thread thread = new Thread(server::serve, "file-server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    String address(String file) {
        return "http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort() + "/" + file;
    }

    /** The paths that were asked for, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                // Closed, or the client went away: the test sees what it got.
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String path = String.valueOf(in.readLine()).split(" ", -1)[1];
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            continue;
        }
        asked.add(path);
        Path file = folder.resolve(path.substring(1));
        boolean there = Files.isRegularFile(file);
        byte[] body = there ? Files.readAllBytes(file) : new byte[0];
        String head = "HTTP/1.1 " + (there ? "200 OK" : "404 Not Found") + "\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.server.client.ServerCall;
import io.emotion4j.server.client.ServerClient;
import io.emotion4j.testing.TestPictures;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Attacks a server, one way after the other, and prints what an honest client, who sends a photo all the while, sees of each. */
final class AttackTable {

    private static final int LEAST_HONEST = 5;
    private static final int UPLOADS = 11;
    private static final long PATIENCE_NANOS = 40_000_000_000L;

    /**
     * A row.
     *
     * @param slowestMillis of the honest client's answers, its own time included
     */
    record Row(String attack, Map<Integer, Integer> answers, long slowestMillis, long residentMegabytes) {}

    private final ServeProcess serve;
    private final ServerClient honest;
    private final List<Row> rows = new ArrayList<>();

    private AttackTable(ServeProcess serve) {
        this.serve = serve;
        this.honest = new ServerClient(serve.url(), ServeProcess.TOKEN);
    }

    /** All attacks, between two rows without one; with those of a folder's files, where it is there. */
    static List<Row> of(ServeProcess serve, Path files) throws Exception {
        AttackTable table = new AttackTable(serve);
        System.out.println("| attack | its answers | honest client, slowest | resident |");
        System.out.println("|---|---|---|---|");
        table.warmUp();
        table.row("none", List.of());
        for (Map.Entry<String, List<ServerCall>> attack : Attacks.of(files).entrySet()) {
            table.row(attack.getKey(), attack.getValue());
        }
        List<Socket> unfinished = table.unfinishedUploads();
        table.row(UPLOADS + " uploads that do not end", List.of());
        for (Socket socket : unfinished) {
            socket.close();
        }
        table.row("none", List.of());
        return List.copyOf(table.rows);
    }

    /** An honest client asks on until the server's memory is less than that, or for 40 s; what it is then. */
    static long megabytesOnceBelow(ServeProcess serve, long most) throws Exception {
        ServerClient honest = new ServerClient(serve.url(), ServeProcess.TOKEN);
        long begin = System.nanoTime();
        while (megabytes(serve) >= most && System.nanoTime() - begin < PATIENCE_NANOS) {
            honest.send(ServerCall.get("/health"));
        }
        return megabytes(serve);
    }

    /** What the JVM has compiled is no matter of attacks. */
    private void warmUp() throws Exception {
        for (int i = 0; i < 20 * LEAST_HONEST; i++) {
            honest.send(ServerCall.raw("/predict", TestPictures.oneFace()));
        }
    }

    /** The honest client asks until all calls of an attack are answered, and some times more. */
    private void row(String name, List<ServerCall> calls) throws Exception {
        List<CompletableFuture<Integer>> answers =
                calls.stream().map(this::status).toList();
        long slowest = 0;
        for (int sent = 0; sent < LEAST_HONEST || !answers.stream().allMatch(CompletableFuture::isDone); sent++) {
            long begin = System.nanoTime();
            int status = honest.send(ServerCall.raw("/predict", TestPictures.oneFace()))
                    .statusCode();
            slowest = Math.max(slowest, System.nanoTime() - begin);
            assertThat(status).as("the honest client's answer during: " + name).isEqualTo(200);
        }
        Map<Integer, Integer> statuses = new TreeMap<>();
        answers.forEach(answer -> statuses.merge(answer.join(), 1, Integer::sum));
        assertThat(statuses).as("answers to: " + name).doesNotContainKey(500);
        Row row = new Row(name, statuses, slowest / 1_000_000, megabytes(serve));
        rows.add(row);
        System.out.printf(
                "| %s | %s | %,d ms | %d MB |%n",
                row.attack(), inWords(statuses), row.slowestMillis(), row.residentMegabytes());
    }

    private static String inWords(Map<Integer, Integer> statuses) {
        List<String> words = new ArrayList<>();
        statuses.forEach((status, count) -> words.add(count + " times " + status));
        return String.join(", ", words);
    }

    private static long megabytes(ServeProcess serve) throws IOException {
        return serve.residentKilobytes() / 1024;
    }

    private CompletableFuture<Integer> status(ServerCall call) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return new ServerClient(serve.url(), ServeProcess.TOKEN)
                                .send(call)
                                .statusCode();
                    } catch (IOException | InterruptedException e) {
                        throw new CompletionException(e);
                    }
                },
                work -> new Thread(work, "attacker").start());
    }

    /** Each announces 16 MB and sends half of them, or as much as the server takes. */
    private List<Socket> unfinishedUploads() throws IOException {
        URI uri = URI.create(serve.url());
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            Socket socket = new Socket(uri.getHost(), uri.getPort());
            sockets.add(socket);
            String head = "POST /predict HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + ServeProcess.TOKEN
                    + "\r\nContent-Type: image/jpeg\r\nContent-Length: 16000000\r\n\r\n";
            OutputStream out = socket.getOutputStream();
            try {
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.write(new byte[8_400_000]);
                out.flush();
            } catch (IOException e) {
                System.out.println("An upload was ended by the server: " + e.getMessage());
            }
        }
        return sockets;
    }
}

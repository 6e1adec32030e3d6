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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server in a JVM with the container's flags, in the container's memory, under requests that were made to exhaust it: it lives, a client that
 * sends a photo meanwhile has its answer each time, and memory stays within the container's. It prints the table; times are for the reader,
 * since they are the machine's.
 */
class AttackTest {

    private static final Path FILES = Path.of("..", "..", "shared", "cases", "server");
    private static final int LEAST_HONEST = 5;
    private static final int UPLOADS = 11;

    /** What the issue of an attacked server asks for, of a container of 1024 MB. */
    private static final long MOST_MEGABYTES = 700;

    @TempDir
    Path folder;

    @Test
    @Timeout(600)
    void nobodyIsHarmedInTheContainersMemory() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(FILES), "skipped: needs the attack files in " + FILES);
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/status")), "skipped: this system has no /proc/self/status");
        List<String> jvm = new ArrayList<>(containerFlags());
        // As `--memory 1g --cpus 2` shows them to the JVM.
        jvm.addAll(List.of("-XX:MaxRAM=1g", "-XX:ActiveProcessorCount=2"));
        try (ServeProcess serve = ServeProcess.start(folder, jvm, Map.of("MALLOC_ARENA_MAX", "2"))) {
            ServerClient honest = new ServerClient(serve.url(), ServeProcess.TOKEN);
            System.out.println("attack | its answers | honest client, slowest ms | resident MB");
            row(serve, honest, "none", List.of());
            for (Map.Entry<String, List<ServerCall>> attack : Attacks.of(FILES).entrySet()) {
                row(serve, honest, attack.getKey(), attack.getValue());
            }
            List<Socket> unfinished = unfinishedUploads(serve);
            row(serve, honest, UPLOADS + " uploads that do not end", List.of());
            for (Socket socket : unfinished) {
                socket.close();
            }
            row(serve, honest, "none", List.of());
            assertThat(serve.residentKilobytes() / 1024).as("resident MB").isLessThan(MOST_MEGABYTES);
            assertThat(serve.stop()).isTrue();
        }
    }

    /** An honest client asks until all calls of an attack are answered, and some times more. */
    private static void row(ServeProcess serve, ServerClient honest, String name, List<ServerCall> calls)
            throws Exception {
        List<CompletableFuture<Integer>> answers =
                calls.stream().map(call -> status(serve, call)).toList();
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
        System.out.printf("%s | %s | %d | %d%n", name, statuses, slowest / 1_000_000, serve.residentKilobytes() / 1024);
    }

    private static CompletableFuture<Integer> status(ServeProcess serve, ServerCall call) {
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
    private static List<Socket> unfinishedUploads(ServeProcess serve) throws IOException {
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

    /** The options of the JVM in the Dockerfile's entry point. */
    private static List<String> containerFlags() throws IOException {
        String recipe = Files.readString(Path.of("..", "Dockerfile")).replace("\\\n", " ");
        Matcher entry = Pattern.compile("ENTRYPOINT \\[(.*?)]").matcher(recipe);
        assertThat(entry.find()).isTrue();
        List<String> flags = Arrays.stream(entry.group(1).split(","))
                .map(word -> word.strip().replace("\"", ""))
                .filter(word -> word.startsWith("-XX:"))
                .toList();
        assertThat(flags)
                .anyMatch(flag -> flag.startsWith("-XX:MaxRAMPercentage="))
                .noneMatch(flag -> flag.contains("Exit"));
        return flags;
    }
}

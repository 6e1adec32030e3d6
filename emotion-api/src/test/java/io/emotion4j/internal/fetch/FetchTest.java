package io.emotion4j.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTest {

    private static final byte[] FILE = new byte[200_000];

    @TempDir
    Path folder;

    private CuttingServer server;

    @BeforeEach
    void serve() throws IOException {
        new Random(1).nextBytes(FILE);
        server = new CuttingServer().file("/m.zip", FILE);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aConnectionThatIsCutIsGoneOnFrom() throws IOException {
        server.cuts.addAll(List.of(70_000, 30_000));
        List<Long> seen = new ArrayList<>();
        Path file = new Fetch(server.at("/m.zip"), hash(FILE), FILE.length, (done, total) -> seen.add(done))
                .into(folder, false);
        assertThat(file).hasBinaryContent(FILE);
        assertThat(server.ranges).containsExactly("", "bytes=70000-", "bytes=100000-");
        assertThat(seen).isSorted().endsWith(200_000L);
        assertThat(folder.resolve(hash(FILE) + ".part")).doesNotExist();
    }

    @Test
    void aLaterCallGoesOnWhereAnEarlierOneGaveUp() throws IOException {
        server.cuts.addAll(List.of(50_000, 0, 0, 0));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> fetch("/m.zip", hash(FILE)))
                .withMessageContaining("was cut 3 times without a byte having come")
                .withMessageContaining("50000 bytes are kept, and the same command goes on from there");
        assertThat(fetch("/m.zip", hash(FILE))).hasBinaryContent(FILE);
        assertThat(server.ranges).last().isEqualTo("bytes=50000-");
    }

    @Test
    void aServerWithoutRangesIsAskedForTheWhole() throws IOException {
        server.knowsRanges = false;
        server.cuts.add(70_000);
        assertThat(fetch("/m.zip", hash(FILE))).hasBinaryContent(FILE);
    }

    @Test
    void whatLiesThereOfAnotherFileDoesNotSpoilIt() throws IOException {
        Files.write(folder.resolve(hash(FILE) + ".part"), new byte[1000]);
        assertThat(fetch("/m.zip", hash(FILE))).hasBinaryContent(FILE);
        Files.write(folder.resolve(hash(FILE)), new byte[10]);
        Files.write(folder.resolve(hash(FILE) + ".part"), new byte[FILE.length + 5]);
        assertThat(fetch("/m.zip", hash(FILE))).hasBinaryContent(FILE);
    }

    @Test
    void anotherFileThanWasNamedIsNotKept() {
        String other = hash(new byte[1]);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> fetch("/m.zip", other))
                .withMessageContaining("/m.zip is not the file that was named: expected SHA-256 " + other + ", found "
                        + hash(FILE) + " (200000 bytes); nothing was kept");
        assertThat(folder.resolve(other)).doesNotExist();
        assertThat(folder.resolve(other + ".part")).doesNotExist();
    }

    @Test
    void offlineNothingIsFetchedAndWhatIsThereIsFound() throws IOException {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> plain("/m.zip", hash(FILE)).into(folder, true))
                .withMessageStartingWith("Offline, and ");
        assertThat(server.answers).hasValue(0);
        fetch("/m.zip", hash(FILE));
        assertThat(plain("/m.zip", hash(FILE)).into(folder, true)).hasBinaryContent(FILE);
        assertThat(server.answers).hasValue(1);
    }

    @Test
    void redirectsAreFollowedButNotRoundInCirclesNorToFiles() throws IOException {
        server.redirect("/old", "/older").redirect("/older", server.at("/m.zip").toString());
        assertThat(fetch("/old", hash(FILE))).hasBinaryContent(FILE);
        server.redirect("/circle", "/circle").redirect("/file", folder.toUri().toString());
        String other = hash(new byte[2]);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> fetch("/circle", other))
                .withMessageContaining("leads from one address to the next more than 5 times");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> fetch("/file", other))
                .withMessageContaining("which is not followed");
    }

    @Test
    void whatIsNotThereOrTooLargeIsSaid() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> fetch("/none", hash(FILE)))
                .withMessageContaining("/none answers with status 404; check the address");
        Fetch small = new Fetch(server.at("/m.zip"), hash(FILE), 1000, (done, total) -> {});
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> small.into(folder, false))
                .withMessageContaining("has 200000 bytes or more, expected at most 1000");
    }

    @Test
    void manyAtOnceFetchOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Path>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> fetch("/m.zip", hash(FILE))));
            }
            for (Future<Path> one : all) {
                assertThat(one.get()).hasBinaryContent(FILE);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(server.answers).hasValue(1);
    }

    @Test
    void processesAtOnceFetchOnceToo() throws Exception {
        String program = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Path.of("target", "classes") + File.pathSeparator + Path.of("target", "test-classes");
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(new ProcessBuilder(
                            program,
                            "-cp",
                            classes,
                            FetchProgram.class.getName(),
                            server.at("/m.zip").toString(),
                            hash(FILE),
                            folder.toString())
                    .inheritIO()
                    .start());
        }
        for (Process one : all) {
            assertThat(one.waitFor()).isZero();
        }
        assertThat(folder.resolve(hash(FILE))).hasBinaryContent(FILE);
        assertThat(server.answers).hasValue(1);
    }

    private Path fetch(String path, String sha256) throws IOException {
        return plain(path, sha256).into(folder, false);
    }

    private Fetch plain(String path, String sha256) {
        return new Fetch(server.at(path), sha256, 1 << 20, (done, total) -> {});
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(Arrays.toString(bytes), e);
        }
    }
}

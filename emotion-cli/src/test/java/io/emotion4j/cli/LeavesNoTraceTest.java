package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.emotion4j.testing.JavaProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program in a JVM of its own: it uses no network and writes no file, but for ONNX Runtime's unpacking of its library. */
@Timeout(120)
class LeavesNoTraceTest {

    @TempDir
    Path folder;

    @Test
    void analysisOpensNoSocketAndWritesNoFile() throws Exception {
        check(run(List.of(), NoNetworkMain.class));
    }

    @Test
    void analysisWorksWhereThereIsNoNetworkAtAll() throws Exception {
        List<String> unshare = List.of("unshare", "--map-root-user", "--net");
        assumeThat(allowed(unshare))
                .as("needs a network namespace of its own, by `unshare`, which this machine has not or does not allow")
                .isTrue();
        check(run(unshare, NoNetworkMain.class));
    }

    /** Native libraries, too: what they ask of the system is seen by nothing in Java. */
    @Test
    void systemCallsConnectNowhereAndOpenNoFileForWritingButInTheTemporaryFolder() throws Exception {
        Path calls = folder.resolve("calls");
        List<String> strace = List.of(
                "strace",
                "-f",
                "-qq",
                "-s",
                "300",
                "-e",
                "signal=none",
                "-e",
                "trace=connect,bind,sendto,sendmsg,sendmmsg,open,openat,creat,mkdir,mkdirat",
                "-o",
                calls.toString());
        assumeThat(allowed(strace))
                .as("needs `strace`, which this machine has not or does not allow")
                .isTrue();
        check(run(strace, Main.class));
        List<String> lines = Files.readAllLines(calls);
        assertThat(lines.stream().filter(line -> line.contains("libonnxruntime")))
                .isNotEmpty();
        assertThat(lines.stream().filter(line -> line.contains("AF_INET"))).isEmpty();
        assertThat(lines.stream()
                        .filter(line -> line.matches(".*(O_WRONLY|O_RDWR|O_CREAT|creat\\(|mkdir).*"))
                        // The second half of a call that another thread's interrupted: its path stood in the first.
                        .filter(line -> !line.matches("\\d+ +<\\.\\.\\. \\w+ resumed>.*"))
                        .filter(line ->
                                !line.contains('"' + folder.resolve("temp").toString()))
                        // The terminal, the null device, and what the JVM tells the kernel about itself.
                        .filter(line -> !line.matches(".*\"/(dev|proc)/.*")))
                .isEmpty();
    }

    /** The lines that the program printed. */
    private List<String> run(List<String> prefix, Class<?> main) throws Exception {
        Path temp = Files.createDirectory(folder.resolve("temp"));
        Path home = Files.createDirectory(folder.resolve("home"));
        Path work = Files.createDirectory(folder.resolve("work"));
        Files.copy(SamplePictureTest.SAMPLE, work.resolve("sample.png"));
        ProcessBuilder builder = JavaProgram.of(main, "--format", "csv", "sample.png")
                .within(prefix)
                .jvm(List.of("-XX:-UsePerfData", "-Djava.io.tmpdir=" + temp, "-Duser.home=" + home))
                .process()
                .directory(work.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("TMPDIR", temp.toString());
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        Process process = builder.redirectOutput(out).redirectError(err).start();
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        assertThat(err).hasContent("");
        assertThat(process.exitValue()).isZero();
        return Files.readAllLines(out.toPath());
    }

    private void check(List<String> printed) throws IOException {
        assertThat(printed.stream().filter(line -> line.startsWith("sample.png,")))
                .hasSize(7);
        // What lay in the temporary folder at the end of the run, before ONNX Runtime removed its own.
        assertThat(printed.stream().filter(line -> line.startsWith(NoNetworkMain.TEMPORARY)))
                .allMatch(line -> line.startsWith(NoNetworkMain.TEMPORARY + "onnxruntime-java"));
        assertThat(files(folder.resolve("home"))).isEmpty();
        assertThat(files(folder.resolve("work"))).containsExactly(folder.resolve("work/sample.png"));
        // ONNX Runtime removes its library at the end, but leaves the folder that it had made for it.
        assertThat(files(folder.resolve("temp")))
                .allMatch(left -> left.getFileName().toString().startsWith("onnxruntime-java"));
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !file.equals(root)).toList();
        }
    }

    private static boolean allowed(List<String> prefix) throws InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}

package io.emotion4j.cli;

import io.emotion4j.testing.JavaProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code emotion4j serve} in a process of its own, with temporary and working folders of its own. */
final class ServeProcess implements AutoCloseable {

    static final String TOKEN = "of-the-environment";

    private static final Pattern LISTENS = Pattern.compile("listens on (http://[^/]+)/");

    private final Path folder;
    private final Process process;
    private final String url;

    private ServeProcess(Path folder, Process process, String url) {
        this.folder = folder;
        this.process = process;
        this.url = url;
    }

    /** Starts one and waits until it listens. */
    static ServeProcess start(Path folder, List<String> jvm) throws IOException {
        return start(folder, jvm, Map.of());
    }

    /** The same with more in its environment. */
    static ServeProcess start(Path folder, List<String> jvm, Map<String, String> environment) throws IOException {
        Path temp = Files.createDirectory(folder.resolve("temp"));
        Path work = Files.createDirectory(folder.resolve("work"));
        List<String> options = new ArrayList<>(jvm);
        options.addAll(List.of("-XX:-UsePerfData", "-Djava.io.tmpdir=" + temp, "-Duser.home=" + work));
        ProcessBuilder builder = JavaProgram.of(Main.class, "serve", "--port", "0")
                .jvm(options)
                .process()
                .directory(work.toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().putAll(environment);
        builder.environment().put("EMOTION4J_TOKEN", TOKEN);
        Process process = builder.start();
        BufferedReader out = process.inputReader();
        String line = String.valueOf(out.readLine());
        Matcher listens = LISTENS.matcher(line);
        if (!listens.find()) {
            process.destroyForcibly();
            throw new IOException("It said '" + line + "' and " + Files.readString(folder.resolve("err")));
        }
        return new ServeProcess(folder, process, listens.group(1));
    }

    String url() {
        return url;
    }

    Path temp() {
        return folder.resolve("temp");
    }

    Path work() {
        return folder.resolve("work");
    }

    List<String> err() throws IOException {
        return Files.readAllLines(folder.resolve("err"));
    }

    /** Memory of the process that lies in the machine's, in kilobytes. */
    long residentKilobytes() throws IOException {
        return kilobytes("VmRSS:");
    }

    /** The most of it since the process began. */
    long mostResidentKilobytes() throws IOException {
        return kilobytes("VmHWM:");
    }

    private long kilobytes(String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("No " + name + " in the process's status");
    }

    /** Asks it to stop, and waits. */
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(120, TimeUnit.SECONDS);
    }

    /** {@return its exit code, once it has ended} */
    int exit() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

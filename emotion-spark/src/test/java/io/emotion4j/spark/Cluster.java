package io.emotion4j.spark;

import io.emotion4j.testing.JavaProgram;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;
import org.apache.spark.launcher.JavaModuleOptions;

/** A standalone cluster on loopback: a master and workers of one core each, as processes with the test's class path. */
final class Cluster implements AutoCloseable {

    private static final String LISTENS = "Starting Spark master at ";

    private final Path folder;
    private final List<Process> workers = new ArrayList<>();
    private final Process master;
    private final String address;

    Cluster(Path folder, int count) throws IOException {
        this.folder = folder;
        // Where a worker looks for Spark's jars; they come by the class path.
        Files.createDirectories(folder.resolve("home").resolve("jars"));
        ProcessBuilder builder = program(Master.class, "--host", "127.0.0.1", "--port", "0", "--webui-port", "0");
        master = builder.redirectErrorStream(true).start();
        address = address(master);
        for (int i = 0; i < count; i++) {
            workers.add(program(
                            Worker.class,
                            "--host",
                            "127.0.0.1",
                            "--webui-port",
                            "0",
                            "--cores",
                            "1",
                            "--memory",
                            "1g",
                            "--work-dir",
                            folder.resolve("work" + i).toString(),
                            address)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("worker" + i + ".log").toFile())
                    .start());
        }
    }

    /** Such as {@code spark://127.0.0.1:40123}. */
    String address() {
        return address;
    }

    /** What executors need to find the library. */
    static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> new File(entry).getAbsolutePath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Ends a worker and its executors at once, as a machine that loses its power. */
    void kill(int worker) {
        Process process = workers.get(worker);
        List<ProcessHandle> executors = process.descendants().toList();
        process.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        for (int i = 0; i < workers.size(); i++) {
            kill(i);
        }
        master.destroyForcibly();
    }

    private ProcessBuilder program(Class<?> main, String... arguments) {
        List<String> jvm = new ArrayList<>(
                List.of(JavaModuleOptions.defaultModuleOptions().trim().split("\\s+")));
        jvm.add("-Xmx256m");
        ProcessBuilder builder = JavaProgram.of(main, arguments).jvm(jvm).process();
        builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder.directory(folder.toFile());
    }

    private static String address(Process master) throws IOException {
        // Stays open: the master would be killed by the next line that it cannot write.
        BufferedReader log = new BufferedReader(new InputStreamReader(master.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            all.append(line).append('\n');
            int at = line.indexOf(LISTENS);
            if (at >= 0) {
                return line.substring(at + LISTENS.length()).trim();
            }
        }
        throw new IOException("The master ended before it listened:\n" + all);
    }
}

package io.emotion4j.spark;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A standalone cluster on loopback: a master and workers of one core, each a program of its own with the tests' class path. */
final class Cluster implements AutoCloseable {

    private final Path home;
    private final String address;
    private final List<Process> programs = new ArrayList<>();

    Cluster(Path home, int workers) throws IOException {
        this.home = home;
        // The workers look for Spark's jars there, which the class path has already.
        Files.createDirectories(home.resolve("jars"));
        int port = freePort();
        this.address = "spark://127.0.0.1:" + port;
        programs.add(start("master", "org.apache.spark.deploy.master.Master", List.of("--port", "" + port)));
        awaitListener(port);
        for (int i = 0; i < workers; i++) {
            programs.add(start(
                    "worker-" + i,
                    "org.apache.spark.deploy.worker.Worker",
                    List.of(
                            "--cores",
                            "1",
                            "--memory",
                            "1g",
                            "--work-dir",
                            home.resolve("work-" + i).toString(),
                            address)));
        }
    }

    private Process start(String name, String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                program,
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder.start();
    }

    String address() {
        return address;
    }

    /** What the executors start with: absolute, since they run in folders of their own. */
    String classPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    /** Kills a worker and its executor, as if its machine had lost its power. */
    void killWorker(int i) {
        kill(programs.get(i + 1));
    }

    private static void kill(Process program) {
        program.descendants().forEach(ProcessHandle::destroyForcibly);
        program.destroyForcibly();
    }

    @Override
    public void close() {
        programs.forEach(Cluster::kill);
    }

    private void awaitListener(int port) throws IOException {
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (ConnectException notYet) {
                if (!programs.get(0).isAlive()) {
                    throw new IOException("The master ended: " + Files.readString(home.resolve("master.log")), notYet);
                }
                LockSupport.parkNanos(50_000_000);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

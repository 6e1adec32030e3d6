package io.emotion4j.onnx;

import io.emotion4j.EmotionAnalyzer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Eight threads analyze while the JVM shuts down. A hook stops them, waits and closes, as a server's does; or nobody cares. */
final class ShutdownProgram {

    private ShutdownProgram() {}

    public static void main(String[] arguments) throws Exception {
        byte[] picture = Files.readAllBytes(Path.of(arguments[0]));
        boolean graceful = Boolean.parseBoolean(arguments[1]);
        EmotionAnalyzer analyzer = EmotionAnalyzer.builder().maxConcurrency(8).build();
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch running = new CountDownLatch(8);
        ExecutorService threads = Executors.newFixedThreadPool(8, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        if (graceful) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stop.set(true);
                threads.shutdown();
                try {
                    threads.awaitTermination(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                analyzer.close();
            }));
        }
        for (int i = 0; i < 8; i++) {
            threads.submit(() -> {
                while (!stop.get()) {
                    analyzer.analyze(picture);
                    running.countDown();
                }
                return null;
            });
        }
        running.await();
        System.exit(0);
    }
}

package io.emotion4j.examples;

import io.emotion4j.EmotionAnalyzer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * All pictures of a folder, several at a time, without holding them all in memory: a picture is handed out when one of a few
 * permits is free. One analyzer serves all threads.
 */
public final class AsyncFolder {

    private AsyncFolder() {}

    /**
     * Prints a line a picture, as they are done.
     *
     * @param args a folder
     * @throws IOException if it cannot be listed
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        Semaphore permits = new Semaphore(2 * threads);
        List<CompletableFuture<?>> printed = new ArrayList<>();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try (var analyzer = EmotionAnalyzer.create();
                DirectoryStream<Path> pictures = Files.newDirectoryStream(Path.of(args[0]), "*.{jpg,png}")) {
            for (Path picture : pictures) {
                permits.acquire();
                printed.add(analyzer.analyzeAsync(picture, executor).handle((analysis, failure) -> {
                    String outcome = failure == null ? analysis.faces().size() + " faces" : failure.getMessage();
                    System.out.println(picture.getFileName() + ": " + outcome);
                    permits.release();
                    return null;
                }));
            }
            CompletableFuture.allOf(printed.toArray(CompletableFuture<?>[]::new))
                    .join();
        } finally {
            executor.shutdown();
        }
    }
}

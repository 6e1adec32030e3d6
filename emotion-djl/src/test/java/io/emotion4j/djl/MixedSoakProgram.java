package io.emotion4j.djl;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.ImageDecodeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Analyzes mixed pictures on two threads and prints, twenty times, a line: analyses done, resident memory in kilobytes, open files, threads. The
 * rest are faces found and broken files refused, in a last line.
 */
final class MixedSoakProgram {

    private static final int THREADS = 2;
    private static final int LINES = 20;

    private MixedSoakProgram() {}

    /** Arguments: engine, number of analyses, pictures of seven faces and of one. */
    public static void main(String[] arguments) throws Exception {
        int each = Integer.parseInt(arguments[1]) / LINES / THREADS;
        List<byte[]> files = MixedPictures.of(Path.of(arguments[2]), Path.of(arguments[3]));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long faces = 0;
        long refused = 0;
        try (EmotionAnalyzer analyzer =
                EmotionAnalyzer.builder().engine(arguments[0]).build()) {
            for (int line = 1; line <= LINES; line++) {
                List<Future<long[]>> running = new ArrayList<>();
                for (int t = 0; t < THREADS; t++) {
                    int first = (line - 1) * each * THREADS + t * each;
                    running.add(threads.submit(() -> analyze(analyzer, files, first, each)));
                }
                for (Future<long[]> one : running) {
                    faces += one.get()[0];
                    refused += one.get()[1];
                }
                System.out.println(line * each * THREADS + " " + ResidentMemory.kilobytes() + " " + openFiles() + " "
                        + Thread.activeCount());
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.println("faces " + faces + " refused " + refused);
        System.exit(0);
    }

    private static long[] analyze(EmotionAnalyzer analyzer, List<byte[]> files, int first, int count)
            throws IOException {
        long[] found = new long[2];
        for (int i = first; i < first + count; i++) {
            try {
                found[0] +=
                        analyzer.analyze(files.get(i % files.size())).faces().size();
            } catch (ImageDecodeException e) {
                found[1]++;
            }
        }
        return found;
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}

package io.emotion4j.spark;

import com.sun.management.OperatingSystemMXBean;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.testing.TestPictures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * What Spark costs: the same files by plain threads and by as many tasks of one JVM, in turn. Arguments: a folder to write in,
 * pictures, rounds. docs/spark.md has the figures.
 */
final class ThroughputMain {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ThroughputMain() {}

    public static void main(String[] args) throws Exception {
        table(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]))
                .forEach(System.out::println);
    }

    /** The lines of a table: each measurement, then what Spark reached of the plain threads' pace, and two tasks of one's. */
    static List<String> table(Path folder, int count, int rounds) throws Exception {
        Path pictures = write(folder.resolve("pictures"), count);
        Path few = write(folder.resolve("few"), Math.min(count, 100));
        Map<String, List<Double>> paces = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        lines.add("what, threads, pictures a second, CPU milliseconds a picture");
        plain(few, 2);
        for (int round = 0; round < rounds; round++) {
            for (int threads = 1; threads <= 2; threads++) {
                int parallel = threads;
                lines.add(measure("threads", parallel, count, () -> plain(pictures, parallel), paces));
                try (SparkSession spark =
                        Sessions.builder("local[" + parallel + "]", folder).getOrCreate()) {
                    // The first job compiles and loads classes.
                    spark(spark, few);
                    lines.add(measure("spark", parallel, count, () -> spark(spark, pictures), paces));
                }
            }
        }
        for (int threads = 1; threads <= 2; threads++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "spark to plain threads, %d: %.2f",
                    threads,
                    median(paces, "spark" + threads) / median(paces, "threads" + threads)));
        }
        for (String what : List.of("threads", "spark")) {
            lines.add(String.format(
                    Locale.ROOT, "%s, 2 to 1: %.2f", what, median(paces, what + 2) / median(paces, what + 1)));
        }
        return lines;
    }

    private static Path write(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            Files.write(folder.resolve(i + ".jpg"), TestPictures.oneFace());
        }
        return folder;
    }

    private static double median(Map<String, List<Double>> paces, String what) {
        List<Double> sorted = paces.get(what).stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private static String measure(
            String what, int threads, int count, Callable<Long> work, Map<String, List<Double>> paces)
            throws Exception {
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        long faces = work.call();
        double pace = count / ((System.nanoTime() - start) / 1e9);
        double cpuMillis = (SYSTEM.getProcessCpuTime() - cpu) / 1e6;
        if (faces != count) {
            throw new IllegalStateException("Expected a face in each of " + count + " pictures, found " + faces);
        }
        paces.computeIfAbsent(what + threads, key -> new ArrayList<>()).add(pace);
        return String.format(Locale.ROOT, "%s, %d, %.1f, %.1f", what, threads, pace, cpuMillis / count);
    }

    private static long spark(SparkSession spark, Path pictures) {
        return EmotionTransform.of(spark)
                .transform(spark.read().format("binaryFile").load(pictures.toString()))
                .selectExpr("sum(size(faces))")
                .first()
                .getLong(0);
    }

    private static long plain(Path pictures, int threads) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(pictures)) {
            files = all.toList();
        }
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        EmotionAnalyzer analyzer = ExecutorAnalyzers.get(Map.of());
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (Path file : files) {
                work.add(() -> faces(analyzer, file));
            }
            long faces = 0;
            for (var found : executor.invokeAll(work)) {
                faces += found.get();
            }
            return faces;
        } finally {
            executor.shutdown();
        }
    }

    private static int faces(EmotionAnalyzer analyzer, Path file) throws IOException {
        return analyzer.analyze(Files.readAllBytes(file)).faces().size();
    }
}

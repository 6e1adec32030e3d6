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
        Path folder = Path.of(args[0]);
        int count = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        Path pictures = folder.resolve("pictures");
        if (!Files.exists(pictures)) {
            Files.createDirectories(pictures);
            for (int i = 0; i < count; i++) {
                Files.write(pictures.resolve(i + ".jpg"), TestPictures.oneFace());
            }
        }
        System.out.println("what, threads, pictures a second, CPU milliseconds a picture");
        for (int round = 0; round < rounds; round++) {
            for (int threads = 1; threads <= 2; threads++) {
                int parallel = threads;
                measure("threads", parallel, count, () -> plain(pictures, parallel));
                try (SparkSession spark =
                        Sessions.builder("local[" + parallel + "]", folder).getOrCreate()) {
                    // The first job compiles and loads classes.
                    spark(spark, pictures);
                    measure("spark", parallel, count, () -> spark(spark, pictures));
                }
            }
        }
    }

    private static void measure(String what, int threads, int count, Callable<Long> work) throws Exception {
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        long faces = work.call();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuMillis = (SYSTEM.getProcessCpuTime() - cpu) / 1e6;
        if (faces != count) {
            throw new IllegalStateException("Expected a face in each of " + count + " pictures, found " + faces);
        }
        System.out.printf(Locale.ROOT, "%s, %d, %.1f, %.1f%n", what, threads, count / seconds, cpuMillis / count);
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

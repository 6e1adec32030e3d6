package io.emotion4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.EmotionAnalyzer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures a second, Spark beside plain threads of the same number, in turns: {@code mvn -Dtests.left-out=
 * -Dtest=ThroughputTest -Dsurefire.failIfNoSpecifiedTests=false -pl emotion-spark -am test}.
 */
@Tag("measure")
class ThroughputTest {

    private static final int PICTURES = Integer.getInteger("spark.pictures", 400);
    private static final int ROUNDS = 3;

    @Test
    void sparkKeepsUpWithPlainThreads(@TempDir Path warehouse) throws Exception {
        byte[] sample = Pictures.sample();
        double[][] ratios = new double[2][ROUNDS];
        double[][] rates = new double[2][ROUNDS];
        for (int threads = 1; threads <= 2; threads++) {
            SparkSession spark = SparkSession.builder()
                    .master("local[" + threads + "]")
                    .config("spark.ui.enabled", false)
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.sql.warehouse.dir", warehouse.toString())
                    .getOrCreate();
            try (EmotionAnalyzer analyzer =
                    EmotionAnalyzer.builder().maxConcurrency(threads).build()) {
                Dataset<Row> pictures = spark.range(0, PICTURES, 1, threads * 4)
                        .selectExpr("id", "unhex('" + java.util.HexFormat.of().formatHex(sample) + "') AS content");
                for (int round = -1; round < ROUNDS; round++) {
                    double plain = plain(analyzer, sample, threads);
                    double sparks = spark(spark, pictures);
                    if (round >= 0) {
                        ratios[threads - 1][round] = sparks / plain;
                        rates[threads - 1][round] = sparks;
                        System.out.printf(
                                Locale.ROOT,
                                "threads %d: plain %.1f/s, Spark %.1f/s, ratio %.3f%n",
                                threads,
                                plain,
                                sparks,
                                sparks / plain);
                    }
                }
            } finally {
                spark.stop();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "median ratio: 1 thread %.3f, 2 threads %.3f; 2 tasks against 1: %.2f%n",
                median(ratios[0]),
                median(ratios[1]),
                median(rates[1]) / median(rates[0]));
        assertThat(median(ratios[1])).isGreaterThan(0.5);
    }

    private static double plain(EmotionAnalyzer analyzer, byte[] sample, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        for (Future<?> done : pool.invokeAll(IntStream.range(0, PICTURES)
                .<java.util.concurrent.Callable<Object>>mapToObj(i -> () -> analyzer.analyze(sample))
                .toList())) {
            done.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        pool.shutdown();
        return PICTURES / seconds;
    }

    private static double spark(SparkSession spark, Dataset<Row> pictures) {
        long start = System.nanoTime();
        FacesTransformer.builder(spark)
                .build()
                .transform(pictures)
                .drop("content")
                .write()
                .format("noop")
                .mode("overwrite")
                .save();
        return PICTURES / ((System.nanoTime() - start) / 1e9);
    }

    private static double median(double[] values) {
        return java.util.Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
}

package io.emotion4j.spark;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A master and two workers: with a few pictures in every build, with 2,000 by the profile {@code cluster}. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a worker needs Hadoop's programs for Windows there")
class ClusterTest {

    private static final int PICTURES = Integer.getInteger("spark.pictures", 40);
    private static final int TASKS_BEFORE = 3;

    @Test
    void workerThatIsKilledAndPoisonedPicturesLoseNoRow(@TempDir Path folder) throws Exception {
        Path pictures = PictureFolder.write(folder.resolve("pictures"), PICTURES);
        try (Cluster cluster = new Cluster(folder, 2);
                SparkSession spark = Sessions.builder(cluster.address(), folder)
                        .config("spark.executor.cores", "1")
                        .config("spark.executor.memory", "512m")
                        .config("spark.cores.max", "2")
                        .config("spark.executor.extraClassPath", Cluster.classPath())
                        // Both are there before the first task.
                        .config("spark.scheduler.minRegisteredResourcesRatio", "1")
                        .config("spark.scheduler.maxRegisteredResourcesWaitingTime", "120s")
                        .getOrCreate()) {
            KillsAWorker killer = new KillsAWorker(cluster);
            spark.sparkContext().addSparkListener(killer);

            String parquet = folder.resolve("faces").toString();
            Dataset<Row> all =
                    spark.read().format("binaryFile").load(pictures.toString()).repartition(20);
            EmotionTransform.of(spark).transform(all).drop("content").write().parquet(parquet);

            assertThat(killer.ended.get()).as("tasks that ended").isGreaterThan(TASKS_BEFORE);
            assertThat(killer.lost.get())
                    .as("executors that were lost with the worker")
                    .isPositive();
            System.out.printf(
                    "%d pictures: %d tasks ended, %d executors lost%n",
                    PICTURES, killer.ended.get(), killer.lost.get());
            Dataset<Row> read = spark.read().parquet(parquet);
            List<String> paths = read.select("path").as(Encoders.STRING()).collectAsList();
            assertThat(paths).hasSize(PICTURES).doesNotHaveDuplicates();
            assertThat(read.filter(col("error").isNotNull()).count()).isEqualTo(PICTURES / 10);
            assertThat(read.filter("size(faces) = " + PictureFolder.FACES_OF_A_WHOLE_ONE)
                            .count())
                    .isEqualTo(PICTURES - PICTURES / 10);
        }
    }

    /** In the middle: when some of the tasks have ended. */
    private static final class KillsAWorker extends SparkListener {

        private final Cluster cluster;
        private final AtomicInteger ended = new AtomicInteger();
        private final AtomicInteger lost = new AtomicInteger();

        KillsAWorker(Cluster cluster) {
            this.cluster = cluster;
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            // Those that analyze, not those that read and deal out.
            if (end.taskType().equals("ResultTask")
                    && end.taskInfo().successful()
                    && ended.incrementAndGet() == TASKS_BEFORE) {
                cluster.kill(0);
            }
        }

        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
            lost.incrementAndGet();
        }
    }
}

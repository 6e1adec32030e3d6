package io.emotion4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dspark.pictures=2000} for more of them. */
class ClusterTest {

    private static final int PICTURES = Integer.getInteger("spark.pictures", 60);

    @Test
    @Timeout(600)
    void aWorkerKilledInTheMiddleLosesNoRowAndPoisonIsInTheErrorColumn(@TempDir Path home, @TempDir Path warehouse)
            throws Exception {
        try (Cluster cluster = new Cluster(home, 2);
                SparkSession spark = session(cluster, warehouse)) {
            CountDownLatch middle = new CountDownLatch(PICTURES / 20 + 2);
            AtomicInteger removed = new AtomicInteger();
            spark.sparkContext().addSparkListener(new SparkListener() {
                @Override
                public void onTaskEnd(SparkListenerTaskEnd end) {
                    middle.countDown();
                }

                @Override
                public void onExecutorRemoved(SparkListenerExecutorRemoved event) {
                    removed.incrementAndGet();
                }
            });
            Thread killer = new Thread(() -> {
                try {
                    middle.await();
                    cluster.killWorker(0);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            killer.start();

            // Three pictures a task, so that the worker dies with most of the work before it.
            Dataset<Row> rows = Pictures.dataset(spark, PICTURES, PICTURES / 3);
            Dataset<Row> found = FacesTransformer.builder(spark)
                    .build()
                    .transform(rows)
                    .selectExpr("id", "size(faces) AS faces", "error");
            var all = found.collectAsList();
            killer.join();

            assertThat(removed).hasPositiveValue();
            assertThat(all).hasSize(PICTURES);
            assertThat(all.stream().map(row -> row.getInt(0)).distinct()).hasSize(PICTURES);
            assertThat(all).allSatisfy(row -> {
                boolean poison = row.getInt(0) % Pictures.POISON_EVERY == Pictures.POISON_EVERY - 1;
                assertThat(row.isNullAt(2)).isEqualTo(!poison);
                assertThat(row.isNullAt(1)).isEqualTo(poison);
            });
        }
    }

    private static SparkSession session(Cluster cluster, Path warehouse) {
        return SparkSession.builder()
                .master(cluster.address())
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.executor.memory", "512m")
                .config("spark.executor.extraClassPath", cluster.classPath())
                .config("spark.scheduler.minRegisteredResourcesRatio", "1.0")
                .config("spark.scheduler.maxRegisteredResourcesWaitingTime", "60s")
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.sql.warehouse.dir", warehouse.toString())
                .getOrCreate();
    }
}

package io.emotion4j.spark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Sessions for tests: on loopback, without a web page, everything they write in one folder. */
final class Sessions {

    private Sessions() {}

    static SparkSession.Builder builder(String master, Path folder) {
        SparkSession.Builder builder = SparkSession.builder();
        builder.master(master);
        builder.appName("emotion-spark");
        builder.config("spark.driver.host", "127.0.0.1");
        builder.config("spark.driver.bindAddress", "127.0.0.1");
        builder.config("spark.ui.enabled", "false");
        builder.config("spark.local.dir", folder.resolve("local").toString());
        builder.config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString());
        builder.config("spark.sql.shuffle.partitions", "2");
        return builder;
    }
}

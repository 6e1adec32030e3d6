package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderToParquetTest {

    @Test
    void folderBecomesCountsByExpression(@TempDir Path folder) throws Exception {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Path sample = Path.of(System.getProperty("samples"), "seven-expressions.png");
        Files.copy(sample, pictures.resolve("a.png"));
        Files.copy(sample, pictures.resolve("b.png"));
        Files.writeString(pictures.resolve("c.png"), "no picture");
        Map<String, Long> counts = new TreeMap<>();
        Path parquet = folder.resolve("faces.parquet");

        try (SparkSession spark = SparkSession.builder().appName("test").getOrCreate()) {
            for (Row row : FolderToParquet.run(spark, pictures.toString(), parquet.toString())
                    .collectAsList()) {
                counts.put(row.getString(0), row.getLong(1));
            }
        }

        assertEquals(
                Map.of(
                        "UNKNOWN_FORMAT", 1L, "angry", 2L, "disgust", 2L, "fear", 2L, "happy", 2L, "neutral", 2L, "sad",
                        2L, "surprise", 2L),
                counts);
        assertTrue(Files.exists(parquet.resolve("_SUCCESS")));
    }
}

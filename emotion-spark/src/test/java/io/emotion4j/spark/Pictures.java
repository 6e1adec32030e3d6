package io.emotion4j.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The sample with one face, many times, and between them what is no picture. None is empty: Spark's binaryFile leaves empty files out. */
final class Pictures {

    /** Every fifth is poison. */
    static final int POISON_EVERY = 5;

    private Pictures() {}

    static byte[] sample() throws IOException {
        return Files.readAllBytes(Path.of("..", "samples", "one-face.jpg"));
    }

    static int poisoned(int count) {
        return count / POISON_EVERY;
    }

    static byte[] nth(int i, byte[] sample) {
        if (i % POISON_EVERY != POISON_EVERY - 1) {
            return sample;
        }
        return switch (i / POISON_EVERY % 3) {
            case 0 -> new byte[] {0};
            case 1 -> "this is no picture".getBytes(StandardCharsets.US_ASCII);
            default -> Arrays.copyOf(sample, sample.length / 2);
        };
    }

    static Path folder(Path folder, int count) throws IOException {
        byte[] sample = sample();
        for (int i = 0; i < count; i++) {
            Files.write(folder.resolve("picture-" + i + ".jpg"), nth(i, sample));
        }
        return folder;
    }

    /** Column {@code id} and {@code content}, spread evenly. */
    static Dataset<Row> dataset(SparkSession spark, int count, int partitions) throws IOException {
        byte[] sample = sample();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(RowFactory.create(i, nth(i, sample)));
        }
        StructType schema =
                new StructType().add("id", DataTypes.IntegerType, false).add("content", DataTypes.BinaryType, true);
        return spark.createDataFrame(rows, schema).repartition(partitions);
    }
}

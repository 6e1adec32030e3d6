package com.example;

import io.emotion4j.spark.EmotionTransform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Which expressions does a folder of pictures show? {@code spark-submit ... FolderToParquet pictures faces.parquet} */
public final class FolderToParquet {

    private FolderToParquet() {}

    public static void main(String[] args) throws Exception {
        try (SparkSession spark = SparkSession.builder().appName("expressions").getOrCreate()) {
            run(spark, args[0], args[1]).show();
        }
    }

    static Dataset<Row> run(SparkSession spark, String pictures, String parquet) {
        Dataset<Row> files = spark.read().format("binaryFile").load(pictures);
        EmotionTransform.of(spark).transform(files).drop("content").write().parquet(parquet);

        spark.read().parquet(parquet).createOrReplaceTempView("analyzed");
        return spark.sql("""
                SELECT coalesce(face.emotion, error.reason, 'no face') AS expression, count(*) AS count
                FROM analyzed LATERAL VIEW OUTER explode(faces) AS face
                GROUP BY 1 ORDER BY 1""");
    }
}

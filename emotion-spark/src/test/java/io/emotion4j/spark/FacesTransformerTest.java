package io.emotion4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacesTransformerTest {

    private static final int PICTURES = 15;

    @TempDir
    private static Path folder;

    @TempDir
    private static Path warehouse;

    private static SparkSession spark;
    private static Dataset<Row> pictures;

    @BeforeAll
    static void start() throws IOException {
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.sql.warehouse.dir", warehouse.toString())
                .getOrCreate();
        Pictures.folder(folder, PICTURES);
        pictures = spark.read().format("binaryFile").load(folder.toString());
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void aFolderOfPicturesBecomesParquetAndCountsByExpression(@TempDir Path out) {
        FacesTransformer transformer = FacesTransformer.builder(spark).build();
        String parquet = out.resolve("faces").toString();
        transformer.transform(pictures).drop("content").write().parquet(parquet);

        Dataset<Row> found = spark.read().parquet(parquet);
        assertThat(found.count()).isEqualTo(PICTURES);
        assertThat(found.filter("error is not null and faces is null").count()).isEqualTo(Pictures.poisoned(PICTURES));
        List<Row> counts = found.select(
                        functions.explode(functions.col("faces")).as("face"))
                .groupBy("face.emotion")
                .count()
                .collectAsList();
        assertThat(counts).hasSize(1);
        assertThat(counts.get(0).getString(0)).isEqualTo("neutral");
        assertThat(counts.get(0).getLong(1)).isEqualTo(PICTURES - Pictures.poisoned(PICTURES));

        Row face = found.filter("error is null")
                .selectExpr("faces[0] as face")
                .selectExpr("face.box.width", "face.landmarks.nose.x", "face.scores['neutral']", "face.score")
                .first();
        assertThat(face.getFloat(0)).isBetween(100f, 200f);
        assertThat(face.getFloat(1)).isBetween(280f, 360f);
        assertThat(face.getFloat(2)).isEqualTo(face.getFloat(3));

        FacesMetrics metrics = transformer.metrics();
        assertThat(metrics.pictures()).isEqualTo(PICTURES);
        assertThat(metrics.failures()).isEqualTo(Pictures.poisoned(PICTURES));
        assertThat(metrics.faces()).isEqualTo(PICTURES - Pictures.poisoned(PICTURES));
        assertThat(metrics.detectMillis()).isPositive();
    }

    @Test
    void sqlCallsTheFunction() {
        pictures.createOrReplaceTempView("pictures");
        FacesFunction.register(spark, "faces_of");
        Row counts = spark.sql("SELECT count(*), count(found.error), sum(size(found.faces)) FROM "
                        + "(SELECT faces_of(content) AS found FROM pictures) WHERE found IS NOT NULL")
                .first();
        assertThat(counts.getLong(0)).isEqualTo(PICTURES);
        assertThat(counts.getLong(1)).isEqualTo(Pictures.poisoned(PICTURES));
    }

    @Test
    void theWayPySparkRegistersItWorks() {
        // What spark.udf.registerJavaFunction does.
        spark.udf().registerJava("faces_for_python", FacesFunction.class.getName(), FacesSchema.result());
        assertThat(pictures.selectExpr("faces_for_python(content).faces[0].emotion AS emotion")
                        .filter("emotion = 'neutral'")
                        .count())
                .isEqualTo(PICTURES - Pictures.poisoned(PICTURES));
    }

    @Test
    void aNullPictureHasAnErrorOfItsOwn() {
        Dataset<Row> nothing = pictures.limit(1).selectExpr("path", "cast(null as binary) as content");
        Row row = FacesTransformer.builder(spark).build().transform(nothing).first();
        assertThat(row.isNullAt(2)).isTrue();
        assertThat(row.getString(3)).contains("its column is null");
    }

    @Test
    void tasksWithTheSameOptionsShareOneAnalyzer() {
        Map<String, String> options = Map.of("maxFaces", "3", "minConfidence", "0.55", "maxBytes", "1000000");
        FacesTransformer.Builder builder = FacesTransformer.builder(spark);
        options.forEach(builder::option);
        int before = ExecutorAnalyzers.count();
        builder.build().transform(pictures.repartition(4)).count();
        builder.build()
                .transform(pictures.repartition(4))
                .selectExpr("size(faces)")
                .collectAsList();
        assertThat(ExecutorAnalyzers.count() - before).isEqualTo(1);
    }

    @Test
    void columnsAndOptionsThatCannotBeAreRefusedOnTheDriver() {
        FacesTransformer transformer = FacesTransformer.builder(spark).build();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> transformer.transform(pictures.selectExpr("path as content")))
                .withMessageContaining("Column 'content' must hold picture files (binary), found string");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> transformer.transform(pictures.drop("content")))
                .withMessageContaining("content");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> transformer.transform(pictures.withColumnRenamed("path", "error")))
                .withMessageContaining("errorColumn");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() ->
                        FacesTransformer.builder(spark).option("colour", "red").build())
                .withMessageContaining("No option 'colour' is known; these are: alignment, classifierModel");
    }

    @Test
    void optionsOfTheSessionReachTheAnalyzerAndThoseOfTheBuilderGoBefore() {
        spark.conf().set("spark.emotion4j.maxBytes", "100");
        try {
            Dataset<Row> one = pictures.filter("length > 10000").limit(1);
            assertThat(FacesTransformer.builder(spark)
                            .build()
                            .transform(one)
                            .first()
                            .<String>getAs("error"))
                    .contains("100");
            assertThat(FacesTransformer.builder(spark)
                            .option("maxBytes", "100000")
                            .build()
                            .transform(one)
                            .first()
                            .<String>getAs("error"))
                    .isNull();
        } finally {
            spark.conf().unset("spark.emotion4j.maxBytes");
        }
    }

    @Test
    void anEngineThatIsNotThereFailsTheJobAndNotEachPicture() {
        Dataset<Row> all = FacesTransformer.builder(spark)
                .option("engine", "abacus")
                .build()
                .transform(pictures)
                .selectExpr("size(faces)");
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(all::collectAsList)
                .withStackTraceContaining("abacus");
    }
}

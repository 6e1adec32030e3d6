package io.emotion4j.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.Analysis;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.FaceEmotion;
import io.emotion4j.testing.DocumentedCode;
import io.emotion4j.testing.TestPictures;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In one JVM, with two tasks at a time. */
class EmotionTransformTest {

    @TempDir
    static Path folder;

    private static SparkSession spark;

    @BeforeAll
    static void startSpark() {
        spark = Sessions.builder("local[2]", folder).getOrCreate();
    }

    @AfterAll
    static void stopSpark() {
        spark.stop();
    }

    @Test
    void rowHoldsWhatTheAnalyzerFinds() throws Exception {
        Row row = EmotionTransform.of(spark)
                .transform(pictures(TestPictures.sevenFaces()))
                .first();

        Analysis expected;
        try (EmotionAnalyzer analyzer = EmotionAnalyzer.create()) {
            expected = analyzer.analyze(TestPictures.sevenFaces());
        }
        assertThat(row.<Integer>getAs("width")).isEqualTo(expected.width());
        assertThat(row.<Integer>getAs("height")).isEqualTo(expected.height());
        assertThat(row.<Row>getAs("error")).isNull();
        List<Row> faces = row.getList(row.fieldIndex("faces"));
        assertThat(faces).hasSameSizeAs(expected.faces());
        for (int i = 0; i < faces.size(); i++) {
            Row face = faces.get(i);
            FaceEmotion same = expected.faces().get(i);
            assertThat(face.<Row>getAs("box").<Float>getAs("width"))
                    .isEqualTo(same.box().width());
            assertThat(face.<Row>getAs("landmarks").<Row>getAs("nose").<Float>getAs("y"))
                    .isEqualTo(same.landmarks().nose().y());
            assertThat(face.<String>getAs("emotion")).isEqualTo(same.emotion().label());
            assertThat(face.<Float>getAs("confidence")).isEqualTo(same.confidence());
            Map<String, Float> scores = face.getJavaMap(face.fieldIndex("scores"));
            assertThat(scores).hasSize(7).containsEntry(same.emotion().label(), same.score());
        }
    }

    @Test
    void picturesThatCannotBeAnalyzedKeepTheirRows() throws Exception {
        Path pictures = PictureFolder.write(folder.resolve("poisoned"), 40);

        EmotionCounters counters = EmotionCounters.register(spark);
        Dataset<Row> all = spark.read().format("binaryFile").load(pictures.toString());
        Path parquet = folder.resolve("faces");
        EmotionTransform.of(spark)
                .counters(counters)
                .transform(all)
                .drop("content")
                .write()
                .parquet(parquet.toString());

        Dataset<Row> read = spark.read().parquet(parquet.toString());
        assertThat(read.count()).isEqualTo(40);
        assertThat(read.filter(col("error").isNull().and(col("faces").isNotNull()))
                        .count())
                .isEqualTo(36);
        assertThat(read.filter(col("error").isNotNull().and(col("faces").isNull()))
                        .select("error.reason")
                        .as(Encoders.STRING())
                        .collectAsList())
                .containsExactlyInAnyOrder("BROKEN", "TOO_LARGE", "UNKNOWN_FORMAT", "UNKNOWN_FORMAT");
        assertThat(read.select(explode(col("faces"))).count()).isEqualTo(36);
        assertThat(counters.pictures()).isEqualTo(40);
        assertThat(counters.failures()).isEqualTo(4);
        assertThat(counters.faces()).isEqualTo(36);
        assertThat(counters.elapsed()).isPositive();
    }

    @Test
    void eachPictureIsAnalyzedOnceHoweverManyOfItsFieldsAreUsed() {
        EmotionCounters counters = EmotionCounters.register(spark);

        EmotionTransform.of(spark)
                .counters(counters)
                .transform(pictures(TestPictures.oneFace(), TestPictures.noFace()))
                .filter(col("error").isNull().and(col("width").gt(0)))
                .select("faces", "width", "height", "error")
                .collectAsList();

        assertThat(counters.pictures()).isEqualTo(2);
    }

    @Test
    void noFaceIsAnEmptyListAndNullIsAnError() {
        List<Row> rows = EmotionTransform.of(spark)
                .transform(pictures(TestPictures.noFace(), null))
                .select(col("faces"), col("error.reason"))
                .collectAsList();

        assertThat(rows.get(0).getList(0)).isEmpty();
        assertThat(rows.get(0).getString(1)).isNull();
        assertThat(rows.get(1).isNullAt(0)).isTrue();
        assertThat(rows.get(1).getString(1)).isEqualTo("UNREADABLE");
    }

    @Test
    void sqlOfThePageCallsTheRegisteredFunction() throws Exception {
        EmotionTransform.of(spark).register(spark, "expressions");
        pictures(TestPictures.sevenFaces(), TestPictures.noFace())
                .withColumn("path", lit("picture"))
                .createOrReplaceTempView("pictures");

        List<Row> counts = spark.sql(DocumentedCode.blocks(Path.of("../docs/spark.md"), "sql")
                        .get(0))
                .collectAsList();

        assertThat(counts).hasSize(7).allMatch(row -> row.getLong(1) == 1);
        assertThat(counts).extracting(row -> row.getString(0)).contains("happy", "surprise");
    }

    @Test
    void optionsComeFromTheConfigurationAndFromCode() {
        Dataset<Row> pictures = pictures(TestPictures.sevenFaces());
        spark.conf().set("spark.emotion4j.maxFaces", "3");
        try {
            EmotionTransform configured = EmotionTransform.of(spark);
            assertThat(faces(configured.transform(pictures))).isEqualTo(3);
            assertThat(faces(configured
                            .option("maxFaces", "2")
                            .option("fast", "true")
                            .transform(pictures)))
                    .isEqualTo(2);
            assertThat(faces(configured.transform(pictures))).isEqualTo(3);
        } finally {
            spark.conf().unset("spark.emotion4j.maxFaces");
        }
        assertThat(faces(EmotionTransform.of(spark).transform(pictures))).isEqualTo(7);
    }

    @Test
    void priorChangesTheScores() {
        Dataset<Row> pictures = pictures(TestPictures.oneFace());
        Dataset<Row> corrected =
                EmotionTransform.of(spark).option("prior", "uniform:0.5").transform(pictures);

        assertThat(corrected.<Row>select("faces.score").collectAsList())
                .isNotEqualTo(EmotionTransform.of(spark)
                        .transform(pictures)
                        .<Row>select("faces.score")
                        .collectAsList());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmotionTransform.of(spark).option("prior", "often"))
                .withMessageContaining("uniform:0.5");
    }

    @Test
    void picturesOverALimitHaveAnErrorThatSaysSo() {
        Row error = EmotionTransform.of(spark)
                .option("maxPixels", "1000")
                .transform(pictures(TestPictures.oneFace()))
                .<Row>select("error")
                .first()
                .getStruct(0);

        assertThat(error.getString(0)).isEqualTo("TOO_LARGE");
        assertThat(error.getString(1)).contains("1000");
    }

    @Test
    void wrongOptionsAreRefusedOnTheDriver() {
        EmotionTransform transform = EmotionTransform.of(spark);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> transform.option("minConfidense", "0.5"))
                .withMessageContaining("minConfidense")
                .withMessageContaining("minConfidence");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transform.option("maxFaces", "many"))
                .withMessageContaining("maxFaces")
                .withMessageContaining("many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transform.option("crops", "yes"))
                .withMessageContaining("crops")
                .withStackTraceContaining("true or false");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transform.option("maxPixels", "-1"))
                .withMessageContaining("-1");
    }

    @Test
    void missingEngineFailsTheJob() {
        Dataset<Row> rows =
                EmotionTransform.of(spark).option("engine", "none").transform(pictures(TestPictures.oneFace()));

        assertThatThrownBy(rows::collectAsList)
                .isInstanceOf(SparkException.class)
                .hasStackTraceContaining("'none'");
    }

    @Test
    void wrongColumnsAreRefused() {
        Dataset<Row> pictures = pictures(TestPictures.oneFace());

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> EmotionTransform.of(spark).inputColumn("picture").transform(pictures))
                .withMessageContaining("picture")
                .withMessageContaining("content");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmotionTransform.of(spark).transform(pictures.withColumn("faces", lit(1))))
                .withMessageContaining("faces");
    }

    @Test
    void columnsOfAnyNameAreKept() {
        Row row = EmotionTransform.of(spark)
                .inputColumn("a.picture`s")
                .transform(pictures(TestPictures.oneFace()).withColumnRenamed("content", "a.picture`s"))
                .first();

        assertThat(row.schema().fieldNames()).containsExactly("a.picture`s", "width", "height", "faces", "error");
        assertThat(row.<Integer>getAs("width")).isCloseTo(640, within(639));
    }

    private static long faces(Dataset<Row> analyzed) {
        return analyzed.select(explode(col("faces"))).count();
    }

    private static Dataset<Row> pictures(byte[]... pictures) {
        List<Row> rows = java.util.Arrays.stream(pictures)
                .map(picture -> RowFactory.create((Object) picture))
                .toList();
        return spark.createDataFrame(rows, StructType.fromDDL("content binary"));
    }
}

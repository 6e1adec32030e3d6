package io.emotion4j.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a table of pictures which faces each shows, and with which expressions.
 *
 * <pre>{@code
 * Dataset<Row> pictures = spark.read().format("binaryFile").load("pictures");
 * EmotionTransform.of(spark).transform(pictures).drop("content").write().parquet("faces");
 * }</pre>
 *
 * <p>Each executor opens one analyzer, when its first picture comes, and shares it among its tasks; a task runs on one thread. A
 * picture that cannot be analyzed does not fail the job: its row has {@code error}, and no {@code faces}. An executor that lacks its
 * engine or model does fail it.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class EmotionTransform {

    private static final String ANALYSIS = "__emotion4j_analysis";

    private final Map<String, String> options;
    private final String inputColumn;
    private final @Nullable EmotionCounters counters;

    private EmotionTransform(Map<String, String> options, String inputColumn, @Nullable EmotionCounters counters) {
        this.options = options;
        this.inputColumn = inputColumn;
        this.counters = counters;
    }

    /**
     * A transform with the options of a session's configuration: {@code spark.emotion4j.minConfidence} sets {@code minConfidence}.
     *
     * @param spark the session
     * @return the transform, of a column {@code content}
     * @throws IllegalArgumentException as {@link #option} says
     */
    public static EmotionTransform of(SparkSession spark) {
        EmotionTransform transform = new EmotionTransform(Map.of(), "content", null);
        for (Map.Entry<String, String> entry : configuration(spark).entrySet()) {
            if (entry.getKey().startsWith(Options.PREFIX)) {
                transform = transform.option(entry.getKey().substring(Options.PREFIX.length()), entry.getValue());
            }
        }
        return transform;
    }

    /**
     * This transform with an option more, or another value of it. The options are those of {@link
     * io.emotion4j.EmotionAnalyzerBuilder}: {@code engine}, {@code device}, {@code threads} of one run (1), {@code detectorModel} and
     * {@code classifierModel} (as {@link io.emotion4j.model.Model#named} takes them; a path must be there on every machine), {@code fast}, {@code
     * detectionSize}, {@code minConfidence}, {@code maxOverlap}, {@code minFaceSize}, {@code maxFaces}, {@code secondLook}, {@code reducedDecoding}, {@code
     * alignment}, {@code crops}, {@code prior} (as {@link io.emotion4j.ClassPrior#parse} reads it), {@code deadlineMillis} of a picture, and {@code maxPixels}, {@code maxSide} and {@code maxBytes}, how
     * large a picture may be.
     *
     * @param name of the option
     * @param value its value, as text
     * @return another transform
     * @throws IllegalArgumentException if there is no such option, or the value is not of its kind or range
     * @throws io.emotion4j.ModelLoadException if it is a model and the driver cannot read its descriptor
     */
    public EmotionTransform option(String name, String value) {
        Map<String, String> more = new HashMap<>(options);
        more.put(name, value);
        // On the driver, at once: not in the first task.
        Options.builder(more);
        return new EmotionTransform(Map.copyOf(more), inputColumn, counters);
    }

    /**
     * This transform for another column.
     *
     * @param name of the column, of type {@code binary}, that holds the bytes of picture files
     * @return another transform
     */
    public EmotionTransform inputColumn(String name) {
        return new EmotionTransform(options, Objects.requireNonNull(name, "name"), counters);
    }

    /**
     * This transform, counted.
     *
     * @param counters count what it does
     * @return another transform
     */
    public EmotionTransform counters(EmotionCounters counters) {
        return new EmotionTransform(options, inputColumn, Objects.requireNonNull(counters, "counters"));
    }

    /**
     * Adds the columns {@code width}, {@code height}, {@code faces} and {@code error}; see {@link #schema}.
     *
     * @param pictures a table with the input column
     * @return as many rows
     * @throws IllegalArgumentException if there is no input column, or one of the added ones is there already
     */
    public Dataset<Row> transform(Dataset<Row> pictures) {
        List<String> columns = Arrays.asList(pictures.columns());
        if (!columns.contains(inputColumn)) {
            throw new IllegalArgumentException("No column '" + inputColumn + "' of pictures; there are " + columns
                    + ". Read them with format(\"binaryFile\"), or name another by inputColumn");
        }
        for (String added : schema().fieldNames()) {
            if (columns.contains(added)) {
                throw new IllegalArgumentException(
                        "The table has a column '" + added + "' already; rename it, or use register and SQL");
            }
        }
        Column[] all = new Column[columns.size() + 1];
        for (int i = 0; i < columns.size(); i++) {
            all[i] = col(quoted(columns.get(i)));
        }
        all[columns.size()] = col(ANALYSIS + ".*");
        return pictures.withColumn(ANALYSIS, function().apply(col(quoted(inputColumn))))
                .select(all);
    }

    /**
     * Registers a function of SQL, which takes a picture's bytes and gives a struct as {@link #schema} describes: {@code SELECT path,
     * expressions(content).faces FROM pictures}. Python sees it too.
     *
     * @param spark the session
     * @param name of the function
     * @return the function
     */
    public UserDefinedFunction register(SparkSession spark, String name) {
        return spark.udf().register(name, function());
    }

    /**
     * What is added to a picture's row: {@code width} and {@code height} of the upright picture; {@code faces}, most confident first,
     * each with {@code box} (x, y, width, height in pixels), {@code confidence} (0 to 1), {@code landmarks} (five points in pixels;
     * null where the detector gives none), {@code emotion}, {@code score} (0 to 1) and {@code scores} by expression; and {@code error}
     * with {@code reason}, which is one of {@link io.emotion4j.ImageDecodeException.Reason}, {@code DEADLINE}, or {@code FAILED} where
     * the engine failed, and {@code message}. Either {@code error} or the others are null.
     *
     * @return the schema
     */
    public static StructType schema() {
        return AnalysisRow.SCHEMA;
    }

    private UserDefinedFunction function() {
        // Spark evaluates a deterministic function again for each of its fields that is used.
        return udf(analyze(), AnalysisRow.SCHEMA).asNondeterministic();
    }

    AnalyzePicture analyze() {
        return new AnalyzePicture(options, counters);
    }

    private static String quoted(String column) {
        return "`" + column.replace("`", "``") + "`";
    }

    private static Map<String, String> configuration(SparkSession spark) {
        return scala.jdk.javaapi.CollectionConverters.asJava(spark.conf().getAll());
    }
}

package io.emotion4j.spark;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Adds the faces of a column of pictures to a dataset: a row stays a row, and a picture that cannot be analyzed has its reason in the
 * error column.
 *
 * <pre>{@code
 * Dataset<Row> pictures = spark.read().format("binaryFile").load("pictures");
 * FacesTransformer.builder(spark).build().transform(pictures).drop("content").write().parquet("faces");
 * }</pre>
 *
 * <p>Each executor opens one analyzer, when its first task asks, and closes it as it ends; all its tasks share it, each with one thread
 * of the engine. Immutable; for the driver, not for tasks.
 *
 * @since 0.1.0
 */
public final class FacesTransformer {

    private final String contentColumn;
    private final String facesColumn;
    private final String errorColumn;
    private final AnalyzerSettings settings;
    private final Counters counters;

    private FacesTransformer(Builder from, AnalyzerSettings settings) {
        this.contentColumn = from.contentColumn;
        this.facesColumn = from.facesColumn;
        this.errorColumn = from.errorColumn;
        this.settings = settings;
        this.counters = Counters.in(from.spark.sparkContext());
    }

    /**
     * Begins with the session's {@code spark.emotion4j.*}.
     *
     * @param spark the session
     * @return a builder, to choose columns and options
     */
    public static Builder builder(SparkSession spark) {
        return new Builder(spark);
    }

    /**
     * Adds the columns. Nothing is analyzed until the result is used, and again each time that it is: write it, or keep it, before using
     * it twice.
     *
     * @param pictures with a binary column of picture files, such as {@code content} of Spark's {@code binaryFile}
     * @return all of its columns, then {@link FacesSchema#faces()} and the error
     * @throws IllegalArgumentException if there is no such column, it is not binary, or one to be added is there already
     */
    public Dataset<Row> transform(Dataset<Row> pictures) {
        StructType before = pictures.schema();
        // Throws where there is no such column.
        if (!before.apply(contentColumn).dataType().equals(DataTypes.BinaryType)) {
            throw new IllegalArgumentException("Column '" + contentColumn + "' must hold picture files (binary), found "
                    + before.apply(contentColumn).dataType().catalogString());
        }
        for (String added : new String[] {facesColumn, errorColumn}) {
            if (before.getFieldIndex(added).isDefined()) {
                throw new IllegalArgumentException("There is a column '" + added
                        + "' already; name another by facesColumn(...) or errorColumn(...), or drop it");
            }
        }
        StructType after =
                before.add(facesColumn, FacesSchema.faces(), true).add(errorColumn, DataTypes.StringType, true);
        return pictures.mapPartitions(new FacesOfPartition(contentColumn, settings, counters), Encoders.row(after));
    }

    /** {@return what this transformer's tasks have done so far} */
    public FacesMetrics metrics() {
        return counters.sums();
    }

    /** Chooses columns and options. Not thread-safe. */
    public static final class Builder {

        private final SparkSession spark;
        private final Map<String, String> options = new TreeMap<>();
        private String contentColumn = "content";
        private String facesColumn = "faces";
        private String errorColumn = "error";

        private Builder(SparkSession spark) {
            this.spark = Objects.requireNonNull(spark, "spark");
        }

        /**
         * Where the pictures are. Default {@code content}.
         *
         * @param name of a binary column
         * @return this
         */
        public Builder contentColumn(String name) {
            this.contentColumn = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Where the faces go. Default {@code faces}.
         *
         * @param name of the new column
         * @return this
         */
        public Builder facesColumn(String name) {
            this.facesColumn = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Where errors go. Default {@code error}.
         *
         * @param name of the new column
         * @return this
         */
        public Builder errorColumn(String name) {
            this.errorColumn = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * An option of the analyzer, before the session's {@code spark.emotion4j.NAME}: {@code engine}, {@code device}, {@code
         * detectorModel}, {@code classifierModel} (id of a shipped model, or a path that every executor has), {@code detectionSize},
         * {@code minConfidence}, {@code maxOverlap}, {@code minFaceSize}, {@code maxFaces}, {@code alignment}, {@code crops}, {@code
         * maxPixels}, {@code maxBytes}.
         *
         * @param name of the option
         * @param value as text
         * @return this
         */
        public Builder option(String name, String value) {
            options.put(name, value);
            return this;
        }

        /**
         * Checks the names of the options.
         *
         * @return the transformer
         * @throws IllegalArgumentException if an option is not known
         */
        public FacesTransformer build() {
            AnalyzerSettings ofSession =
                    AnalyzerSettings.of(CollectionConverters.asJava(spark.conf().getAll()));
            return new FacesTransformer(this, ofSession.with(options));
        }
    }
}

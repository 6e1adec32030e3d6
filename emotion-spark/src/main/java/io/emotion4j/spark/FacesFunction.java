package io.emotion4j.spark;

import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The faces of a picture, for SQL: {@code SELECT path, faces_of(content).faces FROM pictures}. Returns {@link FacesSchema#result()}.
 *
 * @since 0.1.0
 */
public final class FacesFunction implements UDF1<byte[], Row> {

    private static final long serialVersionUID = 1L;

    private final @Nullable AnalyzerSettings settings;

    /** For PySpark's {@code registerJavaFunction}: set by {@code spark.emotion4j.*} as the application was started with. */
    public FacesFunction() {
        this.settings = null;
    }

    private FacesFunction(AnalyzerSettings settings) {
        this.settings = settings;
    }

    /**
     * Makes the function known to SQL, set by the session's {@code spark.emotion4j.*} of this moment.
     *
     * @param spark the session
     * @param name what it is called in SQL
     * @throws IllegalArgumentException if the session sets an option that is not known
     */
    public static void register(SparkSession spark, String name) {
        AnalyzerSettings settings =
                AnalyzerSettings.of(CollectionConverters.asJava(spark.conf().getAll()));
        // Else the optimizer may run it once for each use of its result.
        spark.udf()
                .register(
                        name,
                        functions
                                .udf(new FacesFunction(settings), FacesSchema.result())
                                .asNondeterministic());
    }

    @Override
    public Row call(byte[] picture) {
        PictureResult result = PictureResult.of(picture, settings == null ? ofThisExecutor() : settings);
        return RowFactory.create(result.faces(), result.error());
    }

    private static AnalyzerSettings ofThisExecutor() {
        Map<String, String> all = new java.util.HashMap<>();
        for (scala.Tuple2<String, String> setting : SparkEnv.get().conf().getAll()) {
            all.put(setting._1(), setting._2());
        }
        return AnalyzerSettings.of(all);
    }
}

package io.emotion4j.spark;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/**
 * The function of {@link EmotionTransform#register} as a class that is made by its name, for Python's {@code registerJavaFunction}, which
 * sessions over Spark Connect have, too. Its options are those of the session's configuration ({@code spark.emotion4j.minConfidence}) at
 * the time of registering. Its result is of {@link EmotionTransform#schema}, which has to be said when it is registered. Spark takes it
 * for deterministic, so a query may call it more than once for a picture: name it once, in a subquery.
 *
 * <p>Thread-safe and serializable.
 *
 * @since 0.1.0
 */
public final class ExpressionsFunction implements UDF1<byte[], Row> {

    private static final long serialVersionUID = 1L;

    private final AnalyzePicture analyze;

    /**
     * A function with the options of the active session.
     *
     * @throws IllegalArgumentException as {@link EmotionTransform#option} says
     */
    public ExpressionsFunction() {
        analyze = EmotionTransform.of(SparkSession.active()).analyze();
    }

    /**
     * Analyzes a picture.
     *
     * @param picture the bytes of its file; null gives a row with an error
     * @return a row of {@link EmotionTransform#schema}
     */
    @Override
    public Row call(byte @Nullable [] picture) {
        return analyze.call(picture);
    }
}

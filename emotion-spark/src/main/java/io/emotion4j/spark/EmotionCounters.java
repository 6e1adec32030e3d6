package io.emotion4j.spark;

import java.io.Serializable;
import java.time.Duration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;

/**
 * What the executors have done, counted by Spark's accumulators; they stand in Spark's web page too, under {@code emotion4j pictures}
 * and so on. Read them on the driver, after the action. Spark counts a picture again where it runs a task or a query again: these are
 * figures of the work, and the table itself says how many rows there are.
 *
 * @since 0.1.0
 */
public final class EmotionCounters implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LongAccumulator pictures;
    private final LongAccumulator failures;
    private final LongAccumulator faces;
    private final LongAccumulator nanos;

    private EmotionCounters(SparkSession spark) {
        this.pictures = spark.sparkContext().longAccumulator("emotion4j pictures");
        this.failures = spark.sparkContext().longAccumulator("emotion4j failures");
        this.faces = spark.sparkContext().longAccumulator("emotion4j faces");
        this.nanos = spark.sparkContext().longAccumulator("emotion4j nanoseconds");
    }

    /**
     * Counters at 0.
     *
     * @param spark the session whose executors count
     * @return the counters, for {@link EmotionTransform#counters}
     */
    public static EmotionCounters register(SparkSession spark) {
        return new EmotionCounters(spark);
    }

    /** {@return pictures that were analyzed, those that failed included} */
    public long pictures() {
        return pictures.value();
    }

    /** {@return pictures whose row has an {@code error}} */
    public long failures() {
        return failures.value();
    }

    /** {@return faces found} */
    public long faces() {
        return faces.value();
    }

    /** {@return how long all analyses took, added up over all tasks} */
    public Duration elapsed() {
        return Duration.ofNanos(nanos.value());
    }

    void analyzed(int found, long elapsedNanos) {
        pictures.add(1L);
        faces.add((long) found);
        nanos.add(elapsedNanos);
    }

    void failed(long elapsedNanos) {
        pictures.add(1L);
        failures.add(1L);
        nanos.add(elapsedNanos);
    }
}

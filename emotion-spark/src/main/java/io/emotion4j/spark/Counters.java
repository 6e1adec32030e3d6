package io.emotion4j.spark;

import io.emotion4j.Analysis;
import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.DoubleAccumulator;
import org.apache.spark.util.LongAccumulator;

/** Accumulators, which executors add to and the driver reads; Spark's web page shows them, too. */
record Counters(
        LongAccumulator pictures,
        LongAccumulator failures,
        LongAccumulator faces,
        DoubleAccumulator decode,
        DoubleAccumulator detect,
        DoubleAccumulator classify)
        implements Serializable {

    static Counters in(SparkContext context) {
        return new Counters(
                context.longAccumulator("emotion4j pictures"),
                context.longAccumulator("emotion4j failures"),
                context.longAccumulator("emotion4j faces"),
                context.doubleAccumulator("emotion4j decode ms"),
                context.doubleAccumulator("emotion4j detect ms"),
                context.doubleAccumulator("emotion4j classify ms"));
    }

    void add(PictureResult result) {
        pictures.add(1);
        Analysis analysis = result.analysis();
        if (analysis == null) {
            failures.add(1);
            return;
        }
        faces.add(analysis.faces().size());
        decode.add(analysis.millis().decode());
        detect.add(analysis.millis().detect());
        classify.add(analysis.millis().classify());
    }

    FacesMetrics sums() {
        return new FacesMetrics(
                pictures.value(), failures.value(), faces.value(), decode.value(), detect.value(), classify.value());
    }
}

package io.emotion4j.spark;

import io.emotion4j.Analysis;
import io.emotion4j.AnalysisAbortedException;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.InferenceException;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/**
 * The function that runs on the executors: bytes of a picture to an {@link AnalysisRow}. What is wrong with a picture is said in its
 * row; what is wrong with the executor, such as a missing model, ends the task.
 */
final class AnalyzePicture implements UDF1<byte[], Row> {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // A map of the JDK, which is serializable.
    private final Map<String, String> options;

    private final @Nullable EmotionCounters counters;

    AnalyzePicture(Map<String, String> options, @Nullable EmotionCounters counters) {
        this.options = options;
        this.counters = counters;
    }

    @Override
    public Row call(byte @Nullable [] picture) {
        EmotionAnalyzer analyzer = ExecutorAnalyzers.get(options);
        long start = System.nanoTime();
        try {
            if (picture == null) {
                return failed("UNREADABLE", "The column of pictures is null in this row", start);
            }
            Analysis analysis = analyzer.analyze(picture);
            if (counters != null) {
                counters.analyzed(analysis.faces().size(), System.nanoTime() - start);
            }
            return AnalysisRow.of(analysis);
        } catch (ImageDecodeException e) {
            return failed(e.reason().name(), e.getMessage(), start);
        } catch (InferenceException e) {
            return failed("FAILED", e.getMessage(), start);
        } catch (AnalysisAbortedException e) {
            // Spark interrupts the threads of tasks that it kills: that is not the picture's fault.
            if (e.reason() == AnalysisAbortedException.Reason.INTERRUPTED) {
                throw e;
            }
            return failed(e.reason().name(), e.getMessage(), start);
        }
    }

    private Row failed(String reason, @Nullable String message, long start) {
        if (counters != null) {
            counters.failed(System.nanoTime() - start);
        }
        return AnalysisRow.failed(reason, message);
    }
}

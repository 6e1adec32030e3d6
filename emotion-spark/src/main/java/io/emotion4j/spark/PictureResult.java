package io.emotion4j.spark;

import io.emotion4j.Analysis;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.InferenceException;
import org.jspecify.annotations.Nullable;

/**
 * An analysis, or what was wrong with its picture. What is wrong with more than one picture (no engine, no model, a task that is killed)
 * is thrown: it fails the task, as it should.
 */
record PictureResult(@Nullable Analysis analysis, @Nullable String error) {

    static PictureResult of(byte @Nullable [] picture, AnalyzerSettings settings) {
        if (picture == null) {
            return new PictureResult(null, "There is no picture: its column is null");
        }
        try {
            return new PictureResult(ExecutorAnalyzers.with(settings).analyze(picture), null);
        } catch (ImageDecodeException | InferenceException e) {
            return new PictureResult(null, e.getMessage());
        }
    }

    scala.collection.@Nullable Seq<org.apache.spark.sql.Row> faces() {
        return analysis == null ? null : FaceRows.of(analysis);
    }
}

package io.emotion4j.spark;

import io.emotion4j.Analysis;
import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.FaceEmotion;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** What is known of a picture, as a value of a table: in the words of the command line's JSON. */
final class AnalysisRow {

    private static final String POINT = "struct<x: float, y: float>";

    /** Of {@link #of} and {@link #failed}. */
    static final StructType SCHEMA = StructType.fromDDL("width int, height int, "
            + "faces array<struct<"
            + "box: struct<x: float, y: float, width: float, height: float>, "
            + "confidence: float, "
            + "landmarks: struct<rightEye: " + POINT + ", leftEye: " + POINT + ", nose: " + POINT
            + ", rightMouthCorner: " + POINT + ", leftMouthCorner: " + POINT + ">, "
            + "emotion: string, score: float, scores: map<string, float>>>, "
            + "error struct<reason: string, message: string>");

    private AnalysisRow() {}

    static Row of(Analysis analysis) {
        List<Row> faces = analysis.faces().stream().map(AnalysisRow::face).toList();
        return RowFactory.create(analysis.width(), analysis.height(), faces, null);
    }

    /** A picture without an answer: {@code faces} is null, which an empty list is not. */
    static Row failed(String reason, @Nullable String message) {
        return RowFactory.create(null, null, null, RowFactory.create(reason, message));
    }

    private static Row face(FaceEmotion face) {
        Map<String, Float> scores = new LinkedHashMap<>();
        for (Map.Entry<Emotion, Float> score : face.scores().entrySet()) {
            scores.put(score.getKey().label(), score.getValue());
        }
        return RowFactory.create(
                box(face.box()),
                face.confidence(),
                landmarks(face.landmarks()),
                face.emotion().label(),
                face.score(),
                scores);
    }

    private static Row box(BoundingBox box) {
        return RowFactory.create(box.x(), box.y(), box.width(), box.height());
    }

    private static @Nullable Row landmarks(@Nullable Landmarks landmarks) {
        return landmarks == null
                ? null
                : RowFactory.create(
                        landmarks.points().stream().map(AnalysisRow::point).toArray());
    }

    private static Row point(Point point) {
        return RowFactory.create(point.x(), point.y());
    }
}

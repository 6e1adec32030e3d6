package io.emotion4j.spark;

import io.emotion4j.Analysis;
import io.emotion4j.BoundingBox;
import io.emotion4j.FaceEmotion;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** From results to rows of {@link FacesSchema}. */
final class FaceRows {

    private FaceRows() {}

    static Seq<Row> of(Analysis analysis) {
        List<Row> faces = analysis.faces().stream().map(FaceRows::face).toList();
        return CollectionConverters.asScala(faces);
    }

    private static Row face(FaceEmotion found) {
        BoundingBox box = found.face().box();
        Map<String, Float> scores = new LinkedHashMap<>();
        found.scores().forEach((emotion, score) -> scores.put(emotion.label(), score));
        return RowFactory.create(
                RowFactory.create(box.x(), box.y(), box.width(), box.height()),
                found.face().confidence(),
                landmarks(found.face().landmarks()),
                found.emotion().label(),
                found.score(),
                CollectionConverters.asScala(scores));
    }

    private static @Nullable Row landmarks(@Nullable Landmarks landmarks) {
        return landmarks == null
                ? null
                : RowFactory.create(
                        landmarks.points().stream().map(FaceRows::point).toArray());
    }

    private static Row point(Point point) {
        return RowFactory.create(point.x(), point.y());
    }
}

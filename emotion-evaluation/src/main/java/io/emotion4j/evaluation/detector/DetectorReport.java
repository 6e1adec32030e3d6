package io.emotion4j.evaluation.detector;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.emotion4j.evaluation.internal.ReportJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an evaluation of a detector found.
 *
 * @param subject what was evaluated
 * @param curve at all thresholds
 * @param atDefault at the model's own threshold
 * @param bySize faces of some size alone
 * @param landmarks how far landmarks lie off, or null where none are marked
 * @param falseFaces faces where there are none, or null where no such pictures were given
 * @param closeUps faces that fill the picture, or null where nobody asked
 * @since 0.1.0
 */
public record DetectorReport(
        @JsonUnwrapped Subject subject,
        @JsonUnwrapped Curve curve,
        @JsonUnwrapped AtDefault atDefault,
        List<OfSize> bySize,
        @Nullable LandmarkErrors landmarks,
        @Nullable FalseFaces falseFaces,
        @Nullable CloseUps closeUps) {

    /**
     * What was evaluated.
     *
     * @param model its id
     * @param engine what ran it
     * @param pictures how many
     * @param faces how many are to be found: valid ones of at least {@code minimumFace}
     * @param minimumFace shorter side of the smallest face that is judged, in pixels
     */
    public record Subject(String model, String engine, int pictures, int faces, double minimumFace) {}

    /**
     * The figures of all thresholds together.
     *
     * @param ap average precision at IoU 0.5
     * @param apAtIou35 average precision at IoU 0.35
     * @param recallAtPrecision95 highest recall at which 95 % of the finds are faces, at IoU 0.5
     */
    public record Curve(double ap, double apAtIou35, double recallAtPrecision95) {}

    /**
     * The figures at the model's own threshold, at IoU 0.5.
     *
     * @param defaultThreshold that threshold
     * @param precision share of the finds that are faces
     * @param recall share of the faces that are found
     */
    public record AtDefault(double defaultThreshold, double precision, double recall) {}

    /**
     * The figures of faces of some size.
     *
     * @param size such as "20 to 40 px"
     * @param faces how many
     * @param ap average precision at IoU 0.5
     * @param recallAtPrecision95 highest recall at which 95 % of the finds are faces
     * @param recall at the default threshold
     */
    public record OfSize(String size, int faces, double ap, double recallAtPrecision95, double recall) {}

    /** {@return the report as indented JSON, a component a field} */
    public String toJson() {
        return ReportJson.pretty(this);
    }
}

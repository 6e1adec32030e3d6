package io.emotion4j.evaluation.classifier;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.emotion4j.evaluation.internal.ReportJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an evaluation of a classifier found.
 *
 * @param subject what was evaluated
 * @param all the figures of all pictures that have a truth
 * @param withoutDuplicates those of the pictures that duplicate no earlier one
 * @param temperature what would calibrate the classifier on these pictures
 * @param breakdown the pictures by kind
 * @since 0.1.0
 */
public record ClassifierReport(
        @JsonUnwrapped Subject subject,
        @JsonUnwrapped Scorecard all,
        Scorecard withoutDuplicates,
        TemperatureFit temperature,
        @JsonUnwrapped Breakdown breakdown) {

    /**
     * What was evaluated.
     *
     * @param model its id
     * @param engine what ran it
     * @param truth what the answers are compared with: {@code labels}, or {@code votes} = the single most frequent vote
     * @param withoutTruth pictures left out because they have none
     */
    public record Subject(String model, String engine, String truth, int withoutTruth) {}

    /**
     * The pictures by kind.
     *
     * @param slices pictures as they are, by brightness, contrast, sharpness and size
     * @param quality the same by the quality of their faces, in bands that are the same for all data; empty where that was not asked for
     * @param changes all pictures, made harder; empty where that was not asked for
     * @param groups the groups of people, or null where the data names none
     */
    public record Breakdown(
            List<Slice> slices,
            List<QualityBand> quality,
            List<ChangeResult> changes,
            @Nullable GroupTable groups) {}

    /**
     * The figures of pictures that were changed.
     *
     * @param name of the change
     * @param accuracy share of the right answers
     * @param balancedAccuracy mean recall of the expressions that occur
     * @param lost accuracy of the unchanged pictures minus this one
     * @param sameAnswer share of the pictures that are called what they were called unchanged
     */
    public record ChangeResult(String name, double accuracy, double balancedAccuracy, double lost, double sameAnswer) {}

    /** {@return the report as indented JSON, a component a field} */
    public String toJson() {
        return ReportJson.pretty(this);
    }
}

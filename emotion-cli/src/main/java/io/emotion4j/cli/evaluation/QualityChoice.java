package io.emotion4j.cli.evaluation;

import io.emotion4j.model.Model;
import io.emotion4j.model.ModelTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether figures are wanted by the quality of the faces, and what finds their five points. */
final class QualityChoice {

    @Option(
            names = "--by-quality",
            description =
                    "Also say how often it is right on faces of each quality: sharpness, brightness, and, where a detector finds"
                            + " them in the crops, pixels between the eyes, yaw and roll.")
    private boolean wanted;

    @Option(
            names = "--points-by",
            paramLabel = "MODEL",
            arity = "0..1",
            fallbackValue = "",
            description =
                    "With --by-quality: a detector that finds the five points in each crop. Default: none; the first shipped one where"
                            + " no model is named.")
    private @Nullable String points;

    boolean wanted() {
        return wanted || points != null;
    }

    /** The caller closes. */
    CropQuality open(ModelChoice choice) {
        if (points == null) {
            return CropQuality.withoutPoints();
        }
        Model model = choice.find(points.isEmpty() ? null : points, ModelTask.FACE_DETECTION);
        return CropQuality.by(choice.builder()
                .detectorModel(model)
                .detectionSize(CropQuality.DETECTION_SIZE)
                .buildDetector());
    }
}

package io.emotion4j.training.detector;

import io.emotion4j.BoundingBox;
import io.emotion4j.evaluation.data.AnnotatedFace;
import io.emotion4j.evaluation.data.AnnotatedPicture;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.EpochListener;
import io.emotion4j.training.torch.StartWeights;
import io.emotion4j.training.torch.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trains an anchor-free face detector with five landmarks.
 *
 * @since 0.1.0
 */
public final class DetectorRun {

    /** Smallest side, in pixels, of a face that is learnt. */
    private static final float LEAST = 6;

    private DetectorRun() {}

    /**
     * The pictures.
     *
     * @param faces every face is marked
     * @param landmarks faces with landmarks; an epoch shows fewer of them
     * @param empty without faces
     * @param validation with faces; not learnt
     * @param landmarkValidation faces with landmarks; not learnt
     * @param emptyValidation without faces; not learnt
     */
    public record Pictures(
            List<AnnotatedPicture> faces,
            List<AnnotatedPicture> landmarks,
            List<AnnotatedPicture> empty,
            List<AnnotatedPicture> validation,
            List<AnnotatedPicture> landmarkValidation,
            List<AnnotatedPicture> emptyValidation) {

        /** Copies the lists. */
        public Pictures {
            faces = List.copyOf(faces);
            landmarks = List.copyOf(landmarks);
            empty = List.copyOf(empty);
            validation = List.copyOf(validation);
            landmarkValidation = List.copyOf(landmarkValidation);
            emptyValidation = List.copyOf(emptyValidation);
        }
    }

    /**
     * Trains a detector; returns it with averaged weights and {@link DetectorPreset#forTraining}'s outputs.
     *
     * @param reference is asked about every crop, or null. It also draws the boxes of {@link Pictures#landmarks}, whose own
     *     boxes often only enclose the points
     */
    public static Network train(
            DetectorPreset preset,
            Pictures pictures,
            DetectorTrainingOptions.@Nullable Reference reference,
            StartWeights start,
            DetectorTrainingOptions options,
            Path folder,
            EpochListener listener)
            throws IOException {
        List<DetectorBatches.Source> sources = new ArrayList<>();
        double others = 1 - options.crops().landmarkShare();
        add(sources, pictures.faces(), 0.8 * others, true);
        add(sources, pictures.landmarks(), options.crops().landmarkShare(), reference == null);
        add(sources, pictures.empty(), 0.2 * others, true);
        try (ReferenceDetector asked = reference == null ? null : new ReferenceDetector(reference)) {
            int[] hints = asked == null ? new int[0] : asked.hintChannels();
            return new TrainingRun(
                            preset.forTraining(options.training().seed(), hints),
                            DetectorLoss.of(options.weights(), hints.length),
                            new DetectorBatches(sources, options, asked),
                            options.training(),
                            folder,
                            start)
                    .train(
                            new DetectorValidation(
                                    preset, pictures, options.training().epochs()),
                            listener);
        }
    }

    private static void add(
            List<DetectorBatches.Source> sources, List<AnnotatedPicture> pictures, double share, boolean complete) {
        if (!pictures.isEmpty()) {
            sources.add(new DetectorBatches.Source(
                    pictures.stream().map(DetectorRun::picture).toList(), share, complete));
        }
    }

    private static DetectionPicture picture(AnnotatedPicture picture) {
        List<TrainingFace> faces = new ArrayList<>();
        for (AnnotatedFace face : picture.faces()) {
            BoundingBox box = face.box();
            if (box.width() > 0 && box.height() > 0) {
                boolean small = Math.min(box.width(), box.height()) < LEAST;
                faces.add(new TrainingFace(box, face.landmarks(), face.invalid() || small));
            }
        }
        return new DetectionPicture(picture.file(), faces);
    }
}

package io.emotion4j;

import io.emotion4j.internal.call.Call;
import io.emotion4j.internal.image.EncodedPicture;
import io.emotion4j.internal.image.ReduciblePicture;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Analysis of large pictures from a copy that was decoded at a part of its size: the faces are found in it, and classified in it where
 * they have the pixels that the classifier wants, else in a larger copy.
 *
 * @param detectionSize pixels of the longer side that the detector looks at
 * @param faceSide pixels that a face's shorter side has at the least where it is classified
 */
record ReducedDecoding(int detectionSize, int faceSide) {

    /** Pixels of the copy to one of what the detector looks at. */
    private static final double MARGIN = 1.5;

    /**
     * {@return the analysis; empty where the picture is not one to be reduced}
     *
     * @param start when reading the file began
     */
    Optional<Analysis> analyze(AnalysisStages stages, EncodedPicture file, DecodeLimits limits, long start)
            throws ImageDecodeException {
        ReduciblePicture picture = ReduciblePicture.of(file, limits).orElse(null);
        if (picture == null) {
            return Optional.empty();
        }
        int reduction = picture.reduction(MARGIN * detectionSize);
        RgbImage small = reduction == 1 ? null : picture.decode(reduction).orElse(null);
        if (small == null) {
            return Optional.empty();
        }
        Call.check("before detection");
        final long decoded = System.nanoTime();
        List<Face> faces = stages.detect(small);
        final long detected = System.nanoTime();
        Copy copy = large(picture, small, reduction, faces, file, limits);
        final long enlarged = System.nanoTime();
        List<EmotionScores> scores = stages.classify(copy.image(), scaled(faces, (float) reduction / copy.reduction()));
        Timings timings = Timings.ofNanos(
                decoded - start + enlarged - detected, detected - decoded, System.nanoTime() - enlarged);
        return Optional.of(stages.found(picture.width(), picture.height(), timings, scaled(faces, reduction), scores));
    }

    /** A decoded picture, and by what its sides are divided. */
    private record Copy(RgbImage image, int reduction) {}

    private Copy large(
            ReduciblePicture picture,
            RgbImage small,
            int reduction,
            List<Face> faces,
            EncodedPicture file,
            DecodeLimits limits)
            throws ImageDecodeException {
        double least = faces.stream()
                .mapToDouble(face -> Math.min(face.box().width(), face.box().height()))
                .min()
                .orElse(faceSide);
        if (least >= faceSide) {
            return new Copy(small, reduction);
        }
        double longer = Math.max(small.width(), small.height());
        int finer = Math.min(reduction / 2, picture.reduction(longer * faceSide / least));
        RgbImage image = finer == 1 ? null : picture.decode(finer).orElse(null);
        return image == null ? new Copy(RgbImage.decode(System.nanoTime(), file, limits), 1) : new Copy(image, finer);
    }

    private static List<Face> scaled(List<Face> faces, float factor) {
        return factor == 1
                ? faces
                : faces.stream().map(face -> scaled(face, factor)).toList();
    }

    private static Face scaled(Face face, float factor) {
        BoundingBox box = face.box();
        return new Face(
                new BoundingBox(box.x() * factor, box.y() * factor, box.width() * factor, box.height() * factor),
                face.confidence(),
                scaled(face.landmarks(), factor));
    }

    private static @Nullable Landmarks scaled(@Nullable Landmarks landmarks, float factor) {
        return landmarks == null
                ? null
                : new Landmarks(
                        scaled(landmarks.rightEye(), factor),
                        scaled(landmarks.leftEye(), factor),
                        scaled(landmarks.nose(), factor),
                        scaled(landmarks.rightMouthCorner(), factor),
                        scaled(landmarks.leftMouthCorner(), factor));
    }

    private static Point scaled(Point point, float factor) {
        return new Point(point.x() * factor, point.y() * factor);
    }
}

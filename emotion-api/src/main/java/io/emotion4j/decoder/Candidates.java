package io.emotion4j.decoder;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.InferenceException;
import io.emotion4j.Landmarks;
import io.emotion4j.internal.geometry.Letterbox;
import io.emotion4j.internal.geometry.Nms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes the faces of one picture as a decoder reads them, in pixels of the input, and makes of them faces of the picture: mapped
 * back, clipped to it, the surest of those that overlap. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class Candidates {

    private static final String HINT = "Check the weights, and the input's scale, mean and std";

    /** Larger than any place in a picture, and sums of a few, times any scale, are finite. */
    private static final float MOST = 1e30f;

    private final Letterbox input;
    private final float minConfidence;
    private final List<Candidate> candidates = new ArrayList<>();

    private Candidates(Letterbox input, float minConfidence) {
        this.input = input;
        this.minConfidence = minConfidence;
    }

    /**
     * Without candidates yet, as the library makes them; a decoder's test may, too.
     *
     * @param pictureWidth the picture's width, in pixels
     * @param pictureHeight the picture's height, in pixels
     * @param scale picture pixels an input pixel; above 1 the picture was shrunk
     * @param minConfidence least confidence of a face, 0 to 1
     * @return the candidates
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Candidates of(int pictureWidth, int pictureHeight, double scale, float minConfidence) {
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException("The least confidence lies within 0 to 1, found " + minConfidence);
        }
        return new Candidates(
                new Letterbox(pictureWidth, pictureHeight, pictureWidth, pictureHeight, scale), minConfidence);
    }

    /** {@return least confidence of a face; what is added below it is left out, so a decoder may skip it} */
    public float minConfidence() {
        return minConfidence;
    }

    /**
     * Adds a face without landmarks.
     *
     * @param left the box's left edge, in pixels of the input
     * @param top its top edge
     * @param width its width; a box that is empty, or shows none of the picture, is left out
     * @param height its height
     * @param confidence how sure the network is, 0 to 1; what lies above, as engines round, is 1
     * @throws InferenceException if a number is not finite
     */
    public void add(float left, float top, float width, float height, float confidence) {
        add(left, top, width, height, confidence, null);
    }

    /**
     * Adds a face.
     *
     * @param left the box's left edge, in pixels of the input
     * @param top its top edge
     * @param width its width; a box that is empty, or shows none of the picture, is left out
     * @param height its height
     * @param confidence how sure the network is, 0 to 1; what lies above, as engines round, is 1
     * @param landmarks gives the five points, in pixels of the input; only asked if the face is reported
     * @throws InferenceException if a number is not finite
     */
    public void add(
            float left,
            float top,
            float width,
            float height,
            float confidence,
            @Nullable Supplier<Landmarks> landmarks) {
        if (confidence < minConfidence) {
            return;
        }
        finite("confidence", confidence);
        finite("box", left);
        finite("box", top);
        finite("box", width);
        finite("box", height);
        if (width <= 0 || height <= 0) {
            return;
        }
        BoundingBox box = input.toSource(new BoundingBox(left, top, width, height));
        if (box.width() > 0 && box.height() > 0) {
            candidates.add(new Candidate(box, Math.min(confidence, 1), landmarks));
        }
    }

    /**
     * What remains of the candidates.
     *
     * @param maxOverlap most IoU of two faces that both remain, 0 to 1
     * @return the faces in pixels of the picture, the surest first; boxes inside the picture
     * @throws InferenceException if a landmark is not finite
     */
    public List<Face> faces(float maxOverlap) {
        List<BoundingBox> boxes = new ArrayList<>(candidates.size());
        float[] scores = new float[candidates.size()];
        for (int i = 0; i < scores.length; i++) {
            // Clipped before suppression: clipping moves boxes closer together.
            boxes.add(candidates.get(i).box());
            scores[i] = candidates.get(i).confidence();
        }
        List<Face> faces = new ArrayList<>();
        for (int kept : Nms.keep(boxes, scores, maxOverlap)) {
            Candidate candidate = candidates.get(kept);
            Supplier<Landmarks> landmarks = candidate.landmarks();
            faces.add(
                    new Face(candidate.box(), candidate.confidence(), landmarks == null ? null : toPicture(landmarks)));
        }
        return faces;
    }

    private Landmarks toPicture(Supplier<Landmarks> landmarks) {
        try {
            return input.toSource(landmarks.get());
        } catch (IllegalArgumentException e) {
            throw new InferenceException(
                    "The detector's outputs give a landmark that is none: " + e.getMessage() + ". " + HINT, e);
        }
    }

    private static void finite(String what, float value) {
        if (!(Math.abs(value) < MOST)) {
            throw new InferenceException(
                    "The detector's outputs give a " + what + " of " + value + "; expected finite numbers. " + HINT);
        }
    }

    /** A face that is sure enough, in pixels of the picture but for its landmarks, which few candidates are asked for. */
    private record Candidate(
            BoundingBox box, float confidence, @Nullable Supplier<Landmarks> landmarks) {}
}

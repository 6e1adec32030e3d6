package io.emotion4j.decoder;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.InferenceException;
import io.emotion4j.Landmarks;
import io.emotion4j.internal.geometry.Letterbox;
import io.emotion4j.internal.geometry.Nms;
import io.emotion4j.model.ThresholdSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes the faces of one picture as a decoder reads them, in pixels of the input, and makes of them faces of the picture: mapped
 * back, clipped to it, the surest of those that overlap, drawn by all of them where the model wants that ({@link BoxVoting}). Not thread-safe.
 *
 * @since 0.1.0
 */
public final class Candidates {

    private static final String HINT = "Check the weights, and the input's scale, mean and std";

    /** Larger than any place in a picture, and sums of a few, times any scale, are finite. */
    private static final float MOST = 1e30f;

    private final Letterbox input;
    private final ThresholdSpec thresholds;
    private final float least;
    private final List<Candidate> candidates = new ArrayList<>();

    private Candidates(Letterbox input, ThresholdSpec thresholds) {
        this.input = input;
        this.thresholds = thresholds;
        this.least = thresholds.voting() < 1
                ? Math.min(BoxVoting.LEAST, thresholds.minConfidence())
                : thresholds.minConfidence();
    }

    /**
     * Without candidates yet, as the library makes them; a decoder's test may, too.
     *
     * @param pictureWidth the picture's width, in pixels
     * @param pictureHeight the picture's height, in pixels
     * @param scale picture pixels an input pixel; above 1 the picture was shrunk
     * @param thresholds which remain
     * @return the candidates
     */
    public static Candidates of(int pictureWidth, int pictureHeight, double scale, ThresholdSpec thresholds) {
        return new Candidates(
                new Letterbox(pictureWidth, pictureHeight, pictureWidth, pictureHeight, scale), thresholds);
    }

    /** {@return least confidence that counts; what is added below it is left out, so a decoder may skip it} */
    public float minConfidence() {
        return least;
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
        if (confidence < least) {
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
            candidates.add(
                    new Candidate(box, Math.min(confidence, 1), landmarks == null ? null : () -> toPicture(landmarks)));
        }
    }

    /**
     * What remains of the candidates.
     *
     * @return the faces in pixels of the picture, the surest first; boxes inside the picture
     * @throws InferenceException if a landmark is not finite
     */
    public List<Face> faces() {
        List<Candidate> kept = thresholds.voting() < 1 ? drawn() : kept(candidates);
        List<Face> faces = new ArrayList<>(kept.size());
        for (Candidate candidate : kept) {
            faces.add(candidate.face());
        }
        return faces;
    }

    private List<Candidate> drawn() {
        BoxVoting voting = new BoxVoting(thresholds, input.scale());
        List<Candidate> drawn = new ArrayList<>();
        float surestLeast = thresholds.voters() == 0 ? thresholds.minConfidence() : least;
        List<Candidate> sure = candidates.stream()
                .filter(candidate -> candidate.confidence() >= surestLeast)
                .toList();
        for (Candidate surest : kept(sure)) {
            Candidate face = voting.drawn(surest, candidates);
            if (face.confidence() >= thresholds.minConfidence()) {
                drawn.add(face);
            }
        }
        drawn.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
        // Not suppressed once more, although voting moves some boxes closer together: that lost more faces than it
        // spared doubles.
        return drawn;
    }

    private List<Candidate> kept(List<Candidate> all) {
        // Clipped before suppression: clipping moves boxes closer together.
        List<BoundingBox> boxes = new ArrayList<>(all.size());
        float[] scores = new float[all.size()];
        for (int i = 0; i < scores.length; i++) {
            boxes.add(all.get(i).box());
            scores[i] = all.get(i).confidence();
        }
        List<Candidate> kept = new ArrayList<>();
        for (int index : Nms.keep(boxes, scores, thresholds.maxOverlap())) {
            kept.add(all.get(index));
        }
        return kept;
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
}

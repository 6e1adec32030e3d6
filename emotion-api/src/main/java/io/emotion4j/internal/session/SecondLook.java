package io.emotion4j.internal.session;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a second look at a quarter of the size adds to the first, for a sixteenth of its work: a face that fills the picture is then of a
 * size that networks know well. It is worth that where nothing was found, or a large face, whose box and landmarks are drawn better
 * there: at 640 pixels a face of half the picture is seen by few cells, and they may take a part of it for a face.
 */
final class SecondLook {

    /** How many times smaller it is. */
    static final int TIMES = 4;

    /** Longest side of a first look, in pixels, that is worth a second one. */
    private static final int FROM = 320;

    /** Longer side of a large face, beside the picture's. */
    private static final float LARGE = 0.4f;

    /** Longer side of a face that the second look cannot see, beside the picture's. */
    private static final float UNSEEN = 0.1f;

    private final float longest;
    private final float maxOverlap;
    private final float sure;

    /**
     * Of one picture.
     *
     * @param longest its longer side, in its own pixels
     * @param maxOverlap most IoU of two faces
     * @param sure the model's own least confidence of a face: finds below it, which a lenient caller sees, too, decide nothing here
     */
    SecondLook(int longest, float maxOverlap, float sure) {
        this.longest = longest;
        this.maxOverlap = maxOverlap;
        this.sure = sure;
    }

    /** @param side the longer side of the first look, in pixels of the input */
    boolean worth(List<Face> first, int side) {
        return side >= FROM
                && (first.stream().noneMatch(this::sure) || first.stream().anyMatch(this::large));
    }

    /**
     * {@return the faces of both looks, the surest first} Where the first is sure of nothing, all that the second is sure of, and what
     * either finds beside. Else the second only draws the large ones, of which the surer look says how sure; what the first saw inside
     * them is left out, unless the second sees it, too, or it is too small for that.
     */
    List<Face> joined(List<Face> first, List<Face> second) {
        List<Face> seen = second.stream().filter(this::sure).toList();
        List<Face> taken = first.stream().anyMatch(this::sure)
                ? seen.stream().filter(this::large).toList()
                : second.stream()
                        .filter(face -> sure(face) || first.stream().noneMatch(other -> alike(face, other)))
                        .toList();
        List<Face> faces = new ArrayList<>();
        for (Face face : taken) {
            float surest = (float) first.stream()
                    .filter(other -> alike(face, other))
                    .mapToDouble(Face::confidence)
                    .max()
                    .orElse(0);
            faces.add(new Face(face.box(), Math.max(surest, face.confidence()), face.landmarks()));
        }
        for (Face face : first) {
            boolean part = taken.stream().anyMatch(whole -> sure(whole) && mostlyIn(face.box(), whole.box()));
            boolean itself = side(face) < UNSEEN * longest || seen.stream().anyMatch(other -> alike(face, other));
            boolean drawn = taken.stream().anyMatch(other -> alike(face, other));
            if (!drawn && (itself || !part)) {
                faces.add(face);
            }
        }
        faces.sort(Comparator.comparingDouble(Face::confidence).reversed());
        return faces;
    }

    private boolean alike(Face a, Face b) {
        return a.box().iou(b.box()) > maxOverlap;
    }

    private boolean sure(Face face) {
        return face.confidence() >= sure;
    }

    private boolean large(Face face) {
        return sure(face) && side(face) >= LARGE * longest;
    }

    private static float side(Face face) {
        return Math.max(face.box().width(), face.box().height());
    }

    private static boolean mostlyIn(BoundingBox part, BoundingBox whole) {
        double width = Math.min((double) part.right(), whole.right()) - Math.max(part.x(), whole.x());
        double height = Math.min((double) part.bottom(), whole.bottom()) - Math.max(part.y(), whole.y());
        return width > 0 && height > 0 && 2 * width * height > (double) part.width() * part.height();
    }
}

package io.emotion4j.output.draw;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds places for labels: above a face's box, below it, or within it at the top or bottom; never off the picture; where
 * least of another label or face is hidden.
 */
final class LabelPlaces {

    /** A label of which more than this share would hide other labels or faces is left out. */
    private static final double MOST_HIDDEN = 0.3;

    private final Rectangle2D picture;
    private final List<Rectangle2D> faces;
    private final List<Rectangle2D> labels = new ArrayList<>();

    LabelPlaces(Rectangle2D picture, List<Rectangle2D> faces) {
        this.picture = picture;
        this.faces = faces;
    }

    /**
     * A place for the label of one face.
     *
     * @param face which face
     * @param size of the label; made smaller where the picture is smaller than it
     * @return where it goes; null if it would hide other labels or faces
     */
    @Nullable
    Rectangle2D find(int face, Rectangle2D size) {
        double shrink =
                Math.min(1, Math.min(picture.getWidth() / size.getWidth(), picture.getHeight() / size.getHeight()));
        double width = size.getWidth() * shrink;
        double height = size.getHeight() * shrink;
        Rectangle2D box = faces.get(face);
        double[] tops = {box.getY() - height, box.getMaxY(), box.getY(), box.getMaxY() - height};
        double[] lefts = {box.getX(), box.getMaxX() - width};
        Rectangle2D best = null;
        double least = Double.MAX_VALUE;
        for (double top : tops) {
            for (double left : lefts) {
                Rectangle2D place = within(left, top, width, height);
                double cost = cost(face, place);
                if (cost < least) {
                    least = cost;
                    best = place;
                }
            }
        }
        if (best == null || hidden(best, labels, -1) + hidden(best, faces, face) > MOST_HIDDEN * width * height) {
            return null;
        }
        labels.add(best);
        return best;
    }

    private Rectangle2D within(double left, double top, double width, double height) {
        return new Rectangle2D.Double(
                Math.max(picture.getX(), Math.min(left, picture.getMaxX() - width)),
                Math.max(picture.getY(), Math.min(top, picture.getMaxY() - height)),
                width,
                height);
    }

    /** Hidden area; another label counts most, another face less, the own face least. */
    private double cost(int face, Rectangle2D place) {
        return 10 * hidden(place, labels, -1)
                + 3 * hidden(place, faces, face)
                + hidden(place, List.of(faces.get(face)), -1);
    }

    private static double hidden(Rectangle2D place, List<Rectangle2D> others, int except) {
        double sum = 0;
        for (int i = 0; i < others.size(); i++) {
            Rectangle2D common = place.createIntersection(others.get(i));
            if (i != except && !common.isEmpty()) {
                sum += common.getWidth() * common.getHeight();
            }
        }
        return sum;
    }
}

package io.emotion4j.internal.mtcnn;

import io.emotion4j.internal.geometry.Affine;
import java.util.ArrayList;
import java.util.List;

/**
 * The picture at one size, in which P-Net sees faces that are {@value #CELL} pixels large there.
 *
 * @param width of the input, in pixels
 * @param height of the input
 * @param scale picture pixels an input pixel
 */
record PyramidLevel(int width, int height, double scale) {

    /** Side of what P-Net looks at. */
    static final int CELL = 12;

    /** Pixels from one place to the next. */
    private static final int STEP = 2;

    /**
     * All sizes of a picture.
     *
     * @param width the picture's, in pixels
     * @param height the picture's
     * @param largest side of a picture that is seen as it is; a larger one is seen shrunk to it
     * @param settings smallest face and factor
     * @return the largest first; none where the picture is smaller than the smallest face
     */
    static List<PyramidLevel> of(int width, int height, int largest, MtcnnSettings settings) {
        List<PyramidLevel> levels = new ArrayList<>();
        double shrunk = Math.max(1, (double) Math.max(width, height) / largest);
        double scale = shrunk * settings.minFaceSize() / CELL;
        while (Math.min(width, height) / scale >= CELL) {
            levels.add(new PyramidLevel(side(width / scale), side(height / scale), scale));
            scale /= settings.factor();
        }
        return levels;
    }

    private static int side(double needed) {
        // A hair above a whole number is rounding.
        return (int) Math.ceil(needed - 1e-6);
    }

    Affine toPicture() {
        return Affine.scaled(scale, scale, 0, 0);
    }

    /** {@return the place that a cell of the answer speaks of} */
    Proposal place(int column, int row, float score) {
        return new Proposal(
                (float) (STEP * column * scale),
                (float) (STEP * row * scale),
                (float) ((STEP * column + CELL) * scale),
                (float) ((STEP * row + CELL) * scale),
                score);
    }
}

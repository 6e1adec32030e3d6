package io.emotion4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Which parts of a face a classifier's answer hangs on: how far the score of an expression falls when a patch of the network's input is
 * covered (Zeiler and Fergus 2014). It says what this model looks at, not what a face expresses. Immutable, thread-safe.
 *
 * @param scores of the whole face
 * @param expression whose score is looked at
 * @param crop the face as the network gets it, upright
 * @param columns cells from left to right
 * @param rows cells from top to bottom
 * @param drops a number a cell, row by row: the expression's score less its score with a patch about the cell's centre covered, -1 to
 *     1. Below 0 where covering raises it
 * @since 0.1.0
 */
public record OcclusionMap(
        EmotionScores scores, Emotion expression, RgbImage crop, int columns, int rows, List<Float> drops) {

    /** Cells in a row and in a column. */
    private static final int CELLS = 12;
    /** A patch covers so much of a side: an eye with its brow, a mouth. */
    private static final int PATCHES = 4;

    private static final int BATCH = 16;

    /**
     * Checks that there is a number a cell.
     *
     * @throws IllegalArgumentException if not, or the expression has no score
     */
    public OcclusionMap {
        Objects.requireNonNull(scores, "scores");
        Objects.requireNonNull(expression, "expression");
        Objects.requireNonNull(crop, "crop");
        if (scores.get(expression) == null) {
            throw new IllegalArgumentException("A map of " + expression + " needs its score, found " + scores);
        }
        drops = List.copyOf(drops);
        if (columns < 1 || rows < 1 || drops.size() != columns * rows) {
            throw new IllegalArgumentException(
                    "A map of " + columns + "x" + rows + " cells has as many numbers, found " + drops.size());
        }
    }

    /**
     * Covers patches of a face one after the other, in the crop's mean colour, and scores the face each time: 145 runs of the network, in
     * batches.
     *
     * @param classifier one that {@linkplain EmotionClassifier#debugCrop shows its input}; it runs on any engine
     * @param image the upright picture
     * @param face a face within it
     * @param expression whose score is looked at
     * @return the map
     * @throws IllegalArgumentException if the classifier does not know the expression
     * @throws UnsupportedOperationException if the classifier does not show its input
     */
    public static OcclusionMap of(EmotionClassifier classifier, RgbImage image, Face face, Emotion expression) {
        if (!classifier.labels().contains(expression)) {
            throw new IllegalArgumentException("Classifier '" + classifier.id() + "' does not know '" + expression
                    + "', it knows " + classifier.labels());
        }
        RgbImage crop = classifier.debugCrop(image, face);
        EmotionScores whole = classifier.classifyCrop(crop);
        List<Float> drops = new ArrayList<>();
        List<RgbImage> covered = new ArrayList<>();
        byte[] pixels = crop.toRgbBytes();
        byte[] mean = mean(pixels);
        for (int cell = 0; cell < CELLS * CELLS; cell++) {
            covered.add(covered(crop, pixels, mean, cell % CELLS, cell / CELLS));
            if (covered.size() == BATCH || cell == CELLS * CELLS - 1) {
                for (EmotionScores scores : classifier.classifyCrops(covered)) {
                    drops.add(score(whole, expression) - score(scores, expression));
                }
                covered.clear();
            }
        }
        return new OcclusionMap(whole, expression, crop, CELLS, CELLS, drops);
    }

    /** {@return the expression's score of the whole face, 0 to 1} */
    public float score() {
        return score(scores, expression);
    }

    /**
     * One cell's number.
     *
     * @param column from the left, from 0
     * @param row from the top, from 0
     * @return how far the score falls when the patch there is covered
     * @throws IndexOutOfBoundsException if there is no such cell
     */
    public float drop(int column, int row) {
        return drops.get(Objects.checkIndex(row, rows) * columns + Objects.checkIndex(column, columns));
    }

    private static float score(EmotionScores scores, Emotion expression) {
        return Objects.requireNonNull(scores.get(expression), "a classifier scores all of its labels");
    }

    private static RgbImage covered(RgbImage crop, byte[] pixels, byte[] mean, int column, int row) {
        byte[] copy = pixels.clone();
        int width = crop.width();
        int height = crop.height();
        int left = (int) Math.rint((column + 0.5) * width / CELLS - width / (2.0 * PATCHES));
        int top = (int) Math.rint((row + 0.5) * height / CELLS - height / (2.0 * PATCHES));
        for (int y = Math.max(0, top); y < Math.min(height, top + height / PATCHES); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + width / PATCHES); x++) {
                System.arraycopy(mean, 0, copy, (y * width + x) * 3, 3);
            }
        }
        return RgbImage.of(width, height, copy);
    }

    private static byte[] mean(byte[] pixels) {
        long[] sums = new long[3];
        for (int i = 0; i < pixels.length; i++) {
            sums[i % 3] += pixels[i] & 0xff;
        }
        byte[] mean = new byte[3];
        for (int c = 0; c < 3; c++) {
            mean[c] = (byte) Math.rint(sums[c] * 3.0 / pixels.length);
        }
        return mean;
    }
}

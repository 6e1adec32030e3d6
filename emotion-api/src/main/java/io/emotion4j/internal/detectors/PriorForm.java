package io.emotion4j.internal.detectors;

import io.emotion4j.model.DecoderSpec;
import java.util.List;

/**
 * The prior boxes of a single-shot detector, and how its numbers refer to them.
 *
 * @param strides of the grids, in pixels of the input
 * @param sides of each stride's priors, in pixels of the input
 * @param centreVariance factor for the centre and the points
 * @param sizeVariance factor for the sides' logarithms
 * @param corners whether the boxes are corners as parts of the input's sides, and owe the priors nothing
 * @param scores what the scores are
 */
record PriorForm(
        List<Integer> strides,
        List<List<Double>> sides,
        float centreVariance,
        float sizeVariance,
        boolean corners,
        Scores scores) {

    private static final String PRIORS = "priors";
    private static final String CORNERS = "corners";

    PriorForm with(DecoderSpec settings) {
        settings.allow(List.of("strides", "sides", "variances", "boxes", Scores.KEY));
        List<Double> variances = settings.numbers("variances", List.of((double) centreVariance, (double) sizeVariance));
        if (variances.size() != 2) {
            throw new IllegalArgumentException(
                    "\"decoder.variances\" must be two numbers, of the centre and of the size, found " + variances);
        }
        List<Integer> newStrides = settings.wholes("strides", strides, 1, 1024);
        List<List<Double>> newSides = settings.numberLists("sides", sides);
        if (newStrides.size() != newSides.size()) {
            throw new IllegalArgumentException("\"decoder.sides\" must be a list of sides for each of the strides "
                    + newStrides + ", found " + newSides);
        }
        String own = corners ? CORNERS : PRIORS;
        String other = corners ? PRIORS : CORNERS;
        return new PriorForm(
                newStrides,
                newSides,
                variances.get(0).floatValue(),
                variances.get(1).floatValue(),
                settings.word("boxes", List.of(own, other)).equals(CORNERS),
                scores.in(settings));
    }

    /** {@return how many priors an input has} */
    int count(int width, int height) {
        int count = 0;
        for (int level = 0; level < strides.size(); level++) {
            int stride = strides.get(level);
            count += Sides.cells(width, stride)
                    * Sides.cells(height, stride)
                    * sides.get(level).size();
        }
        return count;
    }

    void forEach(int width, int height, Visitor visitor) {
        int row = 0;
        for (int level = 0; level < strides.size(); level++) {
            int stride = strides.get(level);
            List<Double> ofLevel = sides.get(level);
            int columns = Sides.cells(width, stride);
            int rows = Sides.cells(height, stride);
            for (int cell = 0; cell < columns * rows; cell++) {
                int column = cell % columns;
                int line = cell / columns;
                float x = (column + 0.5f) * stride;
                float y = (line + 0.5f) * stride;
                for (double side : ofLevel) {
                    visitor.prior(row++, x, y, (float) side);
                }
            }
        }
    }

    /** Receives the priors in the order of the outputs' rows. */
    interface Visitor {

        void prior(int row, float x, float y, float side);
    }
}

package io.emotion4j.internal.detectors;

import io.emotion4j.decoder.Candidates;
import io.emotion4j.decoder.FaceDecoder;
import io.emotion4j.decoder.Outputs;
import io.emotion4j.model.DecoderSpec;
import java.util.List;

/**
 * Makes faces of the outputs of <a href="https://arxiv.org/abs/1907.05047">BlazeFace</a>: rows of one score, a logit, and rows of 16
 * numbers, in pixels of the input: the box's centre, from the middle of the anchor's cell, its width and height, and six points. Of the
 * points two are ears and one is the middle of the mouth; faces have the five landmarks of this library or none, so these have none.
 * Defaults are of the front camera's network of 128x128. Immutable and thread-safe.
 */
public final class BlazeFaceDecoder implements FaceDecoder {

    private static final int NUMBERS = 16;

    private final List<Integer> strides;
    private final List<Integer> anchors;
    private final Scores scores;

    /** For {@link java.util.ServiceLoader}. */
    public BlazeFaceDecoder() {
        this(List.of(8, 16), List.of(2, 6), Scores.LOGITS);
    }

    private BlazeFaceDecoder(List<Integer> strides, List<Integer> anchors, Scores scores) {
        this.strides = strides;
        this.anchors = anchors;
        this.scores = scores;
    }

    @Override
    public String architecture() {
        return "blazeface";
    }

    @Override
    public FaceDecoder with(DecoderSpec settings) {
        settings.allow(List.of("strides", "anchors", Scores.KEY));
        List<Integer> newStrides = settings.wholes("strides", strides, 1, 1024);
        List<Integer> newAnchors = settings.wholes("anchors", anchors, 1, 64);
        if (newStrides.size() != newAnchors.size()) {
            throw new IllegalArgumentException("\"decoder.anchors\" must be a number for each of the strides "
                    + newStrides + ", found " + newAnchors);
        }
        return new BlazeFaceDecoder(newStrides, newAnchors, scores.in(settings));
    }

    @Override
    public void decode(Outputs outputs, Candidates candidates) {
        int count = 0;
        for (int level = 0; level < strides.size(); level++) {
            int stride = strides.get(level);
            count += Sides.cells(outputs.width(), stride) * Sides.cells(outputs.height(), stride) * anchors.get(level);
        }
        float[] logits = Rows.of(outputs, 1, count);
        float[] rows = Rows.of(outputs, NUMBERS, count);
        int row = 0;
        for (int level = 0; level < strides.size(); level++) {
            int stride = strides.get(level);
            int columns = Sides.cells(outputs.width(), stride);
            int cells = columns * Sides.cells(outputs.height(), stride);
            for (int anchor = 0; anchor < cells * anchors.get(level); anchor++, row++) {
                float score = scores.of(logits[row]);
                if (score >= candidates.minConfidence()) {
                    int cell = anchor / anchors.get(level);
                    int at = row * NUMBERS;
                    float width = rows[at + 2];
                    float height = rows[at + 3];
                    int column = cell % columns;
                    int line = cell / columns;
                    float left = (column + 0.5f) * stride + rows[at] - width / 2;
                    float top = (line + 0.5f) * stride + rows[at + 1] - height / 2;
                    candidates.add(left, top, width, height, score);
                }
            }
        }
    }
}

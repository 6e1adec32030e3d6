package io.emotion4j.training.classifier;

import io.emotion4j.evaluation.data.LabelledFace;
import java.util.List;

/** Faces as the network's input, unchanged or mirrored. */
final class PlainFaces {

    static final int SIDE = 48;

    private PlainFaces() {}

    static float[] of(List<LabelledFace> faces, boolean mirrored) {
        float[] input = new float[faces.size() * SIDE * SIDE];
        for (int i = 0; i < faces.size(); i++) {
            byte[] pixels = faces.get(i).pixels();
            for (int p = 0; p < pixels.length; p++) {
                int from = mirrored ? p - p % SIDE + SIDE - 1 - p % SIDE : p;
                input[i * pixels.length + p] =
                        ((pixels[from] & 255) / 255f - FaceAugmentation.MEAN) / FaceAugmentation.DEVIATION;
            }
        }
        return input;
    }
}

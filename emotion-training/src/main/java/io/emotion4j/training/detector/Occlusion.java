package io.emotion4j.training.detector;

import java.util.List;
import java.util.Random;

/** Covers parts of some faces with other parts of the same crop, as hands, hats and other people do. */
final class Occlusion {

    private static final double FACES = 0.25;
    private static final double LEAST = 0.25;
    private static final double MOST = 0.7;
    /** Faces that are smaller are hard enough. */
    private static final float SMALLEST_FACE = 16;

    private Occlusion() {}

    /**
     * @param planes three, of {@code side} x {@code side}, from {@code offset}
     */
    static void cover(List<TrainingFace> faces, int side, Random random, float[] planes, int offset) {
        for (TrainingFace face : faces) {
            if (random.nextDouble() < FACES && !face.ignored() && face.size() >= SMALLEST_FACE) {
                double faceWidth = face.box().width();
                double faceHeight = face.box().height();
                int width = Math.min(side, (int) (faceWidth * share(random)));
                int height = Math.min(side, (int) (faceHeight * share(random)));
                int x = place(face.box().x(), faceWidth, width, side, random);
                int y = place(face.box().y(), faceHeight, height, side, random);
                int fromX = random.nextInt(side - width + 1);
                int fromY = random.nextInt(side - height + 1);
                copy(planes, offset, side, fromX, fromY, x, y, width, height);
            }
        }
    }

    private static double share(Random random) {
        return LEAST + random.nextDouble() * (MOST - LEAST);
    }

    /** Anywhere on the face, over its edge, too. */
    private static int place(float start, double length, int covered, int side, Random random) {
        double centre = start + random.nextDouble() * length;
        return (int) Math.max(0, Math.min(side - covered, centre - covered / 2.0));
    }

    private static void copy(
            float[] planes, int offset, int side, int fromX, int fromY, int x, int y, int width, int height) {
        float[] patch = new float[3 * width * height];
        for (int line = 0; line < 3 * height; line++) {
            int plane = offset + line / height * side * side;
            int from = plane + (fromY + line % height) * side + fromX;
            System.arraycopy(planes, from, patch, line * width, width);
        }
        for (int line = 0; line < 3 * height; line++) {
            int plane = offset + line / height * side * side;
            System.arraycopy(patch, line * width, planes, plane + (y + line % height) * side + x, width);
        }
    }
}

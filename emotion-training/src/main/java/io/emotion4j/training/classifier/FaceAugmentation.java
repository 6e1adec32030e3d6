package io.emotion4j.training.classifier;

import io.emotion4j.evaluation.data.LabelledFace;
import java.util.Random;

/**
 * Draws a changed copy of a face: mirrored, turned, scaled, stretched and shifted about as much as the detector's landmarks
 * vary; other contrast and brightness; sometimes less sharp; sometimes with a rectangle covered.
 */
final class FaceAugmentation {

    static final float MEAN = 0.5f;
    static final float DEVIATION = 0.25f;

    private final double strength;

    /** @param strength 0 = only mirrored, 1 = as for the shipped weights */
    FaceAugmentation(double strength) {
        this.strength = strength;
    }

    /** Writes {@code side * side} normalised values at {@code offset}. */
    void draw(LabelledFace face, Random random, int side, float[] out, int offset) {
        double angle = Math.toRadians(clamp(random.nextGaussian() * 8, 22) * strength);
        double scale = Math.exp(clamp(random.nextGaussian() * 0.09, 0.22) * strength);
        double aspect = Math.exp(clamp(random.nextGaussian() * 0.04, 0.1) * strength);
        double shiftX = (random.nextDouble() * 2 - 1) * 0.09 * strength * face.width();
        double shiftY = (random.nextDouble() * 2 - 1) * 0.09 * strength * face.height();
        boolean mirror = random.nextBoolean();
        double pixel = (double) face.width() / side;
        double a = Math.cos(angle) * pixel / scale * aspect * (mirror ? -1 : 1);
        double b = -Math.sin(angle) * pixel / scale;
        double c = Math.sin(angle) * pixel / scale * (mirror ? -1 : 1);
        double d = Math.cos(angle) * pixel / scale / aspect;
        double x0 = face.width() / 2.0 + shiftX;
        double y0 = face.height() / 2.0 + shiftY;
        double half = side / 2.0;
        float[] sample = new float[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double u = x + 0.5 - half;
                double v = y + 0.5 - half;
                sample[y * side + x] = bilinear(face, x0 + a * u + b * v - 0.5, y0 + c * u + d * v - 0.5);
            }
        }
        if (random.nextDouble() < 0.15 * strength) {
            blur(sample, side);
        }
        light(sample, random);
        if (random.nextDouble() < 0.4 * strength) {
            cover(sample, side, random);
        }
        for (int i = 0; i < sample.length; i++) {
            out[offset + i] = (sample[i] / 255f - MEAN) / DEVIATION;
        }
    }

    private static double clamp(double value, double limit) {
        return Math.max(-limit, Math.min(limit, value));
    }

    private static float bilinear(LabelledFace face, double x, double y) {
        double cx = Math.max(0, Math.min(face.width() - 1.0, x));
        double cy = Math.max(0, Math.min(face.height() - 1.0, y));
        int x0 = Math.min((int) cx, face.width() - 2);
        int y0 = Math.min((int) cy, face.height() - 2);
        float fx = (float) (cx - x0);
        float fy = (float) (cy - y0);
        byte[] p = face.pixels();
        int i = y0 * face.width() + x0;
        int j = i + face.width();
        float top = (p[i] & 255) * (1 - fx) + (p[i + 1] & 255) * fx;
        float bottom = (p[j] & 255) * (1 - fx) + (p[j + 1] & 255) * fx;
        return top * (1 - fy) + bottom * fy;
    }

    private void light(float[] sample, Random random) {
        double contrast = Math.exp(clamp(random.nextGaussian() * 0.25, 0.6) * strength);
        double brightness = clamp(random.nextGaussian() * 25, 60) * strength;
        double mean = 0;
        for (float value : sample) {
            mean += value;
        }
        mean /= sample.length;
        for (int i = 0; i < sample.length; i++) {
            sample[i] = (float) Math.max(0, Math.min(255, (sample[i] - mean) * contrast + mean + brightness));
        }
    }

    private static void blur(float[] sample, int side) {
        float[] rows = sample.clone();
        for (int y = 0; y < side; y++) {
            for (int x = 1; x < side - 1; x++) {
                int i = y * side + x;
                rows[i] = (sample[i - 1] + 2 * sample[i] + sample[i + 1]) / 4;
            }
        }
        for (int y = 1; y < side - 1; y++) {
            for (int x = 0; x < side; x++) {
                int i = y * side + x;
                sample[i] = (rows[i - side] + 2 * rows[i] + rows[i + side]) / 4;
            }
        }
    }

    private static void cover(float[] sample, int side, Random random) {
        double area = (0.02 + 0.16 * random.nextDouble()) * side * side;
        double ratio = Math.exp((random.nextDouble() * 2 - 1) * Math.log(2.5));
        int height = (int) Math.max(1, Math.min(side - 1, Math.sqrt(area * ratio)));
        int width = (int) Math.max(1, Math.min(side - 1, Math.sqrt(area / ratio)));
        int top = random.nextInt(side - height);
        int left = random.nextInt(side - width);
        float level = random.nextInt(256);
        float noise = random.nextFloat() * 60;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                sample[y * side + x] = (float) Math.max(0, Math.min(255, level + random.nextGaussian() * noise));
            }
        }
    }
}

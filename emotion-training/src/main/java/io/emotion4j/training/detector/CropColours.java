package io.emotion4j.training.detector;

import java.util.Random;

/** Changes the light and colours of a normalised RGB crop; makes some gray and some soft. */
final class CropColours {

    private CropColours() {}

    /** @param plane values a channel */
    static void change(float[] values, int offset, int plane, Random random) {
        boolean gray = random.nextDouble() < 0.15;
        float contrast = (float) Math.exp(random.nextGaussian() * 0.2);
        float brightness = (float) random.nextGaussian() * 0.2f;
        float[] tint = {1, 1, 1};
        if (random.nextDouble() < 0.5) {
            for (int c = 0; c < 3; c++) {
                tint[c] = (float) Math.exp(random.nextGaussian() * 0.1);
            }
        }
        for (int i = offset; i < offset + plane; i++) {
            float r = values[i];
            float g = values[i + plane];
            float b = values[i + 2 * plane];
            if (gray) {
                r = 0.299f * r + 0.587f * g + 0.114f * b;
                g = r;
                b = r;
            }
            values[i] = clamp(r * contrast * tint[0] + brightness);
            values[i + plane] = clamp(g * contrast * tint[1] + brightness);
            values[i + 2 * plane] = clamp(b * contrast * tint[2] + brightness);
        }
        if (random.nextDouble() < 0.15) {
            soften(values, offset, plane, (int) Math.sqrt(plane));
        }
    }

    private static float clamp(float value) {
        return Math.max(-2, Math.min(2, value));
    }

    private static void soften(float[] values, int offset, int plane, int side) {
        float[] row = new float[plane];
        for (int c = 0; c < 3; c++) {
            int from = offset + c * plane;
            System.arraycopy(values, from, row, 0, plane);
            for (int y = 1; y < side - 1; y++) {
                for (int x = 1; x < side - 1; x++) {
                    int i = y * side + x;
                    values[from + i] = (2 * row[i] + row[i - 1] + row[i + 1] + row[i - side] + row[i + side]) / 6;
                }
            }
        }
    }
}

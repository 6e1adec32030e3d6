package io.emotion4j.internal.tensor;

/** Gray by ITU-R 601: 0.299 red + 0.587 green + 0.114 blue. */
final class Luma {

    private Luma() {}

    /** Writes {@code luma * a + b}. */
    static void write(int[][] rgb, float a, float b, float[] gray) {
        int[] red = rgb[0];
        int[] green = rgb[1];
        int[] blue = rgb[2];
        float r = 0.299f * a;
        float g = 0.587f * a;
        float u = 0.114f * a;
        for (int x = 0; x < red.length; x++) {
            gray[x] = red[x] * r + green[x] * g + blue[x] * u + b;
        }
    }
}

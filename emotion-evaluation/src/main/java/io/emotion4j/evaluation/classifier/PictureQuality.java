package io.emotion4j.evaluation.classifier;

import io.emotion4j.evaluation.data.LabelledFace;

/** Measures of a gray picture. */
final class PictureQuality {

    private PictureQuality() {}

    /** {@return the mean gray value, 0..255} */
    static double brightness(LabelledFace face) {
        double sum = 0;
        for (byte pixel : face.pixels()) {
            sum += pixel & 0xff;
        }
        return sum / face.pixels().length;
    }

    /** {@return the standard deviation of the gray values} */
    static double contrast(LabelledFace face) {
        double mean = brightness(face);
        double sum = 0;
        for (byte pixel : face.pixels()) {
            sum += ((pixel & 0xff) - mean) * ((pixel & 0xff) - mean);
        }
        return Math.sqrt(sum / face.pixels().length);
    }

    /**
     * Root mean square of the Laplacian (each pixel against its four neighbours), over the contrast, so that a dull picture does
     * not pass for a blurred one.
     */
    static double sharpness(LabelledFace face) {
        byte[] p = face.pixels();
        int w = face.width();
        double sum = 0;
        int count = 0;
        for (int y = 1; y + 1 < face.height(); y++) {
            for (int x = 1; x + 1 < w; x++) {
                int at = y * w + x;
                double laplacian = 4 * (p[at] & 0xff)
                        - (p[at - 1] & 0xff)
                        - (p[at + 1] & 0xff)
                        - (p[at - w] & 0xff)
                        - (p[at + w] & 0xff);
                sum += laplacian * laplacian;
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(sum / count) / Math.max(1, contrast(face));
    }
}

package io.emotion4j.internal.gray;

/**
 * How a gray picture looks, whatever is in it: the same measures for a face that is analyzed and for one that is evaluated.
 *
 * @param brightness the mean gray value, 0 to 255
 * @param contrast the standard deviation of the gray values, 0 to 127.5
 * @param sharpness the root mean square of the Laplacian (each pixel against its four neighbours) over the contrast, so that a dull picture
 *     does not pass for a blurred one; 0 for pictures of fewer than three rows or columns
 */
public record GrayMeasures(double brightness, double contrast, double sharpness) {

    /**
     * {@return the measures of a picture}
     *
     * @param gray values of 0 to 255, row by row
     * @param width pixels of a row; the length of {@code gray} is a multiple of it
     */
    public static GrayMeasures of(float[] gray, int width) {
        double brightness = 0;
        for (float value : gray) {
            brightness += value;
        }
        brightness /= gray.length;
        double squares = 0;
        for (float value : gray) {
            squares += (value - brightness) * (value - brightness);
        }
        double contrast = Math.sqrt(squares / gray.length);
        return new GrayMeasures(brightness, contrast, laplacian(gray, width) / Math.max(1, contrast));
    }

    private static double laplacian(float[] gray, int width) {
        double squares = 0;
        int count = 0;
        for (int row = width; row + width < gray.length; row += width) {
            for (int at = row + 1; at < row + width - 1; at++) {
                double value = 4 * gray[at] - gray[at - 1] - gray[at + 1] - gray[at - width] - gray[at + width];
                squares += value * value;
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(squares / count);
    }
}

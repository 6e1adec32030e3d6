package io.emotion4j.internal.image;

/** PNG's five filters: each byte of a row as the difference from what its neighbours let expect. */
final class PngFilter {

    private PngFilter() {}

    /**
     * Puts a line right, in place.
     *
     * @param lines a line is a byte that names its filter, and a row
     * @param at where the line starts; the line before lies right before it
     * @param line bytes of a line
     * @param pixel bytes of a pixel
     * @return whether the filter is one of the five
     */
    static boolean undo(byte[] lines, int at, int line, int pixel) {
        int start = at + 1;
        int end = at + line;
        switch (lines[at]) {
            case 0 -> {}
            case 1 -> left(lines, start + pixel, end, pixel);
            case 2 -> above(lines, start, end, line);
            case 3 -> mean(lines, start, end, line, pixel);
            case 4 -> paeth(lines, start, end, line, pixel);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void left(byte[] lines, int from, int end, int pixel) {
        for (int i = from; i < end; i++) {
            lines[i] += lines[i - pixel];
        }
    }

    private static void above(byte[] lines, int start, int end, int line) {
        for (int i = start; i < end; i++) {
            lines[i] += lines[i - line];
        }
    }

    private static void mean(byte[] lines, int start, int end, int line, int pixel) {
        for (int i = start; i < start + pixel; i++) {
            lines[i] += (byte) ((lines[i - line] & 0xff) >> 1);
        }
        for (int i = start + pixel; i < end; i++) {
            lines[i] += (byte) ((lines[i - pixel] & 0xff) + (lines[i - line] & 0xff) >> 1);
        }
    }

    private static void paeth(byte[] lines, int start, int end, int line, int pixel) {
        above(lines, start, start + pixel, line);
        // One sample after the other, so that its neighbours stay in registers.
        for (int sample = 0; sample < pixel; sample++) {
            int left = lines[start + sample] & 0xff;
            int corner = lines[start + sample - line] & 0xff;
            for (int i = start + pixel + sample; i < end; i += pixel) {
                int above = lines[i - line] & 0xff;
                int toLeft = Math.abs(above - corner);
                int toAbove = Math.abs(left - corner);
                int toCorner = Math.abs(left + above - 2 * corner);
                int nearest = toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
                left = lines[i] + nearest & 0xff;
                lines[i] = (byte) left;
                corner = above;
            }
        }
    }
}

package io.emotion4j.internal.image;

/** EXIF's eight orientations: how the stored picture must be turned or mirrored to stand upright. */
final class Orientation {

    static final int UPRIGHT = 1;

    /** Pixels a side of the blocks that are turned at a time, so that both sides of the copy stay in the cache. */
    private static final int BLOCK = 32;

    private Orientation() {}

    /** {@return whether the sides change places} */
    static boolean swapsSides(int orientation) {
        return orientation >= 5;
    }

    /** The upright picture: the same array where it is upright already, else a new one. */
    static byte[] upright(byte[] stored, int width, int height, int orientation) {
        int pixel = 3;
        int row = 3 * width;
        int right = pixel * (width - 1);
        int bottom = row * (height - 1);
        return switch (orientation) {
            case 2 -> copy(stored, width, height, right, -pixel, row);
            case 3 -> copy(stored, width, height, right + bottom, -pixel, -row);
            case 4 -> copy(stored, width, height, bottom, pixel, -row);
            case 5 -> copy(stored, height, width, 0, row, pixel);
            case 6 -> copy(stored, height, width, bottom, -row, pixel);
            case 7 -> copy(stored, height, width, right + bottom, -row, -pixel);
            case 8 -> copy(stored, height, width, right, row, -pixel);
            default -> stored;
        };
    }

    /**
     * The pixel (x, y) of the result, which is {@code width} wide, is found at {@code start + x * stepX + y * stepY}.
     */
    private static byte[] copy(byte[] from, int width, int height, int start, int stepX, int stepY) {
        byte[] to = new byte[from.length];
        for (int top = 0; top < height; top += BLOCK) {
            int bottom = Math.min(top + BLOCK, height);
            for (int left = 0; left < width; left += BLOCK) {
                int right = Math.min(left + BLOCK, width);
                for (int y = top; y < bottom; y++) {
                    int source = start + left * stepX + y * stepY;
                    int target = 3 * (y * width + left);
                    for (int x = left; x < right; x++) {
                        to[target] = from[source];
                        to[target + 1] = from[source + 1];
                        to[target + 2] = from[source + 2];
                        source += stepX;
                        target += 3;
                    }
                }
            }
        }
        return to;
    }
}

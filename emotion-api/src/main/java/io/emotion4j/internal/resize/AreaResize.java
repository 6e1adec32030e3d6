package io.emotion4j.internal.resize;

/** The mean over the area that a pixel of the result covers: OpenCV's {@code INTER_AREA} where it makes smaller. */
final class AreaResize {

    private AreaResize() {}

    static Raster of(Raster from, int width, int height) {
        double scaleX = (double) from.width() / width;
        double scaleY = (double) from.height() / height;
        Raster to = new Raster(width, height, from.channels());
        boolean quarters = scaleX == 2 && scaleY == 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < from.channels(); c++) {
                    double mean = mean(from, x * scaleX, y * scaleY, scaleX, scaleY, c);
                    // OpenCV rounds halves up where the factor is two, and to even elsewhere.
                    to.set(x, y, c, (int) (quarters ? Math.floor(mean + 0.5) : Math.rint(mean)));
                }
            }
        }
        return to;
    }

    private static double mean(Raster from, double left, double top, double width, double height, int channel) {
        double right = Math.min(left + width, from.width());
        double bottom = Math.min(top + height, from.height());
        double sum = 0;
        double area = 0;
        for (int y = (int) top; y < bottom; y++) {
            double high = Math.min(bottom, y + 1) - Math.max(top, y);
            for (int x = (int) left; x < right; x++) {
                double part = high * (Math.min(right, x + 1) - Math.max(left, x));
                sum += part * from.get(x, y, channel);
                area += part;
            }
        }
        return sum / area;
    }
}

package io.emotion4j.opencv;

import io.emotion4j.RgbImage;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A picture as cascades see it: gray by ITU-R 601, a large one shrunk.
 *
 * @param pixels OpenCV's
 * @param scale picture pixels a pixel of these
 */
record GrayPicture(Mat pixels, double scale) implements AutoCloseable {

    /** At most {@code largest} pixels long and high; the caller closes. */
    static GrayPicture of(RgbImage image, int largest) {
        double scale = Math.max(1, (double) Math.max(image.width(), image.height()) / largest);
        Mat gray = new Mat();
        try (BytePointer bytes = new BytePointer(image.toRgbBytes());
                Mat colour = new Mat(image.height(), image.width(), opencv_core.CV_8UC3, bytes)) {
            opencv_imgproc.cvtColor(colour, gray, opencv_imgproc.COLOR_RGB2GRAY);
            if (scale == 1) {
                return new GrayPicture(gray, scale);
            }
            Mat small = new Mat();
            try (gray;
                    Size size = new Size(side(image.width() / scale), side(image.height() / scale))) {
                opencv_imgproc.resize(gray, small, size, 0, 0, opencv_imgproc.INTER_AREA);
            }
            return new GrayPicture(small, scale);
        }
    }

    private static int side(double needed) {
        return Math.max(1, (int) Math.round(needed));
    }

    @Override
    public void close() {
        pixels.close();
    }
}

package io.emotion4j.benchmarks.bare;

import java.io.IOException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** OpenCV's decoders, on one thread. Mats are closed by the caller. */
public final class OpenCv {

    private static final int GOOD = 80;

    /** Above 100, OpenCV writes without loss. */
    private static final int LOSSLESS = 101;

    static {
        opencv_core.setNumThreads(1);
    }

    private OpenCv() {}

    /**
     * {@return the file where OpenCV can read it}
     *
     * @param file a picture's bytes
     */
    public static Mat file(byte[] file) {
        Mat bytes = new Mat(1, file.length, opencv_core.CV_8UC1);
        bytes.data().put(file);
        return bytes;
    }

    /**
     * {@return the picture in BGR}
     *
     * @param file from {@link #file}
     * @param scale 1, or 2 or 4 for half or a quarter of its sides
     */
    public static Mat decode(Mat file, int scale) {
        int how = switch (scale) {
            case 1 -> opencv_imgcodecs.IMREAD_COLOR;
            case 2 -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
            case 4 -> opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
            default -> throw new IllegalArgumentException("scale must be 1, 2 or 4, but is " + scale);
        };
        Mat picture = opencv_imgcodecs.imdecode(file, how);
        if (picture.empty()) {
            throw new IllegalStateException("OpenCV cannot decode this picture");
        }
        return picture;
    }

    /**
     * {@return a picture as WebP}
     *
     * @param file PNG
     * @param lossless or at a quality of 80
     * @throws IOException if OpenCV writes no WebP here
     */
    public static byte[] webp(byte[] file, boolean lossless) throws IOException {
        try (Mat bytes = file(file);
                Mat picture = decode(bytes, 1);
                BytePointer out = new BytePointer();
                IntPointer options =
                        new IntPointer(opencv_imgcodecs.IMWRITE_WEBP_QUALITY, lossless ? LOSSLESS : GOOD)) {
            if (!opencv_imgcodecs.imencode(".webp", picture, out, options)) {
                throw new IOException("OpenCV writes no WebP here");
            }
            byte[] webp = new byte[(int) out.limit()];
            out.get(webp);
            return webp;
        }
    }
}

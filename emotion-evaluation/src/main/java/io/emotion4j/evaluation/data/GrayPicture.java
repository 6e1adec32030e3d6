package io.emotion4j.evaluation.data;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.nio.file.Path;

/** A picture file as a gray crop. */
final class GrayPicture {

    private GrayPicture() {}

    /** ITU-R 601 luma, rounded; gray pictures keep their values. */
    static LabelledFace.Crop read(Path file) throws ImageDecodeException {
        RgbImage image = RgbImage.decode(file);
        byte[] rgb = image.toRgbBytes();
        byte[] gray = new byte[rgb.length / 3];
        for (int i = 0; i < gray.length; i++) {
            int luma = 299 * (rgb[3 * i] & 0xff) + 587 * (rgb[3 * i + 1] & 0xff) + 114 * (rgb[3 * i + 2] & 0xff);
            gray[i] = (byte) ((luma + 500) / 1000);
        }
        return new LabelledFace.Crop(gray, image.width(), image.height());
    }
}

package io.emotion4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import io.emotion4j.spi.PictureDecoder;
import io.emotion4j.spi.PictureFile;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One file decoded with the picture decoders and without: pictures, or what was wrong. */
final class TwoDecodings {

    private static final String PROPERTY = "emotion4j.pictureDecoders";

    /** Levels of 255: codecs smooth the colours' own small pictures in different ways. */
    private static final double REDUCED_TOLERANCE = 4;

    private @Nullable RgbImage with;
    private @Nullable RgbImage without;
    private String wrongWith = "";
    private String wrongWithout = "";

    private TwoDecodings() {}

    static TwoDecodings of(byte[] file) {
        TwoDecodings two = new TwoDecodings();
        try {
            two.with = RgbImage.decode(file);
        } catch (ImageDecodeException e) {
            two.wrongWith = String.valueOf(e.getMessage());
        }
        String before = System.getProperty(PROPERTY);
        System.setProperty(PROPERTY, "false");
        try {
            two.without = RgbImage.decode(file);
        } catch (ImageDecodeException e) {
            two.wrongWithout = String.valueOf(e.getMessage());
        } finally {
            if (before == null) {
                System.clearProperty(PROPERTY);
            } else {
                System.setProperty(PROPERTY, before);
            }
        }
        return two;
    }

    /** {@return size and pixels, decoded with the decoders} */
    static ByteBuffer with(byte[] file) throws ImageDecodeException {
        RgbImage image = RgbImage.decode(file);
        byte[] rgb = image.toRgbBytes();
        return ByteBuffer.allocate(8 + rgb.length)
                .putInt(image.width())
                .putInt(image.height())
                .put(rgb)
                .flip();
    }

    /** Both are the same error, or pictures no further apart than the mean of all differences says. */
    void check(String file, double tolerance) {
        assertThat(wrongWith).as(file).isEqualTo(wrongWithout);
        if (with != null && without != null) {
            assertThat(with).as(file).hasToString(without.toString());
            assertThat(difference(with.toRgbBytes(), without.toRgbBytes()))
                    .as("mean difference of %s, in levels", file)
                    .isLessThanOrEqualTo(tolerance);
        }
    }

    /**
     * Each pixel is near the mean of those in its place.
     *
     * @return false where the file was handed back
     */
    static boolean checkReduced(PictureDecoder decoder, PictureFile one, byte[] file, int reduction, String name) {
        int width = (one.width() - 1) / reduction + 1;
        int height = (one.height() - 1) / reduction + 1;
        byte[] rgb = new byte[width * height * 3];
        if (!decoder.decodeReduced(one, reduction, rgb)) {
            return false;
        }
        RgbImage whole;
        try {
            whole = RgbImage.decode(file);
        } catch (ImageDecodeException e) {
            throw new AssertionError(name + " is reduced, but not decoded whole", e);
        }
        assertThat(difference(rgb, means(whole, reduction, width, height)))
                .as("mean difference of %s, its sides divided by %d, to the means of its pixels", name, reduction)
                .isLessThan(REDUCED_TOLERANCE);
        return true;
    }

    private static byte[] means(RgbImage whole, int reduction, int width, int height) {
        byte[] means = new byte[width * height * 3];
        for (int i = 0; i < means.length; i++) {
            int left = i / 3 % width * reduction;
            int top = i / 3 / width * reduction;
            int shift = 16 - 8 * (i % 3);
            int sum = 0;
            int count = 0;
            for (int y = top; y < Math.min(top + reduction, whole.height()); y++) {
                for (int x = left; x < Math.min(left + reduction, whole.width()); x++) {
                    sum += whole.rgb(x, y) >> shift & 255;
                    count++;
                }
            }
            means[i] = (byte) (sum / count);
        }
        return means;
    }

    /** What damage looks like is any decoder's guess; that it ends is not. */
    void checkThatEachEnds(String file) {
        assertThat(with == null).as(file).isEqualTo(!wrongWith.isEmpty());
        assertThat(without == null).as(file).isEqualTo(!wrongWithout.isEmpty());
    }

    private static double difference(byte[] one, byte[] other) {
        long sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] & 0xff) - (other[i] & 0xff));
        }
        return (double) sum / one.length;
    }
}

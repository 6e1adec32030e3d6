package io.emotion4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One file decoded with the picture decoders and without: pictures, or what was wrong. */
final class TwoDecodings {

    private static final String PROPERTY = "emotion4j.pictureDecoders";

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

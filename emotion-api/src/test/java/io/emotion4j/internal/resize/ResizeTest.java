package io.emotion4j.internal.resize;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.RgbImage;
import io.emotion4j.model.FaceSpec.Resample;
import org.junit.jupiter.api.Test;

/** Expected numbers were worked out by hand from the other libraries' formulas, or by these libraries where that is said. */
class ResizeTest {

    @Test
    void linearTakesTwoPixelsHoweverMuchSmallerTheResultIs() {
        // Six pixels to two: centres at 1 and 4, where a single pixel has all the weight.
        assertThat(row(Resample.LINEAR, 2, 0, 10, 90, 200, 50, 7)).containsExactly(10, 50);
        // Four to eight: weights of a quarter and three quarters; the border is repeated.
        assertThat(row(Resample.LINEAR, 8, 0, 100, 200, 40)).containsExactly(0, 25, 75, 125, 175, 160, 80, 40);
    }

    @Test
    void areaIsTheMeanOfWhatIsCovered() {
        assertThat(row(Resample.AREA, 2, 0, 10, 90, 200, 50, 7)).containsExactly(33, 86);
        // Three to two: one and a half pixels each.
        assertThat(row(Resample.AREA, 2, 30, 60, 90)).containsExactly(40, 80);
        // Where it enlarges by two, pixels are repeated.
        assertThat(row(Resample.AREA, 4, 10, 20)).containsExactly(10, 10, 20, 20);
    }

    @Test
    void triangleWeighsAllThatIsCoveredAndItsNeighbours() {
        // Four to two: weights 3/8, 3/8, 1/8 at the border, normalised to 3/7, 3/7, 1/7.
        assertThat(row(Resample.TRIANGLE, 2, 70, 140, 210, 0)).containsExactly(120, 110);
        // Two to four: a quarter and three quarters.
        assertThat(row(Resample.TRIANGLE, 4, 0, 100)).containsExactly(0, 25, 75, 100);
    }

    @Test
    void anEvenPictureStaysEvenHoweverItIsResized() {
        RgbImage even = picture(13, 11, 3, 97, 200);
        for (Resample how : new Resample[] {Resample.LINEAR, Resample.AREA, Resample.TRIANGLE}) {
            for (int size : new int[] {1, 5, 11, 30}) {
                RgbImage resized = Resize.of(even, new Region(0, 0, 13, 11), size, size, how, false);
                for (int i = 0; i < size; i++) {
                    assertThat(resized.rgb(i, size - 1 - i) & 0xffffff).isEqualTo(3 << 16 | 97 << 8 | 200);
                }
            }
        }
    }

    @Test
    void grayIsMadeBeforeResizingAndIsItuLuma() {
        RgbImage red = picture(4, 4, 255, 0, 0);
        assertThat(Resize.of(red, new Region(0, 0, 4, 4), 2, 2, Resample.AREA, true)
                                .rgb(1, 1)
                        & 0xffffff)
                .isEqualTo(0x4c4c4c);
    }

    @Test
    void whatLiesOutsideThePictureRepeatsItsBorderUnlessItIsCutOff() {
        RgbImage ramp = gray(10, 20, 30, 40);
        Region beyond = new Region(-2, -1, 8, 1);
        RgbImage repeated = Resize.of(ramp, beyond, 8, 1, Resample.LINEAR, true);
        assertThat(values(repeated)).containsExactly(10, 10, 10, 20, 30, 40, 40, 40);
        assertThat(beyond.within(4, 1)).isEqualTo(new Region(0, 0, 4, 1));
        assertThat(new Region(-9, 7, 3, 3).within(4, 1)).isEqualTo(new Region(0, 0, 1, 1));
    }

    private static int[] row(Resample how, int width, int... values) {
        RgbImage from = gray(values);
        return values(Resize.of(from, new Region(0, 0, values.length, 1), width, 1, how, true));
    }

    private static int[] values(RgbImage row) {
        int[] values = new int[row.width()];
        for (int x = 0; x < values.length; x++) {
            values[x] = row.rgb(x, 0) & 0xff;
        }
        return values;
    }

    private static RgbImage gray(int... row) {
        byte[] rgb = new byte[row.length * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) row[i / 3];
        }
        return RgbImage.of(row.length, 1, rgb);
    }

    private static RgbImage picture(int width, int height, int red, int green, int blue) {
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) red;
            rgb[i + 1] = (byte) green;
            rgb[i + 2] = (byte) blue;
        }
        return RgbImage.of(width, height, rgb);
    }
}

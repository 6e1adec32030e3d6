package io.emotion4j.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AxisTapsTest {

    private static final Border REPLICATE = Border.replicate();
    private static final Border BLACK = Border.constant(0);

    private static int[] weights(AxisTaps taps, int output) {
        return Arrays.copyOfRange(taps.weights, taps.start[output], taps.start[output + 1]);
    }

    @Test
    void identityTakesEachPixelAsItIs() {
        AxisTaps taps = new AxisTaps(1, 0, 5, 5, BLACK);
        assertThat(taps.first).containsExactly(0, 1, 2, 3, 4);
        assertThat(weights(taps, 3)).containsExactly(256);
        assertThat(taps.padding).containsOnly(0);
        assertThat(taps.areShifted()).isTrue();
    }

    @Test
    void halfAPixelsShiftMixesTwoPixelsEvenly() {
        AxisTaps taps = new AxisTaps(1, 0.5, 3, 8, BLACK);
        assertThat(taps.first[1]).isEqualTo(1);
        assertThat(weights(taps, 1)).containsExactly(128, 128);
        assertThat(taps.areShifted()).isFalse();
    }

    @Test
    void enlargingIsBilinear() {
        // Output centres 0.25 and 0.75 source pixels apart from the source's: weights 3/4 and 1/4.
        AxisTaps taps = new AxisTaps(0.5, 0, 8, 4, REPLICATE);
        assertThat(weights(taps, 3)).containsExactly(192, 64);
        assertThat(taps.first[3]).isEqualTo(1);
        assertThat(weights(taps, 4)).containsExactly(64, 192);
        assertThat(weights(taps, 0)).containsExactly(256);
    }

    @Test
    void shrinkingAveragesTheFootprint() {
        AxisTaps taps = new AxisTaps(4, 0, 2, 8, BLACK);
        assertThat(weights(taps, 0)).containsExactly(64, 64, 64, 64);
        assertThat(taps.first[1]).isEqualTo(4);
    }

    @Test
    void pixelsAtTheRimOfAFootprintCountForAsMuchAsItCovers() {
        // The second footprint is 2.5 to 5: half of pixel 2, then 3 and 4.
        AxisTaps taps = new AxisTaps(2.5, 0, 2, 5, BLACK);
        assertThat(taps.first[1]).isEqualTo(2);
        assertThat(weights(taps, 1)).containsExactly(51, 103, 102);
    }

    @Test
    void mirroringRunsBackwards() {
        AxisTaps taps = new AxisTaps(-1, 4, 4, 4, BLACK);
        assertThat(taps.first).containsExactly(3, 2, 1, 0);
        assertThat(taps.areShifted()).isFalse();
    }

    @Test
    void whatLiesOutsideIsPadding() {
        AxisTaps taps = new AxisTaps(1, -1.5, 4, 2, BLACK);
        assertThat(taps.padding).containsExactly(256, 128, 0, 128);
        assertThat(weights(taps, 0)).isEmpty();
    }

    @Test
    void aReplicatedBorderNeedsNoPadding() {
        AxisTaps taps = new AxisTaps(1, -1.5, 6, 2, REPLICATE);
        assertThat(taps.padding).containsOnly(0);
        assertThat(taps.first[0]).isZero();
        assertThat(weights(taps, 0)).containsExactly(256);
        assertThat(taps.first[5]).isEqualTo(1);
    }

    @Test
    void aShiftIntoThePaddingIsStillAShift() {
        AxisTaps taps = new AxisTaps(1, 0, 7, 4, BLACK);
        assertThat(taps.areShifted()).isTrue();
        assertThat(taps.used()).isEqualTo(4);
    }

    @Test
    void weightsAndPaddingAlwaysAddUpTo256() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            double scale = Math.exp(random.nextGaussian() * 2) * (random.nextBoolean() ? 1 : -1);
            int size = 1 + random.nextInt(100);
            int count = 1 + random.nextInt(50);
            double offset = random.nextGaussian() * 100;
            Border border = random.nextBoolean() ? REPLICATE : BLACK;
            AxisTaps taps = new AxisTaps(scale, offset, count, size, border);
            for (int k = 0; k < count; k++) {
                int[] weights = weights(taps, k);
                assertThat(Arrays.stream(weights).sum() + taps.padding[k]).isEqualTo(256);
                assertThat(Arrays.stream(weights).allMatch(weight -> weight >= 0))
                        .isTrue();
                if (weights.length > 0) {
                    assertThat(taps.first[k]).isBetween(taps.lowest, taps.highest + 1 - weights.length);
                }
            }
            assertThat(taps.lowest).isNotNegative();
            assertThat(taps.highest).isLessThan(size);
        }
    }

    @Test
    void placesFarAwayDoNotOverflow() {
        for (double offset : new double[] {1e18, -1e18}) {
            assertThat(new AxisTaps(1, offset, 3, 4, BLACK).padding).containsOnly(256);
            assertThat(new AxisTaps(1e12, offset, 3, 4, REPLICATE).padding).containsOnly(0);
        }
    }
}

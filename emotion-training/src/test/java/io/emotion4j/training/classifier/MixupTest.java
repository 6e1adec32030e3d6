package io.emotion4j.training.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MixupTest {

    @Test
    void pairsGiveEachOtherTheSameShareOfPixelsAndTargets() {
        float[] pixels = {0, 10, 2, 12, 4, 20, 6, 8};
        float[] targets = {1, 0, 1, 0};

        new Mixup(0.4).apply(4, new Random(1), pixels, targets);

        Random same = new Random(1);
        for (int i = 0; i < 2; i++) {
            float share = (float) (same.nextDouble() * 0.4);
            assertThat(share).isBetween(0.01f, 0.4f);
            assertThat(pixels[2 * i]).isCloseTo(2 * i + 4 * share, within(1e-5f));
            assertThat(pixels[4 + 2 * i]).isCloseTo(2 * i + 4 - 4 * share, within(1e-5f));
        }
        assertThat(targets[0]).isEqualTo(1);
        assertThat(targets[2]).isEqualTo(1);
        assertThat(pixels[1] + pixels[5]).isCloseTo(30, within(1e-4f));
    }

    @Test
    void lastFaceOfAnOddNumberStaysAsItIs() {
        float[] pixels = {1, 2, 3};

        new Mixup(0.5).apply(3, new Random(1), pixels);

        assertThat(pixels[0]).isNotEqualTo(1);
        assertThat(pixels[2]).isEqualTo(3);
    }

    @Test
    void nothingIsMixedWhereNothingIsAskedFor() {
        float[] pixels = {1, 2};

        new Mixup(0).apply(2, new Random(1), pixels);

        assertThat(pixels).containsExactly(1, 2);
    }
}

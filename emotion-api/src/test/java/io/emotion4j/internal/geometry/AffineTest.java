package io.emotion4j.internal.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.Point;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AffineTest {

    private static Affine random(Random random) {
        return new Affine(
                random.nextGaussian(),
                random.nextGaussian(),
                100 * random.nextGaussian(),
                random.nextGaussian(),
                random.nextGaussian(),
                100 * random.nextGaussian());
    }

    @Test
    void mapsWithTheFirstRowForXAndTheSecondForY() {
        assertThat(new Affine(2, 3, 5, 7, 11, 13).map(new Point(1, 10))).isEqualTo(new Point(37, 130));
    }

    @Test
    void thereAndBackIsWhereItStarted() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            Affine map = random(random);
            double x = 100 * random.nextGaussian();
            double y = 100 * random.nextGaussian();
            Affine back = map.inverse();
            double precision = 1e-6 * (1 + Math.abs(back.m00()) + Math.abs(back.m11()));
            assertThat(back.x(map.x(x, y), map.y(x, y))).isCloseTo(x, within(precision));
            assertThat(back.y(map.x(x, y), map.y(x, y))).isCloseTo(y, within(precision));
        }
    }

    @Test
    void afterAppliesTheOtherMapFirst() {
        Random random = new Random(2);
        for (int i = 0; i < 100; i++) {
            Affine second = random(random);
            Affine first = random(random);
            Affine both = second.after(first);
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            assertThat(both.x(x, y)).isCloseTo(second.x(first.x(x, y), first.y(x, y)), within(1e-9));
            assertThat(both.y(x, y)).isCloseTo(second.y(first.x(x, y), first.y(x, y)), within(1e-9));
        }
    }

    @Test
    void scalesAreTheLengthsOfAStep() {
        Affine turned = new Affine(3, -8, 0, 4, 6, 0);
        assertThat(turned.scaleX()).isEqualTo(5);
        assertThat(turned.scaleY()).isEqualTo(10);
        assertThat(turned.isAxisAligned()).isFalse();
        assertThat(Affine.scaled(2, 3, 4, 5).isAxisAligned()).isTrue();
    }

    @Test
    void numbersMustBeFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Affine(1, 0, Double.NaN, 0, 1, 0))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Affine(1, 0, Double.POSITIVE_INFINITY, 0, 1, Double.NEGATIVE_INFINITY));
    }

    @Test
    void aMapOntoALineHasNoInverse() {
        assertThatThrownBy(() -> new Affine(1, 2, 0, 2, 4, 0).inverse())
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("no inverse");
    }
}

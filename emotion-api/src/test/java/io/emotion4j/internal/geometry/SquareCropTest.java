package io.emotion4j.internal.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.Point;
import org.junit.jupiter.api.Test;

class SquareCropTest {

    @Test
    void theBoxIsMadeSquareAboutItsCentre() {
        Affine crop = SquareCrop.of(new BoundingBox(100, 50, 40, 80), 0, 48, 48);
        assertThat(crop.map(new Point(0, 0))).isEqualTo(new Point(80, 50));
        assertThat(crop.map(new Point(48, 48))).isEqualTo(new Point(160, 130));
    }

    @Test
    void theMarginIsAddedOnEachSide() {
        Affine crop = SquareCrop.of(new BoundingBox(100, 100, 100, 100), 0.1, 60, 60);
        assertThat(crop.x(0, 0)).isCloseTo(90, within(1e-9));
        assertThat(crop.y(60, 60)).isCloseTo(210, within(1e-9));
        assertThat(crop.scaleX()).isCloseTo(2, within(1e-9));
    }

    @Test
    void anInputThatIsNotSquareShowsMoreAlongItsLongerSide() {
        Affine crop = SquareCrop.of(new BoundingBox(0, 0, 10, 10), 0, 20, 40);
        assertThat(crop.map(new Point(0, 0))).isEqualTo(new Point(0, -5));
        assertThat(crop.map(new Point(20, 40))).isEqualTo(new Point(10, 15));
    }

    @Test
    void aBoxWithoutAreaIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SquareCrop.of(new BoundingBox(5, 5, 0, 0), 0.1, 48, 48))
                .withMessageContaining("BoundingBox");
        assertThatIllegalArgumentException().isThrownBy(() -> SquareCrop.of(new BoundingBox(5, 5, 9, 9), -0.5, 48, 48));
    }
}

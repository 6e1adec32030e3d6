package io.emotion4j.evaluation.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.RgbImage;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private final RgbImage ramp = Planes.draw(48, 48, (x, y, c) -> 5 * x);

    @Test
    void mirroringTwiceGivesThePictureBack() {
        RgbImage once = Change.mirrored().change().apply(ramp);

        assertThat(once.rgb(0, 0) & 0xff).isEqualTo(235);
        assertThat(Change.mirrored().change().apply(once).toRgbBytes()).isEqualTo(ramp.toRgbBytes());
    }

    @Test
    void brightnessIsCutOffAtWhite() {
        RgbImage bright = Change.brightness(2.0).change().apply(ramp);

        assertThat(bright.rgb(10, 0) & 0xff).isEqualTo(100);
        assertThat(bright.rgb(47, 0) & 0xff).isEqualTo(255);
    }

    @Test
    void aBlurredRampStaysARamp() {
        RgbImage blurred = Change.blurred(1.0 / 48).change().apply(ramp);

        assertThat(blurred.rgb(24, 24) & 0xff).isEqualTo(120);
        assertThat(blurred.rgb(0, 24) & 0xff).isPositive();
    }

    @Test
    void smallerPicturesHoldTheMeanOfWhatTheyCover() {
        RgbImage small = Change.smaller(16).change().apply(ramp);

        assertThat(small.width()).isEqualTo(16);
        assertThat(small.rgb(0, 0) & 0xff).isEqualTo(5);
        assertThat(Change.smaller(64).change().apply(ramp)).isSameAs(ramp);
    }

    @Test
    void positiveAnglesTurnClockwise() {
        RgbImage dot = Planes.draw(48, 48, (x, y, c) -> x > 38 && Math.abs(y - 24) < 4 ? 255 : 0);

        RgbImage turned = Change.rotated(90).change().apply(dot);

        assertThat(turned.rgb(24, 44) & 0xff).isEqualTo(255);
        assertThat(turned.rgb(44, 24) & 0xff).isZero();
    }

    @Test
    void coveredPartsTakeThePicturesMean() {
        RgbImage covered = Change.covered("left", 0, 0, 0.5, 1).change().apply(ramp);

        assertThat(covered.rgb(3, 3) & 0xff).isEqualTo(118);
        assertThat(covered.rgb(30, 3) & 0xff).isEqualTo(150);
    }

    @Test
    void enlargingKeepsFlatPicturesAndProportions() {
        RgbImage flat = Planes.draw(24, 12, (x, y, c) -> 80 + c);

        RgbImage large = Enlargement.within(flat, 64, 64);

        assertThat(large.width()).isEqualTo(64);
        assertThat(large.height()).isEqualTo(32);
        assertThat(large.rgb(63, 31)).isEqualTo(0x505152);
        assertThat(Enlargement.within(flat, 24, 24)).isSameAs(flat);
    }
}

package io.emotion4j.internal.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.Point;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LetterboxTest {

    @Test
    void aPictureWithinTheBoundIsNotScaled() {
        Letterbox box = Letterbox.within(640, 480, 640, 32, false);
        assertThat(box).isEqualTo(new Letterbox(640, 480, 640, 480, 1));
    }

    @Test
    void sidesAreRoundedUpToTheMultiple() {
        assertThat(Letterbox.within(100, 33, 640, 32, false)).isEqualTo(new Letterbox(100, 33, 128, 64, 1));
        assertThat(Letterbox.within(1, 1, 640, 32, false)).isEqualTo(new Letterbox(1, 1, 32, 32, 1));
    }

    @Test
    void aLargePictureIsShrunkToTheBound() {
        Letterbox box = Letterbox.within(4000, 3000, 640, 32, false);
        assertThat(box.scale()).isEqualTo(6.25);
        assertThat(box.width()).isEqualTo(640);
        assertThat(box.height()).isEqualTo(480);
    }

    @Test
    void aBoundThatIsNoMultipleIsRoundedDown() {
        assertThat(Letterbox.within(4000, 4000, 650, 32, false).width()).isEqualTo(640);
    }

    @Test
    void roundingDoesNotAddABlockOfPadding() {
        // 1920 / 3 and 1080 / 3 are not exact in floating point.
        for (int scale = 1; scale < 50; scale++) {
            Letterbox box = Letterbox.within(640 * scale, 352 * scale, 640, 32, false);
            assertThat(box.height()).isEqualTo(352);
        }
    }

    @Test
    void enlargingIsDoneOnlyWhenAsked() {
        assertThat(Letterbox.within(100, 50, 640, 32, true)).isEqualTo(new Letterbox(100, 50, 640, 320, 100 / 640.0));
        assertThat(Letterbox.into(100, 50, 300, 300, true).scale()).isEqualTo(1 / 3.0);
        assertThat(Letterbox.into(100, 50, 300, 300, false).scale()).isEqualTo(1);
    }

    @Test
    void aFixedInputHoldsTheWholePicture() {
        Letterbox box = Letterbox.into(1000, 400, 320, 240, false);
        assertThat(box.scale()).isEqualTo(3.125);
        assertThat(box.width()).isEqualTo(320);
        assertThat(box.height()).isEqualTo(240);
    }

    @Test
    void whatTheInputShowsMapsBackToThePicture() {
        Random random = new Random(4);
        for (int i = 0; i < 500; i++) {
            int width = 1 + random.nextInt(5000);
            int height = 1 + random.nextInt(5000);
            Letterbox box = Letterbox.within(width, height, 320 + random.nextInt(640), 32, random.nextBoolean());
            assertThat(box.width() % 32 + box.height() % 32).isZero();
            float x = random.nextFloat() * width;
            float y = random.nextFloat() * height;
            Point seen = box.toSource().inverse().map(new Point(x, y));
            assertThat(seen.x()).isLessThanOrEqualTo(box.width() + 1e-3f);
            assertThat(seen.y()).isLessThanOrEqualTo(box.height() + 1e-3f);
            assertThat(box.toSource(seen).x()).isCloseTo(x, within(0.01f));
            assertThat(box.toSource(seen).y()).isCloseTo(y, within(0.01f));
        }
    }

    @Test
    void boxesAreClippedToThePicture() {
        Letterbox box = new Letterbox(100, 60, 64, 64, 2);
        assertThat(box.toSource(new BoundingBox(-5, 10, 20, 30))).isEqualTo(new BoundingBox(0, 20, 30, 40));
        assertThat(box.toSource(new BoundingBox(40, 0, 20, 64))).isEqualTo(new BoundingBox(80, 0, 20, 60));
        BoundingBox inThePadding = box.toSource(new BoundingBox(5, 40, 10, 10));
        assertThat(inThePadding.area()).isZero();
    }

    @Test
    void clippedBoxesEndWithinThePictureToTheLastBit() {
        Random random = new Random(6);
        for (int i = 0; i < 20000; i++) {
            int side = 1 + random.nextInt(10000);
            Letterbox box = Letterbox.within(side, side, 640, 32, false);
            BoundingBox clipped = box.toSource(new BoundingBox(random.nextFloat() * 640, 0, 1000, 1000));
            assertThat(clipped.right()).isLessThanOrEqualTo(side);
            assertThat(clipped.bottom()).isLessThanOrEqualTo(side);
        }
    }

    @Test
    void aBoundBelowTheMultipleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Letterbox.within(100, 100, 31, 32, false))
                .withMessageContaining("31")
                .withMessageContaining("32");
    }
}

package io.emotion4j.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Affine;
import io.emotion4j.internal.geometry.SimilarityTransform;
import io.emotion4j.internal.geometry.SquareCrop;
import io.emotion4j.model.FaceSpec;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FaceSamplerTest {

    private static final Landmarks TEMPLATE = new Landmarks(
            new Point(15, 19), new Point(33, 19), new Point(24, 29), new Point(17, 36), new Point(31, 36));

    private final FaceSampler sampler = new FaceSampler(new FaceSpec(0.1f, TEMPLATE), 48, 48, true, true);

    @Test
    void lastBitsOfABoxChangeNothing() {
        assertThat(sampler.toSource(face(0.001f, false))).isEqualTo(sampler.toSource(face(0, false)));
    }

    @Test
    void whatCanBeSeenMovesTheCrop() {
        assertThat(sampler.toSource(face(0.02f, true))).isNotEqualTo(sampler.toSource(face(0, true)));
        assertThat(sampler.toSource(face(0.02f, false))).isNotEqualTo(sampler.toSource(face(0, false)));
    }

    @Test
    void landmarksAreTakenAsTheyAre() {
        Face face = face(0.3077f, true);

        assertThat(sampler.toSource(face))
                .isEqualTo(SimilarityTransform.align(Objects.requireNonNull(face.landmarks()), TEMPLATE)
                        .orElseThrow());
    }

    @Test
    void aBoxIsRoundedFarBelowAPixel() {
        Face face = face(0.3077f, false);
        Affine exact = SquareCrop.of(face.box(), 0.1f, 48, 48);

        Affine rounded = sampler.toSource(face);

        assertThat(rounded.x(24, 24)).isNotEqualTo(exact.x(24, 24)).isCloseTo(exact.x(24, 24), within(1.0 / 64));
    }

    @Test
    void aBoxIsStretchedMovedAndCutToWholePixelsWhereTheModelWantsIt() {
        FaceSpec spec = new FaceSpec(0.25f, null, FaceSpec.Fit.STRETCH, 0.1f, true, FaceSpec.Resample.SMOOTH);
        FaceSampler stretched = new FaceSampler(spec, 48, 48, true, true);

        Affine place = stretched.toSource(new Face(new BoundingBox(10.9f, 20.9f, 40.9f, 80.9f), 1, null));

        // Box 10, 20, 40x80, moved down by 8, widened by a quarter on each side.
        assertThat(place).isEqualTo(Affine.scaled(60 / 48.0, 120 / 48.0, 0, 8));
    }

    @Test
    void plainPixelsAreTakenAsTheyAreWhereTheBoxHasTheInputsSize() {
        byte[] rgb = new byte[10 * 8 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 7);
        }
        RgbImage picture = RgbImage.of(10, 8, rgb);
        FaceSpec spec = new FaceSpec(0, null, FaceSpec.Fit.STRETCH, 0, true, FaceSpec.Resample.LINEAR);
        FaceSampler colours = new FaceSampler(spec, 4, 3, false, true);

        FaceSampler.Placed placed = colours.place(picture, new Face(new BoundingBox(2.7f, 4.2f, 4.9f, 3.9f), 1, null));

        assertThat(placed.toSource()).isEqualTo(Affine.IDENTITY);
        assertThat(placed.picture().rgb(0, 0)).isEqualTo(picture.rgb(2, 4));
        assertThat(placed.picture().rgb(3, 2)).isEqualTo(picture.rgb(5, 6));
    }

    @Test
    void tinyBoxIsNotRoundedAway() {
        Face dot = new Face(new BoundingBox(5, 5, 0.004f, 0.004f), 1, null);

        assertThat(sampler.toSource(dot).scaleX()).isPositive();
    }

    private static Face face(float shift, boolean landmarks) {
        Landmarks points = new Landmarks(
                new Point(100 + shift, 80),
                new Point(140 + shift, 82),
                new Point(121 + shift, 100),
                new Point(103 + shift, 120),
                new Point(138 + shift, 121));
        return new Face(new BoundingBox(90 + shift, 60, 60, 80), 1, landmarks ? points : null);
    }
}

package io.emotion4j.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.internal.geometry.Affine;
import io.emotion4j.internal.geometry.SimilarityTransform;
import io.emotion4j.internal.geometry.SquareCrop;
import io.emotion4j.model.FaceSpec;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FaceSamplerTest {

    private static final Landmarks TEMPLATE = new Landmarks(
            new Point(15, 19), new Point(33, 19), new Point(24, 29), new Point(17, 36), new Point(31, 36));

    private final FaceSampler sampler = new FaceSampler(new FaceSpec(0.1f, TEMPLATE), 48, 48, true);

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

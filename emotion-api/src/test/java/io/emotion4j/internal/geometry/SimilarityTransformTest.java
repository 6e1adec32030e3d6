package io.emotion4j.internal.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimilarityTransformTest {

    private static final Landmarks TEMPLATE = new Landmarks(
            new Point(15.4f, 18.8f),
            new Point(32.7f, 18.6f),
            new Point(23.6f, 28.6f),
            new Point(16.8f, 36.0f),
            new Point(31.2f, 35.9f));

    private static Affine similarity(double scale, double angle, double x, double y) {
        double c = scale * Math.cos(angle);
        double s = scale * Math.sin(angle);
        return new Affine(c, -s, x, s, c, y);
    }

    private static void assertNear(Affine found, Affine expected, double precision) {
        assertThat(found.m00()).isCloseTo(expected.m00(), within(precision));
        assertThat(found.m01()).isCloseTo(expected.m01(), within(precision));
        assertThat(found.m02()).isCloseTo(expected.m02(), within(precision * 100));
        assertThat(found.m10()).isCloseTo(expected.m10(), within(precision));
        assertThat(found.m11()).isCloseTo(expected.m11(), within(precision));
        assertThat(found.m12()).isCloseTo(expected.m12(), within(precision * 100));
    }

    @Test
    void recoversAKnownTransform() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            double scale = Math.exp(random.nextGaussian());
            Affine known = similarity(
                    scale, random.nextDouble() * 7, 300 * random.nextGaussian(), 300 * random.nextGaussian());
            Affine found =
                    SimilarityTransform.align(known.map(TEMPLATE), TEMPLATE).orElseThrow();
            assertNear(found, known, 1e-4 * (1 + scale));
        }
    }

    @Test
    void landmarksInPlaceNeedNoTransform() {
        assertNear(SimilarityTransform.align(TEMPLATE, TEMPLATE).orElseThrow(), Affine.IDENTITY, 1e-6);
    }

    @Test
    void noOtherSimilarityFitsTheTemplateBetter() {
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            Landmarks noisy = new Landmarks(
                    shaken(TEMPLATE.rightEye(), random),
                    shaken(TEMPLATE.leftEye(), random),
                    shaken(TEMPLATE.nose(), random),
                    shaken(TEMPLATE.rightMouthCorner(), random),
                    shaken(TEMPLATE.leftMouthCorner(), random));
            Affine toTemplate =
                    SimilarityTransform.align(noisy, TEMPLATE).orElseThrow().inverse();
            double best = error(toTemplate, noisy);
            for (int k = 0; k < 50; k++) {
                Affine other = similarity(
                                1 + 0.02 * random.nextGaussian(),
                                0.02 * random.nextGaussian(),
                                random.nextGaussian(),
                                random.nextGaussian())
                        .after(toTemplate);
                assertThat(error(other, noisy)).isGreaterThanOrEqualTo(best - 1e-3);
            }
        }
    }

    private static Point shaken(Point point, Random random) {
        return new Point(
                200 + 3 * point.x() + 5 * (float) random.nextGaussian(),
                90 + 3 * point.y() + 5 * (float) random.nextGaussian());
    }

    private static double error(Affine map, Landmarks landmarks) {
        double sum = 0;
        for (int i = 0; i < 5; i++) {
            Point mapped = map.map(landmarks.points().get(i));
            Point wanted = TEMPLATE.points().get(i);
            sum += Math.pow(mapped.x() - wanted.x(), 2) + Math.pow(mapped.y() - wanted.y(), 2);
        }
        return sum;
    }

    @Test
    void neverMirrors() {
        Landmarks mirrored = new Affine(-1, 0, 48, 0, 1, 0).map(TEMPLATE);
        Affine found = SimilarityTransform.align(mirrored, TEMPLATE).orElseThrow();
        assertThat(found.m00() * found.m11() - found.m01() * found.m10()).isPositive();
    }

    @Test
    void landmarksThatFallTogetherGiveNoTransform() {
        Point same = new Point(100, 100);
        assertThat(SimilarityTransform.align(new Landmarks(same, same, same, same, same), TEMPLATE))
                .isEmpty();
    }
}

package io.emotion4j.evaluation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.evaluation.data.LabelledFace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AverageFaceTest {

    private static final Landmarks MEDIAN = new Landmarks(
            new Point(15.4f, 18.8f),
            new Point(32.7f, 18.6f),
            new Point(23.6f, 28.6f),
            new Point(16.8f, 36.0f),
            new Point(31.2f, 35.9f));

    @Test
    void warpBringsEachPointExactlyToItsPlace() {
        List<Point> output = List.of(new Point(10, 10), new Point(90, 12), new Point(50, 55), new Point(20, 80));
        List<Point> source = List.of(new Point(1, 2), new Point(9, 1), new Point(5, 6), new Point(3, 8));

        Warp warp = new Warp(output, source);

        for (int i = 0; i < output.size(); i++) {
            assertThat(warp.x(output.get(i).x(), output.get(i).y()))
                    .isCloseTo(source.get(i).x(), within(1e-6));
            assertThat(warp.y(output.get(i).x(), output.get(i).y()))
                    .isCloseTo(source.get(i).y(), within(1e-6));
        }
    }

    @Test
    void aFaceThatLooksAsideIsTurned() {
        Landmarks aside = new Landmarks(
                MEDIAN.rightEye(),
                MEDIAN.leftEye(),
                new Point(30, 28),
                MEDIAN.rightMouthCorner(),
                MEDIAN.leftMouthCorner());

        assertThat(new PlacedFace(face(1), MEDIAN).turn()).isLessThan(0.05);
        assertThat(new PlacedFace(face(1), aside).turn()).isBetween(0.3, 0.4);
    }

    @Test
    void mirroringTwiceGivesTheFaceBack() {
        PlacedFace placed = new PlacedFace(face(1), MEDIAN);

        PlacedFace twice = placed.mirrored().mirrored();

        assertThat(twice.face().pixels()).isEqualTo(placed.face().pixels());
        assertThat(twice.landmarks().nose().x()).isCloseTo(MEDIAN.nose().x(), within(1e-4f));
        assertThat(placed.mirrored().landmarks().rightEye().x()).isCloseTo(48 - 32.7f, within(1e-4f));
    }

    @Test
    void eyesOfTheMeanShapeLieWhereTheyShall() {
        List<Point> shape = MeanShape.of(
                List.of(new PlacedFace(face(1), MEDIAN), new PlacedFace(face(2), MEDIAN).mirrored()),
                new Point(68, 82),
                new Point(136, 82));

        assertThat(shape.get(0).x()).isCloseTo(68, within(1e-3f));
        assertThat(shape.get(1).y()).isCloseTo(82, within(1e-3f));
        assertThat(shape.get(2).x()).isCloseTo(102, within(0.1f));
        assertThat(shape.get(3).y()).isGreaterThan(140);
    }

    @Test
    void theSameFacesGiveTheSamePicture() throws IOException {
        List<LabelledFace> faces = new ArrayList<>();
        for (int label = 0; label < 7; label++) {
            for (int i = 0; i < 16; i++) {
                int[] votes = new int[10];
                votes[List.of(4, 5, 6, 1, 3, 2, 0).get(label)] = 10;
                faces.add(new LabelledFace(face(100L * label + i).pixels(), 48, 48, label, votes, "here"));
            }
        }
        // Where the enlarged crop of 48 pixels lies in the detector's picture: 4 times as large, with 65 around.
        FaceDetector detector = image -> List.of(new Face(
                new BoundingBox(65, 65, 192, 192),
                0.9f,
                new Landmarks(
                        new Point(65 + 4 * 15.4f, 65 + 4 * 18.8f),
                        new Point(65 + 4 * 32.7f, 65 + 4 * 18.6f),
                        new Point(65 + 4 * 23.6f, 65 + 4 * 28.6f),
                        new Point(65 + 4 * 16.8f, 65 + 4 * 36f),
                        new Point(65 + 4 * 31.2f, 65 + 4 * 35.9f))));

        var first = new SamplePicture(10, 2).draw(faces, detector, line -> {});
        var second = new SamplePicture(10, 1).draw(faces, detector, line -> {});

        assertThat(first.getWidth()).isEqualTo(1040);
        assertThat(first.getRaster().getSamples(0, 0, 1040, 520, 0, (int[]) null))
                .isEqualTo(second.getRaster().getSamples(0, 0, 1040, 520, 0, (int[]) null));
    }

    private static LabelledFace face(long seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[48 * 48];
        random.nextBytes(pixels);
        return new LabelledFace(pixels, 48, 48, 0, null, "here");
    }
}

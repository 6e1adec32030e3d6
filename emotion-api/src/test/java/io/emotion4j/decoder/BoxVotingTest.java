package io.emotion4j.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.model.ThresholdSpec;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BoxVotingTest {

    private static final ThresholdSpec VOTING = new ThresholdSpec(0.5f, 0.3f, 0.5f);
    private static final ThresholdSpec JOINT = new ThresholdSpec(0.01f, 0.3f, 0.5f, 4);

    @Test
    void faceIsTheMeanWeightedByConfidenceAndOverlap() {
        Candidates candidates = Candidates.of(400, 400, 1, VOTING);
        add(candidates, 100, 0.9f);
        // IoU 90 / 110; the weight of the first is 0.8, of this one 0.4 * (90 / 110 - 0.5) / 0.5.
        add(candidates, 110, 0.5f);

        List<Face> faces = candidates.faces();

        float weight = 0.4f * (90f / 110 - 0.5f) / 0.5f;
        float moved = 10 * weight / (0.8f + weight);
        assertThat(faces).hasSize(1);
        assertThat(faces.get(0).confidence()).isEqualTo(0.9f);
        assertThat(faces.get(0).box().x()).isCloseTo(100 + moved, within(1e-3f));
        assertThat(faces.get(0).box().width()).isCloseTo(100, within(1e-3f));
        Landmarks landmarks = Objects.requireNonNull(faces.get(0).landmarks());
        assertThat(landmarks.nose().x()).isCloseTo(150 + moved, within(1e-3f));
    }

    @Test
    void withoutVotingTheSurestIsReportedAsItIs() {
        Candidates candidates = Candidates.of(400, 400, 1, new ThresholdSpec(0.5f, 0.3f));
        add(candidates, 100, 0.9f);
        add(candidates, 110, 0.5f);

        assertThat(candidates.faces())
                .singleElement()
                .satisfies(face -> assertThat(face.box()).isEqualTo(new BoundingBox(100, 100, 100, 100)));
    }

    @Test
    void candidatesBelowTheLeastConfidenceHelpButAreNotReported() {
        List<Face> lenient = drawn(0.2f);
        List<Face> strict = drawn(0.85f);

        assertThat(lenient).hasSize(2);
        assertThat(strict).as("drawn alike whatever the least confidence").isEqualTo(lenient.subList(0, 1));
        assertThat(strict.get(0).box().x()).isGreaterThan(100);
    }

    private static List<Face> drawn(float minConfidence) {
        Candidates candidates = Candidates.of(400, 400, 1, new ThresholdSpec(minConfidence, 0.3f, 0.5f));
        add(candidates, 100, 0.9f);
        add(candidates, 110, 0.3f);
        add(candidates, 280, 0.4f);
        add(candidates, 281, 0.05f);
        return candidates.faces();
    }

    /** The last step before a weight of nothing is small: engines that differ by 1e-6 there agree. */
    @Test
    void whatBarelyCountsBarelyMoves() {
        for (float confidence : new float[] {0.0999f, 0.1001f}) {
            Candidates candidates = Candidates.of(400, 400, 1, VOTING);
            add(candidates, 100, 0.9f);
            add(candidates, 120, confidence);
            assertThat(candidates.faces().get(0).box().x()).isCloseTo(100, within(0.01f));
        }
        // IoU 0.4998 and 0.5002.
        for (float x : new float[] {133.36f, 133.32f}) {
            Candidates candidates = Candidates.of(400, 400, 1, VOTING);
            add(candidates, 100, 0.9f);
            add(candidates, x, 0.9f);
            assertThat(candidates.faces().get(0).box().x()).isCloseTo(100, within(0.02f));
        }
    }

    @Test
    void confidenceIsThatOfAllFindsOnTheScaleOfOne() {
        List<Face> four = joint(0.8f, 0.8f, 0.8f, 0.8f);
        List<Face> six = joint(0.8f, 0.8f, 0.8f, 0.8f, 0.8f, 0.8f);
        List<Face> alone = joint(0.9f);

        // The surest counts in full, each of the others (0.8 - 0.1) / 0.9.
        double sum = -Math.log(1 - 0.99 * 0.8) - 3 * Math.log(1 - 0.99 * 0.7 / 0.9);
        assertThat(four)
                .singleElement()
                .satisfies(face -> assertThat(face.confidence())
                        .isCloseTo((float) (1 - Math.exp(-sum * (sum + 1) / (4 * sum + 1))), within(1e-5f)));
        assertThat(six.get(0).confidence()).isGreaterThan(four.get(0).confidence());
        assertThat(alone.get(0).confidence())
                .as("a sure find alone is less sure than four that agree")
                .isLessThan(four.get(0).confidence());
        assertThat(joint(0.02f).get(0).confidence())
                .as("a faint find alone keeps its own")
                .isCloseTo(0.02f, within(2e-3f));
        assertThat(joint(0.1f).get(0).confidence())
                .as("nothing jumps where weights begin")
                .isCloseTo(joint(0.1001f).get(0).confidence(), within(1e-4f));
    }

    @Test
    void facesComeInTheOrderOfTheConfidenceThatIsReported() {
        Candidates candidates = Candidates.of(400, 400, 1, new ThresholdSpec(0.2f, 0.3f, 0.5f, 4));
        add(candidates, 250, 0.9f);
        for (int i = 0; i < 4; i++) {
            add(candidates, 100, 0.8f);
        }
        add(candidates, 0, 0.3f);

        List<Face> faces = candidates.faces();

        assertThat(faces).extracting(face -> face.box().x()).containsExactly(100f, 250f);
        assertThat(faces).as("below the least confidence, as it is reported").hasSize(2);
    }

    /** A face of one or two cells has one find only. */
    @Test
    void smallFaceIsAsSureAsItsSurestFind() {
        float joint = joint(0.9f).get(0).confidence();

        assertThat(ofSide(100, 1)).isEqualTo(joint).isLessThan(0.8f);
        assertThat(ofSide(20, 1)).isCloseTo(joint, within(1e-6f));
        assertThat(ofSide(16, 1)).isCloseTo((joint + 0.9f) / 2, within(1e-6f));
        assertThat(ofSide(12, 1)).isCloseTo(0.9f, within(1e-6f));
        assertThat(ofSide(8, 1)).isCloseTo(0.9f, within(1e-6f));
        assertThat(ofSide(12, 4)).as("pixels of the input, not of the picture").isEqualTo(ofSide(12, 1));
    }

    private static float ofSide(float side, double scale) {
        Candidates candidates = Candidates.of(400, 400, scale, JOINT);
        candidates.add(10, 10, side, side, 0.9f);
        return candidates.faces().get(0).confidence();
    }

    private static List<Face> joint(float... confidences) {
        Candidates candidates = Candidates.of(400, 400, 1, JOINT);
        for (float confidence : confidences) {
            add(candidates, 100, confidence);
        }
        return candidates.faces();
    }

    @Test
    void facesThatAreFoundApartStayTwoWhenTheyAreDrawnNearer() {
        Candidates candidates = Candidates.of(400, 400, 1, new ThresholdSpec(0.5f, 0.3f, 0.5f));
        // The first two overlap by 0.29; what stands between them draws both nearer.
        add(candidates, 100, 0.9f);
        add(candidates, 155, 0.8f);
        add(candidates, 125, 0.6f);
        add(candidates, 130, 0.6f);

        List<Face> faces = candidates.faces();

        assertThat(faces).hasSize(2);
        assertThat(faces.get(0).box().x()).isGreaterThan(100);
        assertThat(faces.get(1).box().x()).isLessThan(155);
    }

    private static void add(Candidates candidates, float x, float confidence) {
        Point at = new Point(x + 50, 150);
        candidates.add(x, 100, 100, 100, confidence, () -> new Landmarks(at, at, at, at, at));
    }
}

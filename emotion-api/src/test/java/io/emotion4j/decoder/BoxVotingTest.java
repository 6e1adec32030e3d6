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

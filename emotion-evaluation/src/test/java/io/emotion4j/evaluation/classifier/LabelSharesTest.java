package io.emotion4j.evaluation.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.Emotion;
import io.emotion4j.evaluation.data.LabelledFace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelSharesTest {

    @Test
    void labelsAreCountedAndFacesWithoutOneLeftOut() {
        List<LabelledFace> faces = new ArrayList<>(List.of(face(-1, null)));
        for (int label = 0; label < 7; label++) {
            faces.add(face(label, null));
        }
        faces.add(face(3, null));
        Map<Emotion, Float> shares = LabelShares.of(faces, Truth.LABELS);
        assertThat(shares.get(Emotion.HAPPY)).isCloseTo(0.25f, within(1e-6f));
        assertThat(shares.get(Emotion.ANGRY)).isCloseTo(0.125f, within(1e-6f));
        assertThat(shares).hasSize(7);
    }

    @Test
    void votesCountByTheirShareOfEachFace() {
        // FER+'s order: neutral, happiness, surprise, sadness, anger, disgust, fear, contempt, unknown, no face.
        List<LabelledFace> faces = List.of(
                face(-1, new int[] {4, 0, 0, 0, 0, 2, 2, 0, 0, 0}),
                face(-1, new int[] {0, 2, 2, 2, 2, 0, 0, 0, 0, 0}),
                // Too few votes to count.
                face(-1, new int[] {2, 0, 0, 0, 0, 0, 0, 0, 8, 0}));
        Map<Emotion, Float> shares = LabelShares.of(faces, Truth.VOTES);
        assertThat(shares.get(Emotion.NEUTRAL)).isCloseTo(0.25f, within(1e-6f));
        assertThat(shares.get(Emotion.DISGUST)).isCloseTo(0.125f, within(1e-6f));
        assertThat(shares.get(Emotion.SURPRISE)).isCloseTo(0.125f, within(1e-6f));
    }

    @Test
    void anExpressionThatNoFaceShowsIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelShares.of(List.of(face(3, null)), Truth.LABELS))
                .withMessage("None of 1 faces is angry by its label; a prior needs some of each expression");
    }

    private static LabelledFace face(int label, int[] votes) {
        return new LabelledFace(new byte[1], 1, 1, label, votes, "test");
    }
}

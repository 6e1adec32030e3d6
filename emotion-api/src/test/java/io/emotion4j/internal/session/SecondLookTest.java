package io.emotion4j.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondLookTest {

    private static final Face WHOLE = face(100, 100, 600, 600, 0.8f);

    private final SecondLook look = new SecondLook(1000, 0.3f, 0.5f);

    @Test
    void itIsWorthItWhereNothingOrALargeFaceWasFound() {
        assertThat(look.worth(List.of(), 640)).isTrue();
        assertThat(look.worth(List.of(face(0, 0, 300, 401, 0.5f)), 640)).isTrue();
        assertThat(look.worth(List.of(face(0, 0, 399, 399, 0.9f)), 640)).isFalse();
        assertThat(look.worth(List.of(face(0, 0, 500, 500, 0.49f)), 640))
                .as("of what is no face by the model")
                .isTrue();
        assertThat(look.worth(List.of(face(0, 0, 50, 50, 0.6f), face(0, 0, 500, 500, 0.49f)), 640))
                .isFalse();
        assertThat(look.worth(List.of(WHOLE), 319)).as("of a small first look").isFalse();
    }

    @Test
    void whereNothingWasFoundAllOfItCounts() {
        Face small = face(0, 0, 50, 50, 0.6f);
        assertThat(look.joined(List.of(), List.of(small))).containsExactly(small);
    }

    @Test
    void aLenientCallerHasWhatTheSecondIsSureOfAndWhatEitherDoubts() {
        Face part = face(300, 300, 150, 150, 0.3f);
        Face small = face(0, 0, 50, 50, 0.2f);
        Face unsure = face(110, 110, 600, 600, 0.4f);
        Face smallAgain = face(2, 2, 50, 50, 0.1f);
        Face other = face(800, 800, 100, 100, 0.1f);

        assertThat(look.joined(List.of(unsure, part, small), List.of(WHOLE, smallAgain, other)))
                .containsExactly(WHOLE, small, other);
    }

    @Test
    void aLargeFaceIsDrawnBySecondAndSmallOnesByFirst() {
        Face loose = face(50, 50, 600, 600, 0.9f);
        Face small = face(800, 0, 150, 150, 0.95f);
        Face smallAgain = face(805, 5, 150, 150, 0.7f);

        assertThat(look.joined(List.of(small, loose), List.of(WHOLE, smallAgain)))
                .containsExactly(small, new Face(WHOLE.box(), 0.9f, null));
    }

    @Test
    void aPartOfALargeFaceIsNoFace() {
        Face mouth = face(250, 450, 250, 200, 0.7f);

        assertThat(look.joined(List.of(mouth, face(150, 150, 420, 420, 0.6f)), List.of(WHOLE)))
                .containsExactly(WHOLE);
    }

    @Test
    void aFaceBeforeALargeOneStaysWhereBothLooksSeeItOrTheSecondCannot() {
        Face before = face(400, 400, 300, 300, 0.9f);
        Face beforeAgain = face(405, 405, 300, 300, 0.7f);
        Face tiny = face(200, 200, 60, 60, 0.6f);
        Face large = face(110, 110, 600, 600, 0.85f);

        assertThat(look.joined(List.of(before, large, tiny), List.of(WHOLE, beforeAgain)))
                .containsExactly(before, new Face(WHOLE.box(), 0.85f, null), tiny);
    }

    @Test
    void aLargeFaceThatOnlyTheFirstSawStays() {
        Face large = face(0, 0, 500, 500, 0.6f);
        assertThat(look.joined(List.of(large), List.of())).containsExactly(large);
        assertThat(look.joined(List.of(large), List.of(face(100, 100, 600, 600, 0.3f))))
                .as("a lenient caller has the same faces, and more")
                .containsExactly(large);
    }

    private static Face face(float x, float y, float width, float height, float confidence) {
        return new Face(new BoundingBox(x, y, width, height), confidence, null);
    }
}

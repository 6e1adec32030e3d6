package io.emotion4j.internal.mtcnn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static final Proposal PLACE = new Proposal(0, 0, 10, 10, 0.9f);

    @Test
    void ofTwoThatOverlapTheOneWithTheHigherScoreStays() {
        Proposal better = new Proposal(1, 0, 11, 10, 0.95f);
        Proposal apart = new Proposal(20, 0, 30, 10, 0.5f);
        assertThat(Suppression.keep(List.of(PLACE, better, apart), 0.5f, false)).containsExactly(1, 2);
    }

    @Test
    void scoresThatDifferByWhatEnginesDifferAreEqualAndTheEarlierStays() {
        Proposal hardlyBetter = new Proposal(1, 0, 11, 10, 0.900002f);
        assertThat(Suppression.keep(List.of(PLACE, hardlyBetter), 0.5f, false)).containsExactly(0);
    }

    @Test
    void aSmallOneWithinALargeOneStaysUnlessTheSmallerCounts() {
        Proposal within = new Proposal(0, 0, 5, 5, 0.8f);
        assertThat(Suppression.keep(List.of(PLACE, within), 0.7f, false)).containsExactly(0, 1);
        assertThat(Suppression.keep(List.of(PLACE, within), 0.7f, true)).containsExactly(0);
    }

    @Test
    void withoutPlacesNoneStays() {
        assertThat(Suppression.keep(List.of(), 0.7f, false)).isEmpty();
    }
}

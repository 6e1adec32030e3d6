package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What one sender holds leaves room for the others. */
class RequestMemoryTest {

    private static final int SMALL = RequestMemory.SMALL;

    private final RequestMemory budget = new RequestMemory(40L * SMALL, 16L * SMALL);

    @Test
    void moreThanTheBudgetIsNotHad() {
        for (int i = 0; i < 40; i++) {
            assertThat(budget.of("a" + i).take(SMALL)).isTrue();
        }
        assertThat(budget.held()).isEqualTo(40L * SMALL);
        assertThat(budget.of("b").take(1)).isFalse();
    }

    @Test
    void addressHasHalfOfItForLargeRequests() {
        assertThat(budget.of("a").take(11 * SMALL)).isTrue();
        RequestMemory.Share second = budget.of("a");
        assertThat(second.take(11 * SMALL)).isTrue();
        assertThat(budget.of("a").take(2 * SMALL)).isFalse();
        assertThat(budget.of("b").take(6 * SMALL)).isTrue();
        second.giveBack();
        assertThat(budget.of("a").take(2 * SMALL)).isTrue();
    }

    @Test
    void quarterIsKeptForSmallRequestsOfAnybody() {
        assertThat(budget.of("a").take(16 * SMALL)).isTrue();
        assertThat(budget.of("b").take(14 * SMALL)).isTrue();
        assertThat(budget.of("c").take(2 * SMALL)).isFalse();
        for (int i = 0; i < 10; i++) {
            assertThat(budget.of("a").take(SMALL)).isTrue();
        }
    }

    @Test
    void allIsGivenBackAndWhatWasRefusedIsNotHeld() {
        RequestMemory.Share share = budget.of("a");
        for (int i = 0; i < 8; i++) {
            assertThat(share.take(SMALL / 2)).isTrue();
        }
        assertThat(share.take(40L * SMALL)).isFalse();
        assertThat(budget.held()).isEqualTo(4L * SMALL);
        share.giveBack();
        share.giveBack();
        assertThat(budget.held()).isZero();
        assertThat(budget.of("a").take(17 * SMALL)).isTrue();
    }
}

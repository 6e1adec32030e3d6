package io.emotion4j.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BufferPoolTest {

    private final BufferPool pool = new BufferPool(2);

    @Test
    void aBufferIsDirectAndInNativeOrder() {
        ByteBuffer buffer = pool.take(5);
        assertThat(buffer.isDirect()).isTrue();
        assertThat(buffer.order()).isEqualTo(ByteOrder.nativeOrder());
        assertThat(buffer.remaining()).isEqualTo(5);
    }

    @Test
    void aBufferThatWasGivenBackIsUsedAgainForLess() {
        ByteBuffer buffer = pool.take(8);
        buffer.position(3);
        pool.give(buffer);
        ByteBuffer again = pool.take(5);
        assertThat(again).isSameAs(buffer);
        assertThat(again.position()).isZero();
        assertThat(again.remaining()).isEqualTo(5);
    }

    @Test
    void aBufferThatIsTooSmallIsReplaced() {
        ByteBuffer small = pool.take(2);
        pool.give(small);
        ByteBuffer large = pool.take(9);
        assertThat(large).isNotSameAs(small);
        assertThat(large.remaining()).isEqualTo(9);
    }

    @Test
    void twoUsersNeverShareABuffer() {
        assertThat(pool.take(4)).isNotSameAs(pool.take(4));
    }

    @Test
    void aFullPoolKeepsNoMore() {
        ByteBuffer first = pool.take(1);
        ByteBuffer second = pool.take(1);
        ByteBuffer third = pool.take(1);
        pool.give(first);
        pool.give(second);
        pool.give(third);
        assertThat(pool.take(1)).isSameAs(first);
        assertThat(pool.take(1)).isSameAs(second);
        assertThat(pool.take(1)).isNotSameAs(third);
    }

    @Test
    void noBufferHasTwoOwnersHoweverManyThreadsTakeAndGive() throws Exception {
        BufferPool shared = new BufferPool(3);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> found = new ArrayList<>();
            for (int t = 1; t <= 6; t++) {
                int owner = t;
                found.add(threads.submit(() -> {
                    int strangers = 0;
                    for (int i = 0; i < 20_000; i++) {
                        ByteBuffer buffer = shared.take(1 + i % 5);
                        buffer.put(0, (byte) owner);
                        if (i % 7 == 0) {
                            Thread.yield();
                        }
                        strangers += buffer.get(0) == owner ? 0 : 1;
                        shared.give(buffer);
                    }
                    return strangers;
                }));
            }
            for (Future<Integer> one : found) {
                assertThat(one.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}

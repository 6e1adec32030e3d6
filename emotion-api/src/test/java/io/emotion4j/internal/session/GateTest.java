package io.emotion4j.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GateTest {

    private final AtomicInteger released = new AtomicInteger();
    private final Gate gate = new Gate("The thing", released::incrementAndGet);

    @Test
    void closingReleasesOnceHoweverOften() {
        gate.close();
        gate.close();
        assertThat(released).hasValue(1);
    }

    @Test
    void nobodyEntersOnceItIsClosed() {
        gate.close();
        assertThatIllegalStateException().isThrownBy(gate::enter).withMessageContaining("The thing is closed");
        assertThatIllegalStateException().isThrownBy(gate::enter);
        assertThat(released).hasValue(1);
    }

    @Test
    void theLastUserReleasesAfterItIsClosed() {
        gate.enter();
        gate.enter();
        gate.close();
        gate.exit();
        assertThat(released).hasValue(0);
        gate.exit();
        assertThat(released).hasValue(1);
    }

    @Test
    void usersThatLeftBeforeDoNotRelease() {
        gate.enter();
        gate.exit();
        assertThat(released).hasValue(0);
    }

    @Test
    void eightThreadsAndACloseReleaseOnceWithNobodyInside() throws InterruptedException {
        for (int round = 0; round < 200; round++) {
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger releases = new AtomicInteger();
            AtomicInteger releasedWithUsers = new AtomicInteger();
            Gate contested = new Gate("The thing", () -> {
                releases.incrementAndGet();
                releasedWithUsers.addAndGet(inside.get());
            });
            CountDownLatch start = new CountDownLatch(1);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                threads.add(new Thread(() -> {
                    try {
                        start.await();
                        while (true) {
                            contested.enter();
                            inside.incrementAndGet();
                            inside.decrementAndGet();
                            contested.exit();
                        }
                    } catch (IllegalStateException closed) {
                        return;
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                }));
            }
            threads.forEach(Thread::start);
            start.countDown();
            contested.close();
            contested.close();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(releases).hasValue(1);
            assertThat(releasedWithUsers).hasValue(0);
        }
    }
}

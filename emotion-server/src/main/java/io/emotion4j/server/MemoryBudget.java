package io.emotion4j.server;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of requests are held at a time, all together: without it, many large uploads at once would fill the heap. */
final class MemoryBudget {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    MemoryBudget(long most) {
        this.most = most;
    }

    boolean take(long bytes) {
        if (held.addAndGet(bytes) > most) {
            held.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}

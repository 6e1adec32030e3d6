package io.emotion4j.internal.session;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets many threads use a thing and one close it: it is released once, by {@link #close} or by the last user after it, and
 * nobody enters afterwards. Lock-free.
 */
final class Gate {

    private static final int CLOSED = Integer.MIN_VALUE;

    private final String what;
    private final Runnable release;
    /** How many are inside; the sign bit is set once closed. */
    private final AtomicInteger state = new AtomicInteger();

    Gate(String what, Runnable release) {
        this.what = what;
        this.release = release;
    }

    /** Begins a use. Each is ended by {@link #exit}. */
    void enter() {
        int before = state.getAndUpdate(n -> n < 0 ? n : n + 1);
        if (before < 0) {
            throw new IllegalStateException(what + " is closed; keep it open while it is used");
        }
    }

    void exit() {
        if (state.decrementAndGet() == CLOSED) {
            release.run();
        }
    }

    void close() {
        if (state.getAndUpdate(n -> n | CLOSED) == 0) {
            release.run();
        }
    }
}

package io.emotion4j.internal.call;

import io.emotion4j.internal.call.Call.Work;
import java.util.concurrent.Semaphore;

/**
 * A bounded number of calls at a time, first come, first served; and closing that lets those end which have begun. Those that still
 * wait are refused. What the calls use is released once: by {@link #close}, or by the last call after it.
 */
public final class InFlight {

    /** More than can ever wait. */
    private static final int EVERYBODY = 1 << 30;

    private final String what;
    private final Semaphore places;
    private final Runnable release;
    private int inside;
    private boolean closed;
    private boolean released;

    /**
     * Nobody is inside yet.
     *
     * @param what for the message of those who come too late, such as {@code "EmotionAnalyzer"}
     * @param most how many at a time
     * @param release frees what the calls use
     */
    public InFlight(String what, int most, Runnable release) {
        this.what = what;
        this.places = new Semaphore(most, true);
        this.release = release;
    }

    /**
     * Works, as soon as there is a place. A call within a call needs none of its own.
     *
     * @param call when to give up
     * @param work what to do
     * @return what comes of it
     * @throws X what {@code work} throws
     * @throws IllegalStateException once closed
     * @throws io.emotion4j.AnalysisAbortedException if the call is given up
     */
    public <T, X extends Exception> T run(Call call, Work<T, X> work) throws X {
        if (Call.isWithin(this)) {
            return work.run();
        }
        if (!isOpen()) {
            throw closed();
        }
        call.await(places);
        try {
            enter();
            try {
                return call.run(this, work);
            } finally {
                exit();
            }
        } finally {
            places.release();
        }
    }

    /** {@return whether calls may still begin} */
    public synchronized boolean isOpen() {
        return !closed;
    }

    /**
     * Lets nobody in any more, and waits until those inside have left and all is released. It does not wait if it is called from
     * inside, and no longer if its thread is interrupted; the last one inside releases then. The second call does nothing.
     */
    public void close() {
        if (!shut() || Call.isWithin(this)) {
            return;
        }
        synchronized (this) {
            try {
                while (!released) {
                    wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Closes without waiting.
     *
     * @return whether this call closed it
     */
    public boolean shut() {
        synchronized (this) {
            if (closed) {
                return false;
            }
            closed = true;
            if (inside > 0) {
                // Whoever waits for a place gets one, and is refused.
                places.release(EVERYBODY);
                return true;
            }
        }
        releaseOnce();
        return true;
    }

    private synchronized void enter() {
        if (closed) {
            throw closed();
        }
        inside++;
    }

    private void exit() {
        synchronized (this) {
            inside--;
            if (!closed || inside > 0) {
                return;
            }
        }
        releaseOnce();
    }

    /** Nobody is inside, and nobody comes in. */
    private void releaseOnce() {
        try {
            release.run();
        } finally {
            synchronized (this) {
                released = true;
                notifyAll();
            }
        }
    }

    private IllegalStateException closed() {
        return new IllegalStateException("This " + what + " is closed; keep it open while it is used");
    }
}

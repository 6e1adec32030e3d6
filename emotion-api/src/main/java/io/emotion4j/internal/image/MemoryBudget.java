package io.emotion4j.internal.image;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.ImageDecodeException.Reason;
import io.emotion4j.internal.call.Call;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The part of the heap that all decoding in this JVM may take together, and as much outside it as the heap is large. A picture waits its turn, in order of arrival
 * and not for ever; one that alone takes more than there is, is refused at once. A small one does not wait behind large ones as long as
 * there is memory for it. Within an analysis it waits no longer than that may take.
 */
final class MemoryBudget {

    /** Three quarters of the heap; the rest is for encoded files, results and the program. */
    static final MemoryBudget SHARED = new MemoryBudget("", Runtime.getRuntime().maxMemory() / 4 * 3, 10_000);

    /** Nothing says how much there is; who gives a JVM a small heap expects its other memory to be small, too. */
    static final MemoryBudget OUTSIDE_HEAP = new MemoryBudget(
            ", beside which it may take as much again,", Runtime.getRuntime().maxMemory(), 10_000);

    private static final int UNIT_SHIFT = 16;

    /** What takes no more than such a part of all is small. */
    private static final int SMALL_PART = 16;

    private static final String WAITING = "while its picture waited for memory";

    private final String kind;
    private final int units;
    private final Semaphore free;
    private final long waitMillis;

    MemoryBudget(String kind, long bytes, long waitMillis) {
        this.kind = kind;
        this.units = (int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes >> UNIT_SHIFT));
        this.free = new Semaphore(units, true);
        this.waitMillis = waitMillis;
    }

    /** {@return whether so much could ever be taken} */
    boolean holds(long bytes) {
        return units(bytes) <= units;
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, (bytes >> UNIT_SHIFT) + 1);
    }

    /** Takes a share; the caller closes it when the picture is decoded. */
    Share take(String what, long bytes) throws ImageDecodeException {
        int wanted = units(bytes);
        if (wanted > units) {
            throw new ImageDecodeException(
                    Reason.TOO_LARGE,
                    "Cannot decode " + what + ": the Java heap (at most "
                            + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MB)" + kind + " is too small for it, it takes about " + (bytes >> 20)
                            + " MB; raise -Xmx or lower DecodeLimits.maxPixels");
        }
        // Without a time, it does not queue.
        if (wanted <= units / SMALL_PART && free.tryAcquire(wanted)) {
            return () -> free.release(wanted);
        }
        try {
            if (free.tryAcquire(wanted, Call.millisToWait(waitMillis), TimeUnit.MILLISECONDS)) {
                return () -> free.release(wanted);
            }
            Call.check(WAITING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Call.check(WAITING);
            throw new ImageDecodeException(
                    Reason.BUSY, "Cannot decode " + what + ": interrupted while it waited for memory; try again", e);
        }
        throw new ImageDecodeException(
                Reason.BUSY,
                "Cannot decode " + what + ": other pictures that are being decoded left no memory for it within "
                        + waitMillis + " ms; try again later, decode fewer at once, or raise -Xmx");
    }

    /** Memory that was taken. */
    interface Share {
        void close();
    }
}

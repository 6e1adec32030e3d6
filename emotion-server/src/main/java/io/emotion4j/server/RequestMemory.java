package io.emotion4j.server;

import java.util.HashMap;
import java.util.Map;

/**
 * How many bytes of requests are held at a time, all together: without it, many large uploads at once would fill the heap.
 *
 * <p>The first {@value #SMALL} bytes of a request are always had while there is any room. What a larger one takes beyond them leaves a
 * quarter of the budget to those small ones, and no address has more than half of it: whoever sends much and slowly keeps nobody else
 * from sending a photo. Thread-safe.
 */
final class RequestMemory {

    /** A small request, in bytes: photos of a telephone are larger, what is cut out or made smaller is not. */
    static final int SMALL = 1 << 20;

    private final long most;
    private final long mostOfAddress;
    private final Map<String, Long> large = new HashMap<>();
    private long held;

    /**
     * A budget.
     *
     * @param most bytes at a time
     * @param largest the bytes of the largest request, which one address may have in any case
     */
    RequestMemory(long most, long largest) {
        this.most = most;
        this.mostOfAddress = Math.max(most / 2, largest);
    }

    /** What one request of an address takes. */
    Share of(String address) {
        return new Share(address);
    }

    synchronized long held() {
        return held;
    }

    private synchronized boolean take(String address, long small, long more) {
        if (held + small + more > most) {
            return false;
        }
        if (more > 0) {
            long ofAddress = large.getOrDefault(address, 0L) + more;
            if (ofAddress > mostOfAddress || held + small + more > most - most / 4) {
                return false;
            }
            large.put(address, ofAddress);
        }
        held += small + more;
        return true;
    }

    private synchronized void giveBack(String address, long taken) {
        held -= taken;
        long beyond = Math.max(0, taken - SMALL);
        large.computeIfPresent(address, (key, bytes) -> bytes <= beyond ? null : bytes - beyond);
    }

    /** One request's bytes. Not thread-safe. */
    final class Share {

        private final String address;
        private long taken;

        private Share(String address) {
            this.address = address;
        }

        /** Takes more; false, and nothing is taken, where there is no room now. */
        boolean take(long bytes) {
            long small = Math.max(0, Math.min(SMALL - taken, bytes));
            if (!RequestMemory.this.take(address, small, bytes - small)) {
                return false;
            }
            taken += bytes;
            return true;
        }

        /** Gives all of it back. */
        void giveBack() {
            RequestMemory.this.giveBack(address, taken);
            taken = 0;
        }
    }
}

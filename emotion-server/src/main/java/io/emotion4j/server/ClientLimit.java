package io.emotion4j.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests one address may have in hand. */
final class ClientLimit {

    private final int most;
    private final Map<String, Integer> held = new ConcurrentHashMap<>();

    /** With 0 for no limit. */
    ClientLimit(int most) {
        this.most = most;
    }

    /**
     * Counts a request in.
     *
     * @throws Refusal if the address has too many
     */
    void enter(String address) {
        if (held.merge(address, 1, Integer::sum) > most && most > 0) {
            leave(address);
            throw new Refusal(Answer.later(
                    429, "More than " + most + " requests of one client at once; wait for their answers", 1));
        }
    }

    void leave(String address) {
        held.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }
}

package io.emotion4j.server;

import io.emotion4j.DecodeLimits;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a server runs. Immutable.
 *
 * @param host the address to listen on; {@code 0.0.0.0} for all
 * @param port 0 for any free one
 * @param corsOrigins the origins whose pages may call: {@code *} for all; empty for none but the server's own page
 * @param maxRequestBytes larger requests are answered 413
 * @param decodeLimits larger pictures are answered 413
 * @param concurrency analyses at a time
 * @param queueLimit how many more wait; beyond, 503
 * @param clientLimit requests of one address at a time; beyond, 429; 0 for no limit
 * @param requestTimeout how long a request may take to come in (408), and then to be answered (503)
 * @param token what {@code Authorization: Bearer} must hold; null where everybody may call
 */
public record ServerOptions(
        String host,
        int port,
        Set<String> corsOrigins,
        int maxRequestBytes,
        DecodeLimits decodeLimits,
        int concurrency,
        int queueLimit,
        int clientLimit,
        Duration requestTimeout,
        @Nullable String token) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of range; the message names the command line's option
     */
    public ServerOptions {
        corsOrigins = Set.copyOf(corsOrigins);
        check("--port", port, 0, 65_535);
        check("--max-request-bytes", maxRequestBytes, 1, 1 << 30);
        check("--concurrency", concurrency, 1, 1024);
        check("--queue", queueLimit, 0, 1_000_000);
        check("--client-limit", clientLimit, 0, 1_000_000);
        check("--request-timeout", requestTimeout.toSeconds(), 1, 86_400);
        if (token != null && token.isBlank()) {
            throw new IllegalArgumentException("--token takes a text, found an empty one");
        }
    }

    private static void check(String option, long found, long least, long most) {
        if (found < least || found > most) {
            throw new IllegalArgumentException(option + " takes " + least + " to " + most + ", found " + found);
        }
    }
}

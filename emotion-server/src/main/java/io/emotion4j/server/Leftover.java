package io.emotion4j.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * The rest of a body that nobody wants. Closing the connection at once would reset it, and a client that is still sending would
 * see that instead of its answer. So the rest is read and dropped, to a bound.
 */
final class Leftover implements Runnable {

    private static final long MOST_BYTES = 256L << 20;
    private static final Duration MOST_TIME = Duration.ofSeconds(5);

    private final Request request;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private long dropped;

    private Leftover(Request request) {
        this.request = request;
    }

    static void drop(Request request, Callback then) {
        Leftover leftover = new Leftover(request);
        var unused = leftover.done
                .orTimeout(MOST_TIME.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((nothing, late) -> then.succeeded());
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            // It waits for a go-ahead that it will not get.
            leftover.done.complete(null);
        } else {
            leftover.run();
        }
    }

    @Override
    public void run() {
        while (!done.isDone()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                done.complete(null);
                return;
            }
            dropped += chunk.remaining();
            chunk.release();
            if (chunk.isLast() || dropped > MOST_BYTES) {
                done.complete(null);
            }
        }
    }
}

package io.emotion4j.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which no request has begun for a while. Jetty's own idle time begins anew with every byte, so a client
 * that sends its header a byte at a time would keep its connection for ever.
 */
final class ConnectionSweep implements Connection.Listener {

    private record Seen(long requests, long nanos) {}

    private final Map<Connection, Seen> connections = new ConcurrentHashMap<>();
    private final Duration most;
    private final Scheduler scheduler;

    ConnectionSweep(Duration most, Scheduler scheduler) {
        this.most = most;
        this.scheduler = scheduler;
    }

    @Override
    public void onOpened(Connection connection) {
        // TLS around a connection: the one inside, which counts requests, is opened with it.
        if (!(connection instanceof SslConnection)) {
            connections.put(connection, new Seen(0, System.nanoTime()));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    int count() {
        return connections.size();
    }

    /** Begins to sweep, and goes on until the scheduler stops. */
    void begin() {
        long millis = Math.max(100, most.toMillis() / 4);
        scheduler.schedule(
                () -> {
                    connections.forEach(this::look);
                    begin();
                },
                millis,
                TimeUnit.MILLISECONDS);
    }

    private void look(Connection connection, Seen seen) {
        long now = System.nanoTime();
        long requests = connection.getMessagesIn();
        boolean inHand = requests > connection.getMessagesOut();
        if (inHand || requests != seen.requests()) {
            connections.replace(connection, seen, new Seen(requests, now));
        } else if (now - seen.nanos() > most.toNanos()) {
            connection.getEndPoint().close();
        }
    }
}

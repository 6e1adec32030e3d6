package io.emotion4j.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Accepts connections, and says when it cannot, once a minute at most: without file descriptors a server only seems to hang. */
final class TcpConnector extends ServerConnector {

    private static final Logger LOG = System.getLogger("io.emotion4j.server");
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private long lastSaid = System.nanoTime() - PAUSE_NANOS;

    TcpConnector(Server server, ConnectionFactory... factories) {
        super(server, 1, 1, factories);
    }

    @Override
    protected boolean handleAcceptFailure(Throwable failure) {
        boolean goOn = super.handleAcceptFailure(failure);
        if (isRunning() && !(failure instanceof ClosedChannelException)) {
            say(failure);
        }
        return goOn;
    }

    /** Logs that no connection can be accepted. */
    synchronized void say(Throwable failure) {
        long now = System.nanoTime();
        if (now - lastSaid >= PAUSE_NANOS) {
            lastSaid = now;
            LOG.log(
                    Level.WARNING,
                    "Cannot accept a connection: " + failure.getMessage()
                            + "; where these are too many open files, raise the process's limit (ulimit -n,"
                            + " LimitNOFILE)");
        }
    }
}

package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

class TcpConnectorTest {

    @Test
    void connectionsThatCannotBeAcceptedAreLoggedOnceAMinute() {
        List<LogRecord> said = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                said.add(message);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("io.emotion4j.server");
        log.addHandler(handler);
        try (TcpConnector connector = new TcpConnector(new Server())) {
            connector.say(new IOException("Too many open files"));
            connector.say(new IOException("Too many open files"));
        } finally {
            log.removeHandler(handler);
        }
        assertThat(said).hasSize(1);
        assertThat(said.get(0).getMessage())
                .isEqualTo(
                        "Cannot accept a connection: Too many open files; where these are too many open files, raise the"
                                + " process's limit (ulimit -n, LimitNOFILE)");
    }
}

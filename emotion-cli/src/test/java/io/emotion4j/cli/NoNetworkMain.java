package io.emotion4j.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.spi.SelectorProvider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The program in a JVM in which every socket, old or new, fails and is told of; lists the temporary folder at the end. */
public final class NoNetworkMain {

    static final String TEMPORARY = "temporary: ";

    private NoNetworkMain() {}

    @SuppressWarnings("deprecation") // The only way to see sockets from within.
    public static void main(String[] args) throws IOException {
        System.setProperty("java.nio.channels.spi.SelectorProvider", NoSockets.class.getName());
        Socket.setSocketImplFactory(NoSockets::refuse);
        ServerSocket.setSocketFactory(NoSockets::refuse);
        DatagramSocket.setDatagramSocketImplFactory(NoSockets::refuse);
        if (!(SelectorProvider.provider() instanceof NoSockets)) {
            throw new IllegalStateException("Sockets are not watched");
        }
        StandardOutput out = StandardOutput.to(System.out);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        int code = Main.run(out, err, args);
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> files = Files.walk(temporary)) {
            files.filter(file -> !file.equals(temporary))
                    .forEach(file -> out.println(TEMPORARY + temporary.relativize(file)));
        }
        out.flush();
        System.exit(code);
    }
}

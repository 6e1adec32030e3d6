package io.emotion4j.cli;

import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/** Refuses every socket, and says on standard error who wanted it. */
public final class NoSockets extends SelectorProvider {

    static <T> T refuse() {
        IllegalStateException refusal = new IllegalStateException("A socket was opened");
        refusal.printStackTrace();
        throw refusal;
    }

    @Override
    public DatagramChannel openDatagramChannel() {
        return refuse();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) {
        return refuse();
    }

    @Override
    public Pipe openPipe() {
        return refuse();
    }

    @Override
    public AbstractSelector openSelector() {
        return refuse();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() {
        return refuse();
    }

    @Override
    public SocketChannel openSocketChannel() {
        return refuse();
    }
}

package io.emotion4j.testkit;

import io.emotion4j.NoProviderException;
import io.emotion4j.spi.Availability;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import io.emotion4j.spi.NetworkSpec;
import java.io.IOException;
import java.util.Arrays;

/** An engine in a few lines of Java, right unless a fault is asked for. Its weights are so many equal bytes. */
public final class PlainEngine implements Engine {

    static final String NAME = "plain";
    static final String FORMAT = "bytes";
    static final byte[] WEIGHTS = new byte[300];

    static volatile Fault fault = Fault.NONE;

    static {
        Arrays.fill(WEIGHTS, (byte) 42);
    }

    /** For {@link java.util.ServiceLoader}. */
    public PlainEngine() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public int priority() {
        return 1;
    }

    @Override
    public Availability availability() {
        return Availability.yes("plain Java 1.0");
    }

    @Override
    public InferenceSession open(NetworkSpec network, byte[] weights, EngineOptions options) throws IOException {
        if (fault != Fault.LOADS_ANYTHING && !Arrays.equals(weights, WEIGHTS)) {
            throw new IOException("expected " + WEIGHTS.length + " bytes of 42, found others");
        }
        if (fault != Fault.FALLS_BACK_TO_THE_PROCESSOR && !options.device().equals(EngineOptions.CPU)) {
            throw new NoProviderException("Engine 'plain' has no device " + options.device());
        }
        return network.id().equals("squares") ? new RedSquares() : new BrightRows(network, fault);
    }
}

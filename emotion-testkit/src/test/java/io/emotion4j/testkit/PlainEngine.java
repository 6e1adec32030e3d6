package io.emotion4j.testkit;

import io.emotion4j.NoProviderException;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelTask;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.InferenceSession;
import java.io.IOException;
import java.util.Arrays;

/** An engine in a few lines of Java, right unless a fault is asked for. Its weights are so many equal bytes. */
final class PlainEngine {

    static final String NAME = "plain";
    static final String FORMAT = "bytes";
    static final byte[] WEIGHTS = new byte[300];

    static volatile Fault fault = Fault.NONE;

    static {
        Arrays.fill(WEIGHTS, (byte) 42);
    }

    private PlainEngine() {}

    static InferenceSession open(ModelDescriptor model, byte[] weights, EngineOptions options) throws IOException {
        if (fault != Fault.LOADS_ANYTHING && !Arrays.equals(weights, WEIGHTS)) {
            throw new IOException("expected " + WEIGHTS.length + " bytes of 42, found others");
        }
        if (fault != Fault.FALLS_BACK_TO_THE_PROCESSOR && !options.device().equals(EngineOptions.CPU)) {
            throw new NoProviderException("Engine 'plain' has no device " + options.device());
        }
        return model.task() == ModelTask.FACE_DETECTION ? new RedSquares() : new BrightRows(model, fault);
    }
}

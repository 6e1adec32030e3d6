package io.emotion4j.djl;

import io.emotion4j.NoProviderException;
import io.emotion4j.internal.natives.Detached;
import io.emotion4j.internal.natives.NativeFailure;
import io.emotion4j.spi.Availability;
import java.io.IOException;
import java.util.Optional;

/**
 * The engine: one a JVM, its native library loaded when it is first asked for; where that fails it is tried again when it is next asked
 * for.
 *
 * <p>DJL brings TensorFlow's own Java API, and that is what is used. DJL's layer above it would start a second runtime (its
 * eager context, half a second), ask for a download of libraries that are on the class path, and want the model as a folder.
 */
final class TensorFlow {

    static final String NAME = "tensorflow";
    static final String FORMAT = "savedmodel";
    /** After PyTorch: it takes longest to start. */
    static final int PRIORITY = 50;

    /** Empty until it is loaded. */
    private static String detail = "";

    private TensorFlow() {}

    static Availability availability() {
        try {
            return Availability.yes(require());
        } catch (NoProviderException e) {
            return Availability.no(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Loads the engine unless it is loaded.
     *
     * @return its version and devices
     * @throws NoProviderException if it cannot be loaded, for now
     */
    static synchronized String require() {
        if (detail.isEmpty()) {
            detail = Detached.call(TensorFlow::load);
        }
        return detail;
    }

    private static String load() {
        NativeSettings.apply();
        Optional<String> missing = TensorFlowJars.missing();
        if (missing.isPresent()) {
            throw new NoProviderException(missing.get());
        }
        try {
            TensorFlowNatives.load();
            String devices = TensorFlowJars.isForGpu() ? "cpu, cuda" : "cpu";
            return "TensorFlow " + org.tensorflow.TensorFlow.version() + " (devices: " + devices + ")";
        } catch (LinkageError | RuntimeException | IOException e) {
            throw new NoProviderException(
                    "TensorFlow's native library cannot be loaded: "
                            + NativeFailure.explain(e, NativeSettings.folder()),
                    e);
        }
    }
}

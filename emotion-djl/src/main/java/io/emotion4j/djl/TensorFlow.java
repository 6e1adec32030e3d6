package io.emotion4j.djl;

import io.emotion4j.NoProviderException;
import io.emotion4j.spi.Availability;
import java.util.Optional;

/**
 * The engine: one a JVM, its native library loaded when it is first asked for.
 *
 * <p>DJL brings TensorFlow's own Java API, and that is what is used. DJL's layer above it would start a second runtime (its
 * eager context, half a second), ask for a download of libraries that are on the class path, and want the model as a folder.
 */
final class TensorFlow {

    static final String NAME = "tensorflow";
    static final String FORMAT = "savedmodel";
    /** After PyTorch: it takes longest to start. */
    static final int PRIORITY = 50;

    private TensorFlow() {}

    /** Kept, because after a first failure the JVM no longer says why a class cannot be initialized. */
    private static final class Holder {
        static final Availability AVAILABILITY = load();
    }

    static Availability availability() {
        return Holder.AVAILABILITY;
    }

    /**
     * Loads the engine unless it is loaded.
     *
     * @throws NoProviderException if it cannot be loaded here
     */
    static void require() {
        Availability availability = availability();
        if (!availability.available()) {
            throw new NoProviderException("Engine '" + NAME + "' cannot run here: " + availability.detail());
        }
    }

    private static Availability load() {
        NativeSettings.apply();
        Optional<String> missing = TensorFlowJars.missing();
        if (missing.isPresent()) {
            return Availability.no(missing.get());
        }
        try {
            String devices = TensorFlowJars.isForGpu() ? "cpu, cuda" : "cpu";
            return Availability.yes(
                    "TensorFlow " + org.tensorflow.TensorFlow.version() + " (devices: " + devices + ")");
        } catch (LinkageError | RuntimeException e) {
            return Availability.no("TensorFlow's native library cannot be loaded: " + Causes.of(e)
                    + "; it needs a folder to be unpacked into (name one by -D" + NativeSettings.CACHE
                    + "=FOLDER) and a system "
                    + "library as recent as that of the machines it was built for");
        }
    }
}

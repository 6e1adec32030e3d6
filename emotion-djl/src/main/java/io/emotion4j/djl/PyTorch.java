package io.emotion4j.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import io.emotion4j.NoProviderException;
import io.emotion4j.spi.Availability;
import java.util.Optional;

/** The engine: one a JVM, its native library loaded when it is first asked for. */
final class PyTorch {

    static final String NAME = "pytorch";
    static final String FORMAT = "torchscript";
    /** After ONNX Runtime, which is smaller and starts faster. */
    static final int PRIORITY = 60;

    private static final String DJL_NAME = "PyTorch";

    private PyTorch() {}

    /** Kept, because after a first failure the JVM no longer says why a class cannot be initialized. */
    private static final class Holder {
        static final Availability AVAILABILITY = load();
    }

    static Availability availability() {
        return Holder.AVAILABILITY;
    }

    /**
     * The engine, loaded.
     *
     * @throws NoProviderException if it cannot be loaded here
     */
    static Engine engine() {
        Availability availability = availability();
        if (!availability.available()) {
            throw new NoProviderException("Engine '" + NAME + "' cannot run here: " + availability.detail());
        }
        return Engine.getEngine(DJL_NAME);
    }

    private static Availability load() {
        NativeSettings.apply();
        Optional<String> missing = PyTorchJars.missing();
        if (missing.isPresent()) {
            return Availability.no(missing.get());
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(NativeJars.loader());
            Engine engine = Engine.getEngine(DJL_NAME);
            String devices = engine.hasCapability(StandardCapabilities.CUDA) ? "cpu, cuda" : "cpu";
            return Availability.yes("PyTorch " + engine.getVersion() + " (devices: " + devices + ")");
        } catch (LinkageError | RuntimeException e) {
            return Availability.no("PyTorch's native library cannot be loaded: " + Causes.of(e)
                    + "; it needs a folder to be unpacked into (name one by -D" + NativeSettings.CACHE
                    + "=FOLDER) and a system "
                    + "library as recent as that of the machines it was built for");
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}

package io.emotion4j.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import io.emotion4j.NoProviderException;
import io.emotion4j.internal.natives.Detached;
import io.emotion4j.internal.natives.NativeFailure;
import io.emotion4j.spi.Availability;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The engine: one a JVM, its native library loaded when it is first asked for; where that fails it is tried again when it is next asked
 * for.
 */
final class PyTorch {

    static final String NAME = "pytorch";
    static final String FORMAT = "torchscript";
    /** After ONNX Runtime, which is smaller and starts faster. */
    static final int PRIORITY = 60;

    private static final String DJL_NAME = "PyTorch";

    /** Of DJL's class only once it is known to be there. */
    private static @Nullable Object engine;

    private static String detail = "";

    private PyTorch() {}

    static Availability availability() {
        try {
            load();
            return Availability.yes(detail);
        } catch (NoProviderException e) {
            return Availability.no(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The engine, loaded.
     *
     * @throws NoProviderException if it cannot be loaded, for now
     */
    static Engine engine() {
        return (Engine) load();
    }

    private static synchronized Object load() {
        Object loaded = engine == null ? Detached.call(PyTorch::loadNow) : engine;
        engine = loaded;
        return loaded;
    }

    /** Looks for its libraries through the context class loader. */
    private static Object loadNow() {
        NativeSettings.apply();
        Optional<String> missing = PyTorchJars.missing();
        if (missing.isPresent()) {
            throw new NoProviderException(missing.get());
        }
        try {
            if (PyTorchJars.library().isEmpty()) {
                PyTorchNatives.unpack();
            }
            Engine loaded = Engine.getEngine(DJL_NAME);
            String devices = loaded.hasCapability(StandardCapabilities.CUDA) ? "cpu, cuda" : "cpu";
            detail = "PyTorch " + loaded.getVersion() + " (devices: " + devices + ")";
            return loaded;
        } catch (LinkageError | RuntimeException | IOException e) {
            throw new NoProviderException(
                    "PyTorch's native library cannot be loaded: " + NativeFailure.explain(e, NativeSettings.folder()),
                    e);
        }
    }
}

package io.emotion4j.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import io.emotion4j.spi.Availability;
import java.util.Locale;
import java.util.stream.Collectors;

/** The native library: one a JVM, loaded when it is first asked for. */
final class OnnxRuntime {

    static final String NAME = "onnx";
    static final String FORMAT = "onnx";
    /** Before the engines of the Deep Java Library: it starts in a third of their time and needs one jar. */
    static final int PRIORITY = 80;

    private OnnxRuntime() {}

    /** Kept, because after a first failure the JVM no longer says why a class cannot be initialized. */
    private static final class Holder {
        static final Availability AVAILABILITY = load();
    }

    static Availability availability() {
        return Holder.AVAILABILITY;
    }

    /** {@return the environment, which is never closed: sessions of the whole JVM share it} */
    static OrtEnvironment environment() {
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "emotion4j");
    }

    private static Availability load() {
        try {
            String version = environment().getVersion();
            String devices = OrtEnvironment.getAvailableProviders().stream()
                    .map(provider -> provider.name().toLowerCase(Locale.ROOT))
                    .sorted()
                    .collect(Collectors.joining(", "));
            return Availability.yes("ONNX Runtime " + version + " (execution providers: " + devices + ")");
        } catch (LinkageError | RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Availability.no("ONNX Runtime's native library cannot be loaded: " + cause
                    + "; it needs Linux with glibc 2.28, macOS or Windows, on x86-64 or ARM64, and a temporary folder that it may "
                    + "write to (or -Donnxruntime.native.path)");
        }
    }
}

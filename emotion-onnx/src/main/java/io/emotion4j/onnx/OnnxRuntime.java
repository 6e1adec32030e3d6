package io.emotion4j.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.emotion4j.NoProviderException;
import io.emotion4j.internal.natives.NativeFailure;
import io.emotion4j.spi.Availability;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The native library: one a JVM, loaded when it is first asked for; where that fails it is tried again when it is next asked for. */
final class OnnxRuntime {

    static final String NAME = "onnx";
    static final String FORMAT = "onnx";
    /** Before the engines of the Deep Java Library: it starts in a third of their time and needs one jar. */
    static final int PRIORITY = 80;

    private static final System.Logger LOGGER = System.getLogger(OnnxRuntime.class.getName());
    /** The version whose insides {@link OwnEnvironment} was tried with. */
    private static final String TRIED = "1.28.";

    private static @Nullable OnnxEnvironment environment;
    private static String detail = "";

    private OnnxRuntime() {}

    static Availability availability() {
        try {
            environment();
            return Availability.yes(detail);
        } catch (NoProviderException e) {
            return Availability.no(String.valueOf(e.getMessage()));
        }
    }

    /**
     * {@return the environment, which sessions of the whole JVM share}
     *
     * @throws NoProviderException if the library cannot be loaded, for now
     */
    static synchronized OnnxEnvironment environment() {
        if (environment == null) {
            try {
                environment = open();
                detail = describe();
            } catch (LinkageError | RuntimeException | ReflectiveOperationException | IOException | OrtException e) {
                throw new NoProviderException(
                        "ONNX Runtime's native library cannot be loaded: "
                                + NativeFailure.explain(e, OnnxNatives.folder()),
                        e);
            }
        }
        return environment;
    }

    private static OnnxEnvironment open() throws ReflectiveOperationException, IOException, OrtException {
        OnnxBinding binding;
        try {
            binding = new OnnxBinding();
        } catch (ReflectiveOperationException | RuntimeException e) {
            warn("of an unknown version", e);
            return new BindingEnvironment();
        }
        new OnnxNatives(binding).load();
        String version = binding.version();
        if (version.startsWith(TRIED)) {
            return new OwnEnvironment(binding);
        }
        if (binding.closesItsEnvironment()) {
            try {
                // Holds it over the binding's shutdown hook.
                binding.newReference(binding.api());
            } catch (ReflectiveOperationException | RuntimeException e) {
                warn(version, e);
            }
        }
        return new BindingEnvironment();
    }

    private static void warn(String version, Exception reason) {
        LOGGER.log(
                System.Logger.Level.WARNING,
                "ONNX Runtime " + version
                        + " may free its environment while analyses run and end the JVM with SIGSEGV at its shutdown; "
                        + "end and close every analyzer first, or use com.microsoft.onnxruntime:onnxruntime:1.28.0",
                reason);
    }

    private static String describe() throws ReflectiveOperationException {
        String devices = OrtEnvironment.getAvailableProviders().stream()
                .map(provider -> provider.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
        return "ONNX Runtime " + new OnnxBinding().version() + " (execution providers: " + devices + ")";
    }
}

package io.emotion4j.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.File;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The insides of ONNX Runtime's Java binding, by name and exact type. It has no module descriptor, so its package is open; a later one
 * that is closed or made otherwise is an {@link ReflectiveOperationException} here, and nothing worse.
 */
final class OnnxBinding {

    static final String LOG_NAME = "emotion4j";

    private final Class<?> runtime;

    OnnxBinding() throws ReflectiveOperationException {
        runtime = type("OnnxRuntime");
        privateIn(runtime);
    }

    /** Not initialized: that loads the native library, and once it has failed it fails for ever. */
    Class<?> type(String name) throws ClassNotFoundException {
        String full = OrtEnvironment.class.getPackageName() + "." + name;
        return Class.forName(full, false, OrtEnvironment.class.getClassLoader());
    }

    /** Loads the native library unless it is loaded. It may be tried again after a failure. */
    void load() throws ReflectiveOperationException, IOException {
        MethodHandle init = privateIn(runtime).findStatic(runtime, "init", MethodType.methodType(void.class));
        try {
            init.invokeExact();
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the part of the jar's path that names the machine, such as {@code "linux-x64"}} */
    String platform() throws ReflectiveOperationException {
        return (String) privateIn(runtime)
                .findStaticVarHandle(runtime, "OS_ARCH_STR", String.class)
                .get();
    }

    /** {@return the folder that the binding made for itself, or null} */
    @Nullable
    File temporaryFolder() throws ReflectiveOperationException {
        Path folder = (Path) privateIn(runtime)
                .findStaticVarHandle(runtime, "tempDirectory", Path.class)
                .get();
        return folder == null ? null : folder.toFile();
    }

    /** {@return the version of the native library} */
    String version() throws ReflectiveOperationException {
        return String.valueOf(privateIn(runtime)
                .findStaticVarHandle(runtime, "version", String.class)
                .get());
    }

    long api() throws ReflectiveOperationException {
        return (long) privateIn(runtime)
                .findStaticVarHandle(runtime, "ortApiHandle", long.class)
                .get();
    }

    /** {@return one more reference on the environment} */
    long newReference(long api) throws ReflectiveOperationException, OrtException {
        MethodHandle create = environmentMethod("createHandle", long.class, long.class, int.class, String.class);
        try {
            return (long) create.invokeExact(api, OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR.getValue(), LOG_NAME);
        } catch (Throwable e) {
            throw rethrow(e);
        }
    }

    /** {@return whether the binding frees its environment at shutdown} */
    boolean closesItsEnvironment() {
        try {
            type("OrtEnvironment$OrtEnvCloser");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    MethodHandle environmentMethod(String name, Class<?> result, Class<?>... arguments)
            throws ReflectiveOperationException {
        return staticMethod(OrtEnvironment.class, name, result, arguments);
    }

    MethodHandle staticMethod(Class<?> in, String name, Class<?> result, Class<?>... arguments)
            throws ReflectiveOperationException {
        return privateIn(in).findStatic(in, name, MethodType.methodType(result, arguments));
    }

    MethodHandle method(Class<?> in, String name, Class<?> result) throws ReflectiveOperationException {
        return privateIn(in).findVirtual(in, name, MethodType.methodType(result));
    }

    MethodHandle constructor(Class<?> of, Class<?>... arguments) throws ReflectiveOperationException {
        return privateIn(of).findConstructor(of, MethodType.methodType(void.class, arguments));
    }

    private static MethodHandles.Lookup privateIn(Class<?> type) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }

    /** For a throw statement: what native code throws is an OrtException or unchecked. */
    static OrtException rethrow(Throwable thrown) throws OrtException {
        if (thrown instanceof OrtException e) {
            throw e;
        } else if (thrown instanceof RuntimeException e) {
            throw e;
        } else if (thrown instanceof Error e) {
            throw e;
        }
        throw new IllegalStateException(thrown);
    }
}

package io.emotion4j.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The insides of ONNX Runtime's Java binding, by name and exact type. It has no module descriptor, so its package is open; a later one
 * that is closed or made otherwise is an {@link ReflectiveOperationException} or a {@link RuntimeException} here, and nothing worse.
 */
final class OnnxBinding {

    static final String LOG_NAME = "emotion4j";

    private final Class<?> runtime;
    private final Method init;

    OnnxBinding() throws ReflectiveOperationException {
        runtime = type("OnnxRuntime");
        init = method(runtime, "init");
    }

    /** Not initialized: that loads the native library, and once it has failed it fails for ever. */
    Class<?> type(String name) throws ClassNotFoundException {
        String full = OrtEnvironment.class.getPackageName() + "." + name;
        return Class.forName(full, false, OrtEnvironment.class.getClassLoader());
    }

    /** Loads the native library unless it is loaded. It may be tried again after a failure. */
    void load() throws ReflectiveOperationException, IOException {
        try {
            init.invoke(null);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw rethrowUnchecked(e);
        }
    }

    /** {@return the part of the jar's path that names the machine, such as {@code "linux-x64"}} */
    String platform() throws ReflectiveOperationException {
        return (String) field("OS_ARCH_STR").get(null);
    }

    /** {@return the folder that the binding made for itself, or null} */
    @Nullable
    File temporaryFolder() throws ReflectiveOperationException {
        Path folder = (Path) field("tempDirectory").get(null);
        return folder == null ? null : folder.toFile();
    }

    /** {@return the version of the native library} */
    String version() throws ReflectiveOperationException {
        return String.valueOf(field("version").get(null));
    }

    long api() throws ReflectiveOperationException {
        return field("ortApiHandle").getLong(null);
    }

    /** {@return one more reference on the environment} */
    long newReference(long api) throws ReflectiveOperationException, OrtException {
        Method create = method(OrtEnvironment.class, "createHandle", long.class, int.class, String.class);
        return (long) call(create, null, api, OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR.getValue(), LOG_NAME);
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

    private Field field(String name) throws ReflectiveOperationException {
        Field field = runtime.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    Method method(Class<?> in, String name, Class<?>... arguments) throws ReflectiveOperationException {
        Method method = in.getDeclaredMethod(name, arguments);
        method.setAccessible(true);
        return method;
    }

    <T> Constructor<T> constructor(Class<T> of, Class<?>... arguments) throws ReflectiveOperationException {
        Constructor<T> constructor = of.getDeclaredConstructor(arguments);
        constructor.setAccessible(true);
        return constructor;
    }

    /** Calls a method; {@code on} is null where it is static. */
    static Object call(Method method, @Nullable Object on, Object... arguments) throws OrtException {
        try {
            return method.invoke(on, arguments);
        } catch (ReflectiveOperationException e) {
            throw rethrow(e);
        }
    }

    static <T> T make(Constructor<T> constructor, Object... arguments) throws OrtException {
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw rethrow(e);
        }
    }

    /** For a throw statement: what native code throws is an OrtException or unchecked. */
    private static RuntimeException rethrow(ReflectiveOperationException e) throws OrtException {
        if (e.getCause() instanceof OrtException cause) {
            throw cause;
        }
        throw rethrowUnchecked(e);
    }

    private static RuntimeException rethrowUnchecked(ReflectiveOperationException e) {
        if (e.getCause() instanceof RuntimeException cause) {
            throw cause;
        }
        if (e.getCause() instanceof Error cause) {
            throw cause;
        }
        throw new IllegalStateException(e);
    }
}

package io.emotion4j.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.Buffer;

/**
 * A reference of our own on ONNX Runtime's environment, without the binding's {@code OrtEnvironment}. That class frees its reference in
 * a shutdown hook while calls run, which ends the JVM with SIGSEGV (microsoft/onnxruntime#31352), and the hook keeps its class loader
 * for ever. The environment itself is one a process, counted by ONNX Runtime, and lives as long as somebody has a reference; ours is
 * left to the end of the process.
 */
final class OwnEnvironment implements OnnxEnvironment {

    private final long api;
    private final long handle;
    private final Object allocator;
    private final MethodHandle optionsHandle;
    private final MethodHandle createSession;
    private final MethodHandle newSession;
    private final MethodHandle createTensor;

    /**
     * Takes a reference.
     *
     * @throws ReflectiveOperationException if this binding is made otherwise
     * @throws OrtException if ONNX Runtime refuses
     */
    OwnEnvironment(OnnxBinding binding) throws ReflectiveOperationException, OrtException {
        Class<?> allocatorClass = binding.type("OrtAllocator");
        optionsHandle = binding.method(OrtSession.SessionOptions.class, "getNativeHandle", long.class);
        createSession = binding.staticMethod(
                OrtSession.class, "createSession", long.class, long.class, long.class, byte[].class, long.class);
        newSession = binding.constructor(OrtSession.class, long.class, allocatorClass)
                .asType(MethodType.methodType(OrtSession.class, long.class, Object.class));
        createTensor = binding.staticMethod(
                        OnnxTensor.class,
                        "createTensor",
                        OnnxTensor.class,
                        OnnxJavaType.class,
                        allocatorClass,
                        Buffer.class,
                        long[].class)
                .asType(MethodType.methodType(
                        OnnxTensor.class, OnnxJavaType.class, Object.class, Buffer.class, long[].class));
        MethodHandle newAllocator = binding.constructor(allocatorClass, long.class, boolean.class)
                .asType(MethodType.methodType(Object.class, long.class, boolean.class));
        MethodHandle defaultAllocator = binding.environmentMethod("getDefaultAllocator", long.class, long.class);
        api = binding.api();
        handle = binding.newReference(api);
        try {
            allocator = (Object) newAllocator.invokeExact((long) defaultAllocator.invokeExact(api), true);
        } catch (Throwable e) {
            throw OnnxBinding.rethrow(e);
        }
    }

    @Override
    public OrtSession createSession(byte[] model, OrtSession.SessionOptions options) throws OrtException {
        try {
            long session =
                    (long) createSession.invokeExact(api, handle, model, (long) optionsHandle.invokeExact(options));
            return (OrtSession) newSession.invokeExact(session, allocator);
        } catch (Throwable e) {
            throw OnnxBinding.rethrow(e);
        }
    }

    @Override
    public OnnxTensor createTensor(OnnxJavaType type, Buffer data, long[] shape) throws OrtException {
        try {
            return (OnnxTensor) createTensor.invokeExact(type, allocator, data, shape);
        } catch (Throwable e) {
            throw OnnxBinding.rethrow(e);
        }
    }
}

package io.emotion4j.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
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
    private final Method optionsHandle;
    private final Method createSession;
    private final Constructor<OrtSession> newSession;
    private final Method createTensor;

    /**
     * Takes a reference.
     *
     * @throws ReflectiveOperationException if this binding is made otherwise
     * @throws OrtException if ONNX Runtime refuses
     */
    OwnEnvironment(OnnxBinding binding) throws ReflectiveOperationException, OrtException {
        Class<?> allocatorClass = binding.type("OrtAllocator");
        optionsHandle = binding.method(OrtSession.SessionOptions.class, "getNativeHandle");
        createSession =
                binding.method(OrtSession.class, "createSession", long.class, long.class, byte[].class, long.class);
        newSession = binding.constructor(OrtSession.class, long.class, allocatorClass);
        createTensor = binding.method(
                OnnxTensor.class, "createTensor", OnnxJavaType.class, allocatorClass, Buffer.class, long[].class);
        Constructor<?> newAllocator = binding.constructor(allocatorClass, long.class, boolean.class);
        Method defaultAllocator = binding.method(OrtEnvironment.class, "getDefaultAllocator", long.class);
        api = binding.api();
        handle = binding.newReference(api);
        allocator = OnnxBinding.make(newAllocator, OnnxBinding.call(defaultAllocator, null, api), true);
    }

    @Override
    public OrtSession createSession(byte[] model, OrtSession.SessionOptions options) throws OrtException {
        Object session =
                OnnxBinding.call(createSession, null, api, handle, model, OnnxBinding.call(optionsHandle, options));
        return OnnxBinding.make(newSession, session, allocator);
    }

    @Override
    public OnnxTensor createTensor(OnnxJavaType type, Buffer data, long[] shape) throws OrtException {
        return (OnnxTensor) OnnxBinding.call(createTensor, null, type, allocator, data, shape);
    }
}

package io.emotion4j.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.Buffer;

/** What sessions and tensors of the whole JVM need in common. Never closed: see {@link OwnEnvironment}. Thread-safe. */
interface OnnxEnvironment {

    /** {@return a session, closed by the caller} */
    OrtSession createSession(byte[] model, OrtSession.SessionOptions options) throws OrtException;

    /** {@return a tensor, closed by the caller; a direct buffer in native order is read in place} */
    OnnxTensor createTensor(OnnxJavaType type, Buffer data, long[] shape) throws OrtException;
}

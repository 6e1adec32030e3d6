package io.emotion4j.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** The binding's own environment, for versions of it that {@link OwnEnvironment} was not tried with. */
final class BindingEnvironment implements OnnxEnvironment {

    private final OrtEnvironment environment =
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, OnnxBinding.LOG_NAME);

    @Override
    public OrtSession createSession(byte[] model, OrtSession.SessionOptions options) throws OrtException {
        return environment.createSession(model, options);
    }

    @Override
    public OnnxTensor createTensor(OnnxJavaType type, Buffer data, long[] shape) throws OrtException {
        return data instanceof FloatBuffer floats
                ? OnnxTensor.createTensor(environment, floats, shape)
                : OnnxTensor.createTensor(environment, (ByteBuffer) data, shape, type);
    }
}

package io.emotion4j.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.emotion4j.InferenceException;
import io.emotion4j.spi.ElementType;
import io.emotion4j.spi.Tensor;
import java.nio.ByteOrder;
import java.util.Map;

/** From the library's tensors to ONNX Runtime's and back. */
final class OnnxTensors {

    private static final Map<OnnxJavaType, ElementType> TYPES = Map.of(
            OnnxJavaType.FLOAT, ElementType.FLOAT32,
            OnnxJavaType.FLOAT16, ElementType.FLOAT16,
            OnnxJavaType.DOUBLE, ElementType.FLOAT64,
            OnnxJavaType.UINT8, ElementType.UINT8,
            OnnxJavaType.INT8, ElementType.INT8,
            OnnxJavaType.INT32, ElementType.INT32,
            OnnxJavaType.INT64, ElementType.INT64);

    private OnnxTensors() {}

    /** A direct buffer in native order is read in place. */
    static OnnxTensor toOnnx(OrtEnvironment environment, Tensor tensor) throws OrtException {
        if (tensor.type() == ElementType.FLOAT32) {
            return OnnxTensor.createTensor(environment, tensor.floats(), tensor.shape());
        }
        for (Map.Entry<OnnxJavaType, ElementType> type : TYPES.entrySet()) {
            if (type.getValue() == tensor.type()) {
                return OnnxTensor.createTensor(environment, tensor.bytes(), tensor.shape(), type.getKey());
            }
        }
        throw new IllegalArgumentException("ONNX Runtime has no tensors of " + tensor.type());
    }

    /** Outputs are small, and copied so that nobody has to release them. */
    static Tensor copy(String name, OnnxValue value) {
        if (value instanceof OnnxTensor tensor) {
            ElementType type = TYPES.get(tensor.getInfo().type);
            long[] shape = tensor.getInfo().getShape();
            if (type == ElementType.FLOAT32) {
                return Tensor.of(tensor.getFloatBuffer(), shape);
            } else if (type != null) {
                return Tensor.of(type, tensor.getByteBuffer().order(ByteOrder.nativeOrder()), shape);
            }
        }
        throw new InferenceException(
                "Output '" + name + "' is " + value.getInfo() + ", expected a tensor of one of " + TYPES.values());
    }
}

package io.emotion4j.djl;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.emotion4j.InferenceException;
import io.emotion4j.spi.ElementType;
import io.emotion4j.spi.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/** From the library's tensors to PyTorch's and back. */
final class PyTorchTensors {

    private static final Map<ElementType, DataType> TYPES = Map.of(
            ElementType.FLOAT32, DataType.FLOAT32,
            ElementType.FLOAT16, DataType.FLOAT16,
            ElementType.FLOAT64, DataType.FLOAT64,
            ElementType.UINT8, DataType.UINT8,
            ElementType.INT8, DataType.INT8,
            ElementType.INT32, DataType.INT32,
            ElementType.INT64, DataType.INT64);

    private PyTorchTensors() {}

    /** PyTorch allocates, so that nothing of it points at a buffer of ours when this returns. */
    static PtNDArray upload(Tensor input, PtNDManager scope) {
        Shape shape = new Shape(input.shape());
        DataType type = TYPES.get(input.type());
        boolean floats = input.type() == ElementType.FLOAT32;
        if (scope.getDevice().isGpu()) {
            return scope.create(floats ? input.floats() : input.bytes(), shape, type);
        }
        PtNDArray array = scope.create(shape, type);
        ByteBuffer target = array.toByteBuffer(true);
        if (floats) {
            target.asFloatBuffer().put(input.floats());
        } else {
            target.put(input.bytes());
        }
        return array;
    }

    /** Outputs are small, and copied so that nobody has to release them. */
    static Tensor copy(String name, PtNDArray array) {
        for (Map.Entry<ElementType, DataType> type : TYPES.entrySet()) {
            if (type.getValue() == array.getDataType()) {
                ByteBuffer numbers = array.toByteBuffer(true);
                ByteBuffer copy = ByteBuffer.allocate(numbers.remaining()).order(ByteOrder.nativeOrder());
                copy.put(numbers).flip();
                return Tensor.of(type.getKey(), copy, array.getShape().getShape());
            }
        }
        throw new InferenceException(
                "Output '" + name + "' is a tensor of " + array.getDataType() + ", expected one of " + TYPES.keySet());
    }
}

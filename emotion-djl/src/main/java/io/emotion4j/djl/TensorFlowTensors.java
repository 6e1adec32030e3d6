package io.emotion4j.djl;

import io.emotion4j.InferenceException;
import io.emotion4j.spi.ElementType;
import io.emotion4j.spi.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import org.tensorflow.RawTensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/** From the library's tensors to TensorFlow's and back. TensorFlow's Java API has no tensors of signed bytes. */
final class TensorFlowTensors {

    private static final Map<ElementType, Class<? extends TType>> CLASSES = Map.of(
            ElementType.FLOAT32, TFloat32.class,
            ElementType.FLOAT16, TFloat16.class,
            ElementType.FLOAT64, TFloat64.class,
            ElementType.UINT8, TUint8.class,
            ElementType.INT32, TInt32.class,
            ElementType.INT64, TInt64.class);

    private static final Map<DataType, ElementType> TYPES = Map.of(
            DataType.DT_FLOAT, ElementType.FLOAT32,
            DataType.DT_HALF, ElementType.FLOAT16,
            DataType.DT_DOUBLE, ElementType.FLOAT64,
            DataType.DT_UINT8, ElementType.UINT8,
            DataType.DT_INT32, ElementType.INT32,
            DataType.DT_INT64, ElementType.INT64);

    private TensorFlowTensors() {}

    static TType upload(Tensor input) {
        Shape shape = Shape.of(input.shape());
        if (input.type() == ElementType.FLOAT32) {
            TFloat32 tensor = TFloat32.tensorOf(shape);
            FloatBuffer numbers = input.floats();
            DataBuffers.of(numbers).copyTo(tensor.asRawTensor().data().asFloats(), numbers.remaining());
            return tensor;
        }
        Class<? extends TType> type = CLASSES.get(input.type());
        if (type == null) {
            throw new InferenceException("TensorFlow's Java API has no tensors of " + input.type());
        }
        return org.tensorflow.Tensor.of(type, shape, DataBuffers.of(input.bytes()));
    }

    /** Outputs are small, and copied so that nobody has to release them. */
    static Tensor copy(String name, org.tensorflow.Tensor output) {
        ElementType type = TYPES.get(output.dataType());
        if (type == null) {
            throw new InferenceException("Output '" + name + "' is a tensor of " + output.dataType()
                    + ", expected one of " + TYPES.values());
        }
        RawTensor raw = output.asRawTensor();
        byte[] bytes = new byte[Math.toIntExact(raw.data().size())];
        raw.data().read(bytes);
        return Tensor.of(
                type,
                ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()),
                output.shape().asArray());
    }
}

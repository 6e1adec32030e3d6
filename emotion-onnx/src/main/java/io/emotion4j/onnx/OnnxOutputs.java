package io.emotion4j.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.emotion4j.spi.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outputs in direct buffers that ONNX Runtime writes into, and that are written into again once they are handed back. */
final class OnnxOutputs extends AbstractList<Tensor> {

    private final List<FloatBuffer> buffers;
    private List<Tensor> tensors = List.of();

    private OnnxOutputs(List<FloatBuffer> buffers) {
        this.buffers = buffers;
    }

    /** Outputs of these shapes; into the memory of some that were handed back, where it suffices. */
    static OnnxOutputs of(List<long[]> shapes, @Nullable OnnxOutputs used) {
        List<FloatBuffer> buffers = new ArrayList<>(shapes.size());
        List<Tensor> tensors = new ArrayList<>(shapes.size());
        for (int i = 0; i < shapes.size(); i++) {
            int count = count(shapes.get(i));
            FloatBuffer buffer = used == null ? null : used.buffers.get(i);
            if (buffer == null || buffer.capacity() < count) {
                buffer = ByteBuffer.allocateDirect(Math.multiplyExact(count, Float.BYTES))
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
            }
            buffers.add(buffer);
            tensors.add(Tensor.of(buffer.clear().limit(count), shapes.get(i)));
        }
        OnnxOutputs outputs = new OnnxOutputs(buffers);
        outputs.tensors = List.copyOf(tensors);
        return outputs;
    }

    private static int count(long[] shape) {
        long count = 1;
        for (long side : shape) {
            count = Math.multiplyExact(count, side);
        }
        return Math.toIntExact(count);
    }

    /** {@return ONNX Runtime's view of them, by name; the caller closes each} */
    Map<String, OnnxTensor> open(OnnxEnvironment environment, Iterable<String> names) throws OrtException {
        Map<String, OnnxTensor> open = new LinkedHashMap<>();
        try {
            int i = 0;
            for (String name : names) {
                Tensor tensor = tensors.get(i++);
                open.put(name, environment.createTensor(OnnxJavaType.FLOAT, tensor.floats(), tensor.shape()));
            }
            return open;
        } catch (OrtException | RuntimeException | Error e) {
            open.values().forEach(OnnxTensor::close);
            throw e;
        }
    }

    @Override
    public Tensor get(int index) {
        return tensors.get(index);
    }

    @Override
    public int size() {
        return tensors.size();
    }
}

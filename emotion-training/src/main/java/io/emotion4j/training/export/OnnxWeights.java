package io.emotion4j.training.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the weights back from a file that {@link OnnxWriter} wrote.
 *
 * @since 0.1.0
 */
public final class OnnxWeights {

    private OnnxWeights() {}

    /**
     * Reads every float32 constant by name, row-major.
     *
     * @throws IOException when the file cannot be read or is no ONNX model
     */
    public static Map<String, float[]> read(Path file) throws IOException {
        return read(Files.readAllBytes(file), file.toString());
    }

    /**
     * Reads every float32 constant by name, row-major.
     *
     * @param place where the bytes come from, for the message
     * @throws IOException when they are no ONNX model
     */
    public static Map<String, float[]> read(byte[] bytes, String place) throws IOException {
        ModelProto model;
        try {
            model = ModelProto.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IOException(place + " is no ONNX model: " + e.getMessage(), e);
        }
        Map<String, float[]> weights = new LinkedHashMap<>();
        for (TensorProto tensor : model.getGraph().getInitializerList()) {
            if (tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber()) {
                FloatBuffer values = tensor.getRawData()
                        .asReadOnlyByteBuffer()
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer();
                float[] copy = new float[values.remaining()];
                values.get(copy);
                weights.put(tensor.getName(), copy);
            }
        }
        return weights;
    }
}

package io.emotion4j.training.detector;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A trained detector of a {@link ReferenceForm} in ONNX, asked what it sees in every cell of a training crop. Its grids
 * are ours: strides 8, 16 and 32, row by row. Thread-safe.
 */
final class ReferenceDetector implements AutoCloseable {

    /** Side of the crop that tells how many channels a hint has. */
    private static final int PROBE = 64;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final ReferenceForm form;
    private final String input;
    private final Path file;
    private final List<String> hints;

    ReferenceDetector(DetectorTrainingOptions.Reference reference) throws IOException {
        file = reference.file();
        hints = reference.hints();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(withHints(file, hints), options);
            form = ReferenceForm.of(session, file, hints);
            input = session.getInputNames().iterator().next();
        } catch (OrtException e) {
            throw new IOException("The reference detector " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * What is seen in the cells of one crop.
     *
     * @param scores a cell, 0..1
     * @param boxes left, top, right, bottom a cell, in pixels of the crop
     * @param points ten landmark numbers a cell, in pixels of the crop
     * @param hints values inside the detector, [C,H,W] each, of strides 8, 16 and 32 in turn
     */
    record Answer(float[] scores, float[] boxes, float[] points, List<float[]> hints) {

        /** Without hints. */
        Answer(float[] scores, float[] boxes, float[] points) {
            this(scores, boxes, points, List.of());
        }

        void put(int cell, float score, float left, float top, float right, float bottom) {
            scores[cell] = score;
            boxes[4 * cell] = left;
            boxes[4 * cell + 1] = top;
            boxes[4 * cell + 2] = right;
            boxes[4 * cell + 3] = bottom;
        }
    }

    /** @param values a crop as {@link DetectorInput} describes it, from {@code offset} on */
    Answer look(float[] values, int offset, int side) {
        try (OnnxTensor crop = OnnxTensor.createTensor(
                        environment, crop(values, offset, side), new long[] {1, 3, side, side});
                OrtSession.Result result = session.run(Map.of(input, crop))) {
            List<FloatBuffer> outputs = new ArrayList<>();
            for (Map.Entry<String, OnnxValue> output : result) {
                outputs.add(((OnnxTensor) output.getValue()).getFloatBuffer());
            }
            int cells = CellTargets.cells(side);
            Answer answer =
                    new Answer(new float[cells], new float[cells * 4], new float[cells * 10], hints(result, side));
            int first = 0;
            for (int level = 0; level < DetectorPreset.STRIDES.length; level++) {
                int n = side / DetectorPreset.STRIDES[level];
                form.read(outputs, level, n, first, answer);
                first += n * n;
            }
            return answer;
        } catch (OrtException e) {
            throw new IllegalStateException("The reference detector failed: " + e.getMessage(), e);
        }
    }

    /** {@return the channels of every hint} */
    int[] hintChannels() {
        int[] channels = new int[hints.size()];
        List<float[]> values = look(new float[3 * PROBE * PROBE], 0, PROBE).hints();
        for (int i = 0; i < channels.length; i++) {
            int cells = PROBE / stride(i);
            channels[i] = values.get(i).length / (cells * cells);
        }
        return channels;
    }

    private List<float[]> hints(OrtSession.Result result, int side) throws OrtException {
        List<float[]> values = new ArrayList<>();
        for (int i = 0; i < hints.size(); i++) {
            OnnxTensor tensor = (OnnxTensor) result.get(hints.get(i)).orElseThrow();
            long[] shape = tensor.getInfo().getShape();
            int cells = side / stride(i);
            if (shape.length != 4 || shape[2] != cells || shape[3] != cells) {
                throw new IllegalArgumentException("The value " + hints.get(i) + " of the reference detector " + file
                        + " is " + Arrays.toString(shape) + " for a crop of " + side + " pixels, expected [1,C," + cells
                        + "," + cells + "], a value of stride " + stride(i));
            }
            float[] copy = new float[(int) (shape[1] * cells * cells)];
            tensor.getFloatBuffer().get(copy);
            values.add(copy);
        }
        return values;
    }

    private static int stride(int hint) {
        return DetectorPreset.STRIDES[hint % DetectorPreset.STRIDES.length];
    }

    /** The network with those values as outputs, too. */
    private static byte[] withHints(Path file, List<String> hints) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (hints.isEmpty()) {
            return bytes;
        }
        ModelProto.Builder model = ModelProto.parseFrom(bytes).toBuilder();
        List<String> values = new ArrayList<>();
        model.getGraph().getNodeList().forEach(node -> values.addAll(node.getOutputList()));
        TypeProto floats = TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber()))
                .build();
        for (String hint : hints) {
            if (!values.contains(hint)) {
                throw new IOException("The reference detector " + file + " has no value " + hint + ", only " + values);
            }
            model.getGraphBuilder()
                    .addOutput(ValueInfoProto.newBuilder().setName(hint).setType(floats));
        }
        return model.build().toByteArray();
    }

    private FloatBuffer crop(float[] values, int offset, int side) {
        int plane = side * side;
        FloatBuffer out = ByteBuffer.allocateDirect(3 * plane * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        float[] channel = new float[plane];
        float deviation = DetectorInput.SPEC.std().get(0) * 255;
        float mean = DetectorInput.SPEC.mean().get(0) * 255;
        for (int c : form.channels()) {
            int from = offset + c * plane;
            for (int i = 0; i < plane; i++) {
                channel[i] = form.scaled(values[from + i] * deviation + mean);
            }
            out.put(channel);
        }
        return out.flip();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}

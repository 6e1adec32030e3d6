package io.emotion4j.training.detector;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

/**
 * A trained detector of YuNet's form (Wu et al. 2023) in ONNX, asked what it sees in every cell of a training crop. Its grids
 * are ours: strides 8, 16 and 32, row by row. Thread-safe.
 */
final class ReferenceDetector implements AutoCloseable {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    ReferenceDetector(Path file) throws IOException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(file.toString(), options);
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
     */
    record Answer(float[] scores, float[] boxes, float[] points) {}

    /** @param values a crop as {@link DetectorInput} describes it, from {@code offset} on */
    Answer look(float[] values, int offset, int side) {
        try (OnnxTensor input =
                        OnnxTensor.createTensor(environment, bgr(values, offset, side), new long[] {1, 3, side, side});
                OrtSession.Result result = session.run(Map.of("input", input))) {
            int cells = CellTargets.cells(side);
            Answer answer = new Answer(new float[cells], new float[cells * 4], new float[cells * 10]);
            int first = 0;
            for (int stride : DetectorPreset.STRIDES) {
                int n = side / stride;
                level(result, stride, n, first, answer);
                first += n * n;
            }
            return answer;
        } catch (OrtException e) {
            throw new IllegalStateException("The reference detector failed: " + e.getMessage(), e);
        }
    }

    /** BGR 0..255, as YuNet wants it. */
    private static FloatBuffer bgr(float[] values, int offset, int side) {
        int plane = side * side;
        FloatBuffer out = ByteBuffer.allocateDirect(3 * plane * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        float[] channel = new float[plane];
        float deviation = DetectorInput.SPEC.std().get(0) * 255;
        float mean = DetectorInput.SPEC.mean().get(0) * 255;
        for (int c = 2; c >= 0; c--) {
            int from = offset + c * plane;
            for (int i = 0; i < plane; i++) {
                channel[i] = values[from + i] * deviation + mean;
            }
            out.put(channel);
        }
        return out.flip();
    }

    private static void level(OrtSession.Result result, int stride, int n, int first, Answer answer)
            throws OrtException {
        FloatBuffer classes = values(result, "cls_" + stride);
        FloatBuffer objects = values(result, "obj_" + stride);
        FloatBuffer boxes = values(result, "bbox_" + stride);
        FloatBuffer points = values(result, "kps_" + stride);
        for (int i = 0; i < n * n; i++) {
            int cell = first + i;
            int column = i % n;
            int row = i / n;
            answer.scores[cell] = (float) Math.sqrt(Math.max(0, classes.get(i)) * Math.max(0, objects.get(i)));
            float x = (column + boxes.get(4 * i)) * stride;
            float y = (row + boxes.get(4 * i + 1)) * stride;
            float halfWidth = (float) Math.exp(boxes.get(4 * i + 2)) * stride / 2;
            float halfHeight = (float) Math.exp(boxes.get(4 * i + 3)) * stride / 2;
            answer.boxes[4 * cell] = x - halfWidth;
            answer.boxes[4 * cell + 1] = y - halfHeight;
            answer.boxes[4 * cell + 2] = x + halfWidth;
            answer.boxes[4 * cell + 3] = y + halfHeight;
            for (int k = 0; k < 10; k++) {
                answer.points[10 * cell + k] = (points.get(10 * i + k) + (k % 2 == 0 ? column : row)) * stride;
            }
        }
    }

    private static FloatBuffer values(OrtSession.Result result, String name) throws OrtException {
        return ((OnnxTensor) result.get(name)
                        .orElseThrow(() -> new OrtException("the reference detector has no output '" + name + "'")))
                .getFloatBuffer();
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

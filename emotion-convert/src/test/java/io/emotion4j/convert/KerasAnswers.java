package io.emotion4j.convert;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import org.assertj.core.data.Offset;

/** Runs networks that were imported from Keras, and compares. */
final class KerasAnswers {

    private KerasAnswers() {}

    /** What the network says to a picture given row by row, its channels together. */
    static float[] run(ImportedWeights imported, String input, float[] hwc, int height, int width, int channels)
            throws Exception {
        float[] chw = new float[hwc.length];
        for (int i = 0; i < hwc.length; i++) {
            chw[i % channels * height * width + i / channels] = hwc[i];
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(imported.bytes());
                OnnxTensor tensor = OnnxTensor.createTensor(
                        environment, FloatBuffer.wrap(chw), new long[] {1, channels, height, width});
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            return values;
        }
    }

    static void assertSame(float[] found, Hwc expected) {
        assertThat(found).hasSize(expected.values().length);
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).isCloseTo(expected.values()[i], Offset.offset(1e-5));
        }
    }
}

package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import io.emotion4j.model.Model;
import io.emotion4j.spi.EngineOptions;
import io.emotion4j.spi.NetworkSpec;
import io.emotion4j.spi.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxSessionTest {

    @TempDir
    Path folder;

    @Test
    void outputsOutliveTheSession() throws OrtException, IOException {
        OnnxSession session = open();
        List<Tensor> outputs = session.run(Tensor.of(direct(16, 0.5f), 1, 1, 4, 4));
        session.close();
        Tensor logits = outputs.get(0);
        assertThat(logits.shape()).containsExactly(1, 3);
        float[] numbers = new float[3];
        logits.floats().get(numbers);
        assertThat(numbers).containsExactly(-0.5f, 0, 0.5f);
    }

    @Test
    void aBufferWithRoomToSpareIsReadFromItsPositionToItsLimit() throws OrtException, IOException {
        try (OnnxSession session = open()) {
            FloatBuffer wide = direct(64, 9).put(20, new float[16]).position(20).limit(36);
            Tensor logits = session.run(Tensor.of(wide, 1, 1, 4, 4)).get(0);
            assertThat(logits.floats().get(2)).isZero();
        }
    }

    @Test
    void closingTwiceIsHarmless() throws OrtException, IOException {
        OnnxSession session = open();
        session.close();
        session.close();
    }

    private OnnxSession open() throws OrtException, IOException {
        byte[] weights = TinyOnnx.brightness();
        Model model = UserModels.tiny(folder, weights);
        return OnnxSession.open(NetworkSpec.of(model.descriptor()), weights, EngineOptions.defaults());
    }

    private static FloatBuffer direct(int size, float value) {
        FloatBuffer buffer = ByteBuffer.allocateDirect(size * 4)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int i = 0; i < size; i++) {
            buffer.put(i, value);
        }
        return buffer;
    }
}

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
    void outputsThatWereHandedBackAreWrittenIntoAgainAndOthersAreNot() throws OrtException, IOException {
        try (OnnxSession session = open()) {
            session.run(brightness(0.25f));
            List<Tensor> kept = session.run(brightness(0.5f));
            List<Tensor> used = session.run(brightness(0.75f));
            FloatBuffer memory = used.get(0).floats();
            session.recycle(used);
            List<Tensor> next = session.run(brightness(1));
            assertThat(next.get(0).floats().get(2)).isEqualTo(1);
            assertThat(memory.get(2)).as("the same memory").isEqualTo(1);
            assertThat(kept.get(0).floats().get(2)).isEqualTo(0.5f);
            session.recycle(next);
            // A larger batch needs more memory than was handed back.
            Tensor two = Tensor.of(direct(32, 0.25f), 2, 1, 4, 4);
            session.run(two);
            assertThat(session.run(two).get(0).floats().get(5)).isEqualTo(0.25f);
        }
    }

    private static Tensor brightness(float value) {
        return Tensor.of(direct(16, value), 1, 1, 4, 4);
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

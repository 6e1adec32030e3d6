package io.emotion4j.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emotion4j.ModelLoadException;
import io.emotion4j.convert.KerasFile.Weight;
import io.emotion4j.model.ChannelOrder;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.TensorLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.math.Add;
import org.tensorflow.types.TFloat32;

/** SavedModels with their variables beside them, both as TensorFlow 1 and as TensorFlow 2 write them. */
class SavedModelFreezingTest {

    private static final float[] PIXELS = {
        0.1f, 0.9f, -0.3f, 0.4f, 0.5f, -0.6f, 0.7f, 0.2f, 0.3f, 0.8f, -0.1f, 0.6f, 0.2f, -0.4f, 0.9f, 0.5f
    };

    @TempDir
    Path folder;

    private static float[] restored(Path model, String input, String output, long... shape) {
        try (SavedModelBundle bundle = SavedModelBundle.load(model.toString(), "serve");
                TFloat32 pixels = TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(PIXELS));
                Result result = bundle.call(Map.of(input, pixels))) {
            TFloat32 values = (TFloat32) result.get(output).orElseThrow();
            float[] copy = new float[Math.toIntExact(values.size())];
            values.asRawTensor().data().asFloats().read(copy);
            return copy;
        }
    }

    private static InputSpec picture(String name) {
        return InputSpec.builder(name)
                .size(4, 4)
                .layout(TensorLayout.NHWC)
                .channels(ChannelOrder.GRAY)
                .build();
    }

    @Test
    void variablesThatFunctionsReadBecomeConstants() throws Exception {
        FunctionSavedModel.write(folder);
        ImportedWeights imported = WeightsImport.of(folder, null);
        assertThat(imported.fileName()).isEqualTo("saved_model.pb");
        assertThat(imported.notes()).containsExactly("2 variables with 10 numbers became constants");
        float[] answer = EngineRun.of(imported.bytes(), picture("image"), "scores", PIXELS, 1, 4, 4, 1);
        assertThat(answer).containsExactly(restored(folder, "image", "scores", 1, 4, 4, 1), Offset.offset(1e-6f));
        Hwc expected = Hwc.of(4, 4, 1, PIXELS)
                .convolved(
                        new Weight(new int[] {2, 2, 1, 2}, FunctionSavedModel.KERNEL),
                        new Weight(new int[] {2}, FunctionSavedModel.BIAS),
                        1,
                        false)
                .overAll(true)
                .softmax();
        for (int i = 0; i < answer.length; i++) {
            assertThat((double) answer[i]).isCloseTo(expected.values()[i], Offset.offset(1e-5));
        }
    }

    @Test
    void variablesOfTensorFlow1BecomeConstants() throws Exception {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> in =
                    tf.withName("in").placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 4, 4, 1)));
            Variable<TFloat32> weight = tf.withName("weight").variable(tf.constant(new float[][] {
                {1, -2, 3}, {0.5f, 0, -1}, {2, 1, 0}, {1, 1, 1}
            }));
            Variable<TFloat32> bias = tf.withName("bias").variable(tf.constant(new float[] {0.1f, 0.2f, 0.3f}));
            Add<TFloat32> sum =
                    tf.math.add(tf.linalg.matMul(tf.reshape(in, tf.constant(new int[] {-1, 4})), weight), bias);
            session.initialize();
            SavedModelBundle.exporter(folder.resolve("old").toString())
                    .withTags("serve")
                    .withSession(session)
                    .withSignature(Signature.builder("serving_default")
                            .input("in", in)
                            .output("out", sum)
                            .build())
                    .export();
        }
        ImportedWeights imported = WeightsImport.of(folder.resolve("old"), null);
        float[] answer = EngineRun.of(imported.bytes(), picture("in"), "out", PIXELS, 1, 4, 4, 1);
        assertThat(answer).hasSize(12);
        assertThat(answer).containsExactly(restored(folder.resolve("old"), "in", "out", 1, 4, 4, 1));
        assertThat((double) answer[0]).isCloseTo(0.1 + 0.9 * 0.5 - 0.3 * 2 + 0.4 + 0.1, Offset.offset(1e-5));
    }

    @Test
    void networkThatWritesItsVariablesIsRefused() throws Exception {
        FunctionSavedModel.writeOneThatCounts(folder);
        assertThatThrownBy(() -> WeightsImport.of(folder, null))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("The SavedModel " + folder
                        + " cannot be frozen: node 'count' (AssignAddVariableOp) does more with a "
                        + "variable than read it; export the network for inference alone");
    }

    @Test
    void missingVariablesAreSaid() throws Exception {
        FunctionSavedModel.write(folder);
        Files.delete(folder.resolve("variables/variables.index"));
        assertThatThrownBy(() -> WeightsImport.of(folder, null))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("The SavedModel " + folder + " cannot be frozen: ");
    }
}

package io.emotion4j.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.convert.KerasFile.Weight;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.TensorLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.SavedModel;

/** TensorFlow.js is not here: its files are written by {@link WebFiles}, or as it documents them. */
class WebImportTest {

    /** A padding and operators in one, as the converter writes them: base64 of "SAME", "BiasAdd", "Prelu". */
    private static final String FUSED = """
            {"format": "graph-model", "generatedBy": "2.15.0", "convertedBy": "TensorFlow.js Converter v4.17.0",
             "signature": {"inputs": {"image": {"name": "image:0", "dtype": "DT_FLOAT", "tensorShape": {"dim": [
                 {"size": "-1"}, {"size": "4"}, {"size": "4"}, {"size": "1"}]}}},
               "outputs": {"Identity:0": {"name": "Identity:0", "dtype": "DT_FLOAT", "tensorShape": {"dim": [{"size": "-1"}, {"size": "3"}]}}}},
             "modelTopology": {"versions": {"producer": 1087}, "library": {}, "node": [
               {"name": "image", "op": "Placeholder", "attr": {"dtype": {"type": "DT_FLOAT"}, "shape": {"shape": {"dim": [
                 {"size": "-1"}, {"size": "4"}, {"size": "4"}, {"size": "1"}]}}}},
               {"name": "kernel", "op": "Const", "attr": {"dtype": {"type": "DT_FLOAT"}, "value": {"tensor": {"dtype": "DT_FLOAT",
                 "tensorShape": {"dim": [{"size": "3"}, {"size": "3"}, {"size": "1"}, {"size": "3"}]}}}}},
               {"name": "bias", "op": "Const", "attr": {"dtype": {"type": "DT_FLOAT"}, "value": {"tensor": {"dtype": "DT_FLOAT",
                 "tensorShape": {"dim": [{"size": "3"}]}}}}},
               {"name": "slopes", "op": "Const", "attr": {"dtype": {"type": "DT_FLOAT"}, "value": {"tensor": {"dtype": "DT_FLOAT",
                 "tensorShape": {"dim": [{"size": "3"}]}}}}},
               {"name": "axes", "op": "Const", "attr": {"dtype": {"type": "DT_INT32"}, "value": {"tensor": {"dtype": "DT_INT32",
                 "tensorShape": {"dim": [{"size": "2"}]}}}}},
               {"name": "conv", "op": "_FusedConv2D", "input": ["image", "kernel", "bias", "slopes"], "attr": {
                 "T": {"type": "DT_FLOAT"}, "num_args": {"i": "2"}, "epsilon": {"f": 0}, "padding": {"s": "U0FNRQ=="},
                 "data_format": {"s": "TkhXQw=="}, "strides": {"list": {"i": ["1", "1", "1", "1"]}},
                 "dilations": {"list": {"i": ["1", "1", "1", "1"]}}, "explicit_paddings": {"list": {}},
                 "fused_ops": {"list": {"s": ["Qmlhc0FkZA==", "UHJlbHU="]}}}},
               {"name": "pooled", "op": "Mean", "input": ["conv", "axes"], "attr": {"T": {"type": "DT_FLOAT"},
                 "Tidx": {"type": "DT_INT32"}, "keep_dims": {"b": false}}},
               {"name": "Identity", "op": "Softmax", "input": ["pooled"], "attr": {"T": {"type": "DT_FLOAT"}}}]},
             "weightsManifest": [{"paths": ["group1-shard1of1.bin"], "weights": [
               {"name": "kernel", "shape": [3, 3, 1, 3], "dtype": "float32"%s},
               {"name": "bias", "shape": [3], "dtype": "float32"},
               {"name": "slopes", "shape": [3], "dtype": "float32"},
               {"name": "axes", "shape": [2], "dtype": "int32"}]}]}""";

    @TempDir
    Path folder;

    private final Random random = new Random(5);
    private final float[] pixels = numbers(16);
    private final float[] kernel = numbers(27);
    private final float[] bias = numbers(3);
    private final float[] slopes = {0.1f, 0.5f, -0.3f};

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    @Test
    void aGraphInShardsAnswersAsTheFrozenGraph() throws Exception {
        Path saved = folder.resolve("saved");
        FunctionSavedModel.write(saved);
        byte[] frozen = WeightsImport.of(saved, null).bytes();
        Path web = WebFiles.write(
                folder.resolve("web"), SavedModel.parseFrom(frozen).getMetaGraphs(0));

        for (Path given : new Path[] {web, web.getParent()}) {
            ImportedWeights imported = WeightsImport.of(given, null);
            assertThat(imported.fileName()).isEqualTo("saved_model.pb");
            assertThat(imported.notes()).containsExactly("2 weights with 10 numbers became constants");
            assertThat(EngineRun.of(imported.bytes(), picture(), "scores", pixels, 1, 4, 4, 1))
                    .containsExactly(
                            EngineRun.of(frozen, picture(), "scores", pixels, 1, 4, 4, 1), Offset.offset(1e-5f));
        }
    }

    @Test
    void operatorsThatTheConverterPutsIntoOneAreTakenApart() throws Exception {
        ByteBuffer shard = ByteBuffer.allocate(35 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : kernel) {
            shard.putFloat(value);
        }
        assertAnswers(write("", shard), kernel);
    }

    @Test
    void weightsKeptInFewerBitsBecomeFloats() throws Exception {
        ByteBuffer bytes = ByteBuffer.allocate(27 + 8 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer shorts = ByteBuffer.allocate(54 + 8 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        float[] eight = new float[27];
        float[] sixteen = new float[27];
        for (int i = 0; i < 27; i++) {
            int byteOf = (int) Math.round((kernel[i] + 4) / 0.03);
            eight[i] = (float) (byteOf * 0.03 - 4);
            bytes.put((byte) byteOf);
            int shortOf = (int) Math.round((kernel[i] + 4) / 0.0002);
            sixteen[i] = (float) (shortOf * 0.0002 - 4);
            shorts.putShort((short) shortOf);
        }
        ImportedWeights imported =
                write(", \"quantization\": {\"dtype\": \"uint8\", \"scale\": 0.03, \"min\": -4}", bytes);
        assertThat(imported.notes()).contains("weights kept as [uint8] became float32");
        assertAnswers(imported, eight);
        assertAnswers(
                write(", \"quantization\": {\"dtype\": \"uint16\", \"scale\": 0.0002, \"min\": -4}", shorts), sixteen);
    }

    @Test
    void halvesBecomeFloats() throws Exception {
        short[] halves = {0x3c00, (short) 0xb800, 0x0001, 0x2e66, (short) 0xc248, 0x0000, 0x4900, 0x3555, 0x03ff};
        float[] values = {1, -0.5f, 5.9604645e-8f, 0.0999756f, -3.140625f, 0, 10, 0.33325195f, 6.097555e-5f};
        ByteBuffer shard = ByteBuffer.allocate(54 + 8 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        float[] weights = new float[27];
        for (int i = 0; i < 27; i++) {
            shard.putShort(halves[i % 9]);
            weights[i] = values[i % 9];
        }
        assertAnswers(write(", \"quantization\": {\"dtype\": \"float16\"}", shard), weights);
    }

    /** Adds what follows the kernel. */
    private ImportedWeights write(String rounding, ByteBuffer shard) throws Exception {
        for (float value : bias) {
            shard.putFloat(value);
        }
        for (float value : slopes) {
            shard.putFloat(value);
        }
        shard.putInt(1).putInt(2);
        Files.writeString(folder.resolve("model.json"), FUSED.formatted(rounding));
        Files.write(folder.resolve("group1-shard1of1.bin"), shard.array());
        return WeightsImport.of(folder, null);
    }

    private void assertAnswers(ImportedWeights imported, float[] weights) throws Exception {
        Hwc convolved = Hwc.of(4, 4, 1, pixels)
                .convolved(new Weight(new int[] {3, 3, 1, 3}, weights), new Weight(new int[] {3}, bias), 1, true);
        double[] values = convolved.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] < 0 ? values[i] * slopes[i % 3] : values[i];
        }
        double[] expected = convolved.overAll(true).softmax().values();
        float[] found = EngineRun.of(imported.bytes(), picture(), "Identity", pixels, 1, 4, 4, 1);
        for (int i = 0; i < 3; i++) {
            assertThat((double) found[i]).isCloseTo(expected[i], Offset.offset(1e-5));
        }
    }

    private static InputSpec picture() {
        return InputSpec.builder("image").size(4, 4).layout(TensorLayout.NHWC).build();
    }
}

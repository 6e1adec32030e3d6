package io.emotion4j.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emotion4j.ModelLoadException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers models of TensorFlow.js, and files of it that are damaged or hold what is not known. */
class WebRefusalsTest {

    private static final String GRAPH = """
            {"format": "graph-model", "modelTopology": {"node": [
               {"name": "x", "op": "Placeholder", "attr": {"dtype": {"type": "DT_FLOAT"}}},
               {"name": "w", "op": "Const", "attr": {"dtype": {"type": "DT_FLOAT"}, "value": {"tensor": {"dtype": "DT_FLOAT"}}}},
               {"name": "y", "op": "%s", "input": ["x", "w"], "attr": {"T": {"type": "DT_FLOAT"}%s}}]},
             "weightsManifest": [{"paths": ["%s"], "weights": [{"name": "%s", "shape": [2], "dtype": "%s"}]}]}""";

    @TempDir
    Path folder;

    @Test
    void aLayersModelIsReadAsKerasWouldHaveSavedIt() throws Exception {
        SequentialKeras written = SequentialKeras.of("");
        StringBuilder weights = new StringBuilder();
        ByteBuffer shard = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        for (Map.Entry<String, KerasFile.Weight> weight :
                written.file().weights().entrySet()) {
            // Keras's file has the layer's name twice, and the number of the output.
            String name = weight.getKey().replaceFirst("^[^/]+/", "").replace(":0", "");
            weights.append(weights.isEmpty() ? "" : ", ")
                    .append("{\"name\": \"%s\", \"shape\": %s, \"dtype\": \"float32\"}"
                            .formatted(name, Arrays.toString(weight.getValue().shape())));
            for (float value : weight.getValue().values()) {
                shard.putFloat(value);
            }
        }
        write("""
                {"format": "layers-model", "modelTopology": {"keras_version": "2.9.0", "backend": "tensorflow", "model_config": %s},
                 "weightsManifest": [{"paths": ["s.bin"], "weights": [%s]}]}""".formatted(SequentialKeras.CONFIG, weights));
        Files.write(folder.resolve("s.bin"), Arrays.copyOf(shard.array(), shard.position()));
        ImportedWeights imported = WeightsImport.of(folder.resolve("model.json"), null);
        assertThat(imported.fileName()).isEqualTo("model.onnx");
        KerasAnswers.assertSame(KerasAnswers.run(imported, "pixels", written.pixels(), 9, 10, 1), written.answer());
    }

    @Test
    void shardsThatLackAreCutOffOrTooLongAreNamed() throws Exception {
        write(GRAPH.formatted("Mul", "", "s.bin", "w", "float32"));
        refused("its shard s.bin is not beside it; copy the whole folder");
        Files.write(folder.resolve("s.bin"), new byte[7]);
        refused("weight 'w' needs 8 bytes, and its shards have 7 left; a shard is cut off, or of another export");
        Files.write(folder.resolve("s.bin"), new byte[9]);
        refused("its shards [s.bin] have 1 bytes more than \"weightsManifest\" lists; they are not of one export");
    }

    @Test
    void shardsElsewhereAreNotRead() throws Exception {
        write(GRAPH.formatted("Mul", "", "../s.bin", "w", "float32"));
        refused("its shard \"../s.bin\" does not lie at or below model.json");
    }

    @Test
    void whatIsNotKnownIsNamed() throws Exception {
        Files.write(folder.resolve("s.bin"), new byte[8]);
        write(GRAPH.formatted("Mul", "", "s.bin", "other", "float32"));
        refused(
                "the graph has no constants [other], of which the shards hold weights; the files are not of one export");
        write(GRAPH.formatted("Mul", "", "s.bin", "w", "complex64"));
        refused("weight 'w' is of complex64; read are [float32, int32, bool], also kept as uint8, uint16 or float16");
        write(GRAPH.formatted(
                "_FusedMatMul", ", \"fused_ops\": {\"list\": {\"s\": [\"R2VsdQ==\"]}}", "s.bin", "w", "float32"));
        refused("node 'y' (_FusedMatMul) holds [Gelu]; known are BiasAdd, Prelu, LeakyRelu, [Elu, Relu, Relu6, Selu,"
                + " Sigmoid, Tanh]. Convert the SavedModel that the model was made of");
        write(GRAPH.formatted("Mul", ", \"axis\": {\"j\": \"1\"}", "s.bin", "w", "float32"));
        refused("AttrValue has no field \"j\"");
        write("{\"format\": \"graph-model\", \"modelTopology\": {}, \"weightsManifest\": [{\"paths\": [\"s.bin\"],"
                + " \"weights\": [{\"name\": \"w\", \"shape\": [2], \"dtype\": \"float32\"}]}]}");
        refused(
                "\"modelTopology\" has neither a graph's nodes nor Keras's layers; expected a graph model or a layers model");
    }

    private void write(String json) throws Exception {
        Files.writeString(folder.resolve("model.json"), json);
    }

    private void refused(String why) {
        assertThatThrownBy(() -> WeightsImport.of(folder, null))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("The TensorFlow.js model " + folder.resolve("model.json") + " cannot be imported: " + why);
    }
}

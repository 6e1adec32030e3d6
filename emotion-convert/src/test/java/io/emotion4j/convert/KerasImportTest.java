package io.emotion4j.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import io.emotion4j.ModelLoadException;
import io.emotion4j.convert.KerasFile.Weight;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keras is not here: its files are written by {@link KerasFile}, its answers computed by {@link Hwc}. */
class KerasImportTest {

    private static final String SEQUENTIAL = """
            {"class_name": "Sequential", "config": {"name": "sequential", "layers": [
              {"class_name": "InputLayer", "config": {"batch_input_shape": [null, 9, 10, 1], "name": "pixels"}},
              {"class_name": "Rescaling", "config": {"name": "rescaling", "scale": 0.5, "offset": -0.25}},
              {"class_name": "Conv2D", "config": {"name": "conv2d", "filters": 4, "kernel_size": [3, 3], "strides": [1, 1],
                "padding": "valid", "activation": "relu", "use_bias": true, "data_format": "channels_last"}},
              {"class_name": "ZeroPadding2D", "config": {"name": "padding", "padding": [[1, 0], [2, 1]]}},
              {"class_name": "DepthwiseConv2D", "config": {"name": "depthwise", "kernel_size": [3, 3], "strides": [2, 2],
                "padding": "same", "depth_multiplier": 2, "activation": "linear", "use_bias": true}},
              {"class_name": "LeakyReLU", "config": {"name": "leaky", "alpha": 0.1}},
              {"class_name": "AveragePooling2D", "config": {"name": "mean", "pool_size": [2, 2], "strides": [2, 2], "padding": "same"}},
              {"class_name": "ELU", "config": {"name": "elu", "alpha": 1.5}},
              {"class_name": "Dropout", "config": {"name": "dropout", "rate": 0.5}},
              {"class_name": "Flatten", "config": {"name": "flatten"}},
              {"class_name": "Dense", "config": {"name": "hidden", "units": 5, "activation": "tanh", "use_bias": true}},
              {"class_name": "BatchNormalization", "config": {"name": "norm", "axis": [1], "epsilon": 0.001, "scale": false}},
              {"class_name": "Dense", "config": {"name": "scores", "units": 7, "activation": "softmax", "use_bias": false}}]}}""";

    @TempDir
    Path folder;

    private static float[] run(ImportedWeights imported, String input, float[] hwc, int height, int width, int channels)
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

    private static void assertSame(float[] found, Hwc expected) {
        assertThat(found).hasSize(expected.values().length);
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).isCloseTo(expected.values()[i], org.assertj.core.data.Offset.offset(1e-5));
        }
    }

    private record Written(KerasFile file, Hwc answer, float[] pixels) {}

    /** The weights of {@link #SEQUENTIAL}, and what it answers. */
    private static Written sequential(String root) {
        KerasFile file = new KerasFile();
        float[] pixels = file.picture(9, 10, 1);
        Weight kernel = file.weight(root + "conv2d/conv2d/kernel:0", -0.5, 0.5, 3, 3, 1, 4);
        Weight bias = file.weight(root + "conv2d/conv2d/bias:0", -0.2, 0.2, 4);
        Weight depthwise = file.weight(root + "depthwise/depthwise/depthwise_kernel:0", -0.5, 0.5, 3, 3, 4, 2);
        Weight depthwiseBias = file.weight(root + "depthwise/depthwise/bias:0", -0.2, 0.2, 8);
        Hwc x = Hwc.of(9, 10, 1, pixels)
                .each(v -> v * 0.5 - 0.25)
                .convolved(kernel, bias, 1, false)
                .each(Hwc::relu)
                .padded(1, 0, 2, 1)
                .depthwise(depthwise, depthwiseBias, 2, true)
                .each(v -> v > 0 ? v : 0.1 * v)
                .pooled(true, 2, 2, true)
                .each(v -> v > 0 ? v : 1.5 * (Math.exp(v) - 1));
        Weight hidden =
                file.weight(root + "hidden/hidden/kernel:0", -0.3, 0.3, x.flat().channels(), 5);
        Weight hiddenBias = file.weight(root + "hidden/hidden/bias:0", -0.3, 0.3, 5);
        Weight beta = file.weight(root + "norm/norm/beta:0", -0.3, 0.3, 5);
        Weight mean = file.weight(root + "norm/norm/moving_mean:0", -0.3, 0.3, 5);
        Weight variance = file.weight(root + "norm/norm/moving_variance:0", 0.5, 1.5, 5);
        Weight scores = file.weight(root + "scores/scores/kernel:0", -0.9, 0.9, 5, 7);
        Hwc answer = x.dense(hidden, hiddenBias)
                .each(Math::tanh)
                .normalised(null, beta, mean, variance, 0.001)
                .dense(scores, null)
                .softmax();
        return new Written(file, answer, pixels);
    }

    @Test
    void sequentialModelInH5AnswersAsItsLayersAreDefined() throws Exception {
        Written written = sequential("model_weights/");
        Path h5 = folder.resolve("my_fer.h5");
        written.file().writeH5(h5, SEQUENTIAL, "2.9.0");
        ImportedWeights imported = WeightsImport.of(h5, null);
        assertThat(imported.fileName()).isEqualTo("my_fer.onnx");
        assertThat(imported.notes()).contains("1 x Conv2D", "2 x Dense", "1 x DepthwiseConv2D");
        assertSame(run(imported, "pixels", written.pixels(), 9, 10, 1), written.answer());
    }

    @Test
    void weightsAloneTakeTheDescriptionFromItsFile() throws Exception {
        Written written = sequential("");
        Path h5 = folder.resolve("weights.h5");
        written.file().writeH5(h5, null, "2.9.0");
        assertThatThrownBy(() -> WeightsImport.of(h5, null))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("The Keras file " + h5 + " has weights alone, no description of the layers: give what "
                        + "model.to_json() writes (--architecture FILE), or save the whole model with model.save(...)");
        Path json = Files.writeString(folder.resolve("fer.json"), SEQUENTIAL);
        assertSame(run(WeightsImport.of(h5, json), "pixels", written.pixels(), 9, 10, 1), written.answer());
    }

    @Test
    void functionalModelLikeMiniXceptionAnswersAsItsLayersAreDefined() throws Exception {
        KerasFile file = new KerasFile();
        float[] pixels = file.picture(13, 12, 1);
        String root = "model_weights/";
        Weight stem = file.weight(root + "conv2d_1/conv2d_1/kernel:0", -0.5, 0.5, 3, 3, 1, 4);
        Weight[] stemNorm = norm(file, root + "batch_normalization_1/batch_normalization_1_1/", 4);
        Weight side = file.weight(root + "conv2d_2/conv2d_2_1/kernel:0", -0.5, 0.5, 1, 1, 4, 6);
        Weight[] sideNorm = norm(file, root + "batch_normalization_2/batch_normalization_2/", 6);
        Weight depth = file.weight(root + "separable/separable/depthwise_kernel:0", -0.5, 0.5, 3, 3, 4, 1);
        Weight point = file.weight(root + "separable/separable/pointwise_kernel:0", -0.5, 0.5, 1, 1, 4, 6);
        Weight[] pathNorm = norm(file, root + "batch_normalization_3/batch_normalization_3/", 6);
        Weight last = file.weight(root + "conv2d_3/conv2d_3/kernel:0", -0.5, 0.5, 3, 3, 6, 7);
        Weight lastBias = file.weight(root + "conv2d_3/conv2d_3/bias:0", -0.5, 0.5, 7);
        String config = """
                {"class_name": "Model", "config": {"name": "model_1", "layers": [
                  {"name": "input_1", "class_name": "InputLayer", "config": {"batch_input_shape": [null, 13, 12, 1], "name": "input_1"},
                    "inbound_nodes": []},
                  {"name": "conv2d_1", "class_name": "Conv2D", "config": {"name": "conv2d_1", "kernel_size": [3, 3], "strides": [1, 1],
                    "padding": "valid", "use_bias": false, "activation": "linear"}, "inbound_nodes": [[["input_1", 0, 0, {}]]]},
                  {"name": "batch_normalization_1", "class_name": "BatchNormalization", "config": {"name": "batch_normalization_1",
                    "axis": -1, "epsilon": 0.001}, "inbound_nodes": [[["conv2d_1", 0, 0, {}]]]},
                  {"name": "activation_1", "class_name": "Activation", "config": {"name": "activation_1", "activation": "relu"},
                    "inbound_nodes": [[["batch_normalization_1", 0, 0, {}]]]},
                  {"name": "separable", "class_name": "SeparableConv2D", "config": {"name": "separable", "kernel_size": [3, 3],
                    "strides": [1, 1], "padding": "same", "use_bias": false}, "inbound_nodes": [[["activation_1", 0, 0, {}]]]},
                  {"name": "batch_normalization_3", "class_name": "BatchNormalization", "config": {"name": "batch_normalization_3",
                    "axis": -1, "epsilon": 0.001}, "inbound_nodes": [[["separable", 0, 0, {}]]]},
                  {"name": "conv2d_2", "class_name": "Conv2D", "config": {"name": "conv2d_2", "kernel_size": [1, 1], "strides": [2, 2],
                    "padding": "same", "use_bias": false}, "inbound_nodes": [[["activation_1", 0, 0, {}]]]},
                  {"name": "max_pooling2d_1", "class_name": "MaxPooling2D", "config": {"name": "max_pooling2d_1", "pool_size": [3, 3],
                    "strides": [2, 2], "padding": "same"}, "inbound_nodes": [[["batch_normalization_3", 0, 0, {}]]]},
                  {"name": "batch_normalization_2", "class_name": "BatchNormalization", "config": {"name": "batch_normalization_2",
                    "axis": -1, "epsilon": 0.001}, "inbound_nodes": [[["conv2d_2", 0, 0, {}]]]},
                  {"name": "add_1", "class_name": "Add", "config": {"name": "add_1"},
                    "inbound_nodes": [[["max_pooling2d_1", 0, 0, {}], ["batch_normalization_2", 0, 0, {}]]]},
                  {"name": "conv2d_3", "class_name": "Conv2D", "config": {"name": "conv2d_3", "kernel_size": [3, 3], "strides": [1, 1],
                    "padding": "same", "use_bias": true}, "inbound_nodes": [[["add_1", 0, 0, {}]]]},
                  {"name": "pool", "class_name": "GlobalAveragePooling2D", "config": {"name": "pool"},
                    "inbound_nodes": [[["conv2d_3", 0, 0, {}]]]},
                  {"name": "predictions", "class_name": "Activation", "config": {"name": "predictions", "activation": "softmax"},
                    "inbound_nodes": [[["pool", 0, 0, {}]]]}],
                  "input_layers": [["input_1", 0, 0]], "output_layers": [["predictions", 0, 0]]}}""";
        Path h5 = folder.resolve("xception.hdf5");
        file.writeH5(h5, config, "2.0.6");
        Hwc x = normalised(Hwc.of(13, 12, 1, pixels).convolved(stem, null, 1, false), stemNorm)
                .each(Hwc::relu);
        Hwc path = normalised(x.depthwise(depth, null, 1, true).convolved(point, null, 1, false), pathNorm)
                .pooled(false, 3, 2, true);
        Hwc expected = path.plus(normalised(x.convolved(side, null, 2, true), sideNorm))
                .convolved(last, lastBias, 1, true)
                .overAll(true)
                .softmax();
        assertSame(run(WeightsImport.of(h5, null), "input_1", pixels, 13, 12, 1), expected);
    }

    private static Weight[] norm(KerasFile file, String scope, int channels) {
        return new Weight[] {
            file.weight(scope + "gamma:0", 0.5, 1.5, channels),
            file.weight(scope + "beta:0", -0.5, 0.5, channels),
            file.weight(scope + "moving_mean:0", -0.5, 0.5, channels),
            file.weight(scope + "moving_variance:0", 0.5, 1.5, channels)
        };
    }

    private static Hwc normalised(Hwc x, Weight[] norm) {
        return x.normalised(norm[0], norm[1], norm[2], norm[3], 0.001);
    }

    @Test
    void modelWithinAModelOfKeras3AnswersAsItsLayersAreDefined() throws Exception {
        KerasFile file = new KerasFile();
        float[] pixels = file.picture(6, 6, 3);
        Weight inner = file.weight("layers/functional/layers/conv2d/vars/0", -0.5, 0.5, 3, 3, 3, 4);
        Weight innerBias = file.weight("layers/functional/layers/conv2d/vars/1", -0.5, 0.5, 4);
        Weight gate = file.weight("layers/conv2d/vars/0", -0.5, 0.5, 1, 1, 4, 4);
        Weight gateBias = file.weight("layers/conv2d/vars/1", -0.5, 0.5, 4);
        Weight second = file.weight("layers/conv2d_1/vars/0", -0.5, 0.5, 3, 3, 4, 4);
        Weight secondBias = file.weight("layers/conv2d_1/vars/1", -0.5, 0.5, 4);
        Weight dense = file.weight("layers/dense/vars/0", -0.9, 0.9, 8, 7);
        Weight denseBias = file.weight("layers/dense/vars/1", -0.9, 0.9, 7);
        String tensor =
                "{\"class_name\": \"__keras_tensor__\", \"config\": {\"shape\": [null, 1], \"keras_history\": [%s]}}";
        String config = """
                {"module": "keras.src.models.functional", "class_name": "Functional", "config": {"name": "whole", "layers": [
                  {"class_name": "InputLayer", "config": {"batch_shape": [null, 6, 6, 3], "name": "image"}, "name": "image",
                    "inbound_nodes": []},
                  {"class_name": "Functional", "name": "base", "config": {"name": "base", "layers": [
                      {"class_name": "InputLayer", "config": {"batch_shape": [null, 6, 6, 3], "name": "in"}, "name": "in", "inbound_nodes": []},
                      {"class_name": "Conv2D", "config": {"name": "convolved", "kernel_size": [3, 3], "padding": "same", "strides": [1, 1],
                        "activation": "swish", "use_bias": true}, "name": "convolved", "inbound_nodes": [{"args": [IN], "kwargs": {}}]}],
                      "input_layers": ["in", 0, 0], "output_layers": ["convolved", 0, 0]},
                    "inbound_nodes": [{"args": [IMAGE], "kwargs": {"training": false}}]},
                  {"class_name": "GlobalAveragePooling2D", "config": {"name": "squeeze"}, "name": "squeeze",
                    "inbound_nodes": [{"args": [BASE], "kwargs": {}}]},
                  {"class_name": "Reshape", "config": {"name": "reshape", "target_shape": [1, 1, 4]}, "name": "reshape",
                    "inbound_nodes": [{"args": [SQUEEZE], "kwargs": {}}]},
                  {"class_name": "Conv2D", "config": {"name": "excite", "kernel_size": [1, 1], "strides": [1, 1], "padding": "valid",
                    "activation": "sigmoid", "use_bias": true}, "name": "excite", "inbound_nodes": [{"args": [RESHAPE], "kwargs": {}}]},
                  {"class_name": "Multiply", "config": {"name": "gated"}, "name": "gated",
                    "inbound_nodes": [{"args": [[BASE, EXCITE]], "kwargs": {}}]},
                  {"class_name": "Conv2D", "config": {"name": "second", "kernel_size": [3, 3], "strides": [1, 1], "padding": "same",
                    "activation": "hard_sigmoid", "use_bias": true}, "name": "second",
                    "inbound_nodes": [{"args": [GATED], "kwargs": {}}]},
                  {"class_name": "Concatenate", "config": {"name": "joined", "axis": -1}, "name": "joined",
                    "inbound_nodes": [{"args": [[GATED, SECOND]], "kwargs": {}}]},
                  {"class_name": "GlobalMaxPooling2D", "config": {"name": "most"}, "name": "most",
                    "inbound_nodes": [{"args": [JOINED], "kwargs": {}}]},
                  {"class_name": "Dense", "config": {"name": "scores", "units": 7, "use_bias": true,
                    "activation": {"module": "builtins", "class_name": "function", "config": "linear"}}, "name": "scores",
                    "inbound_nodes": [{"args": [MOST], "kwargs": {}}]}],
                  "input_layers": ["image", 0, 0], "output_layers": ["scores", 0, 0]}}""".replace("IN]", tensor.formatted("\"in\", 0, 0") + "]")
                .replace("IMAGE", tensor.formatted("\"image\", 0, 0"))
                .replace("BASE", tensor.formatted("\"base\", 1, 0"))
                .replace("SQUEEZE", tensor.formatted("\"squeeze\", 0, 0"))
                .replace("RESHAPE", tensor.formatted("\"reshape\", 0, 0"))
                .replace("EXCITE", tensor.formatted("\"excite\", 0, 0"))
                .replace("GATED", tensor.formatted("\"gated\", 0, 0"))
                .replace("SECOND", tensor.formatted("\"second\", 0, 0"))
                .replace("JOINED", tensor.formatted("\"joined\", 0, 0"))
                .replace("MOST", tensor.formatted("\"most\", 0, 0"));
        Path keras = folder.resolve("nested.keras");
        file.writeKeras(keras, config);
        Hwc base = Hwc.of(6, 6, 3, pixels).convolved(inner, innerBias, 1, true).each(v -> v * Hwc.sigmoid(v));
        Hwc gated = base.times(
                base.overAll(true).convolved(gate, gateBias, 1, false).each(Hwc::sigmoid));
        Hwc then = gated.convolved(second, secondBias, 1, true).each(v -> Math.min(1, Math.max(0, v / 6 + 0.5)));
        Hwc expected = gated.beside(then).overAll(false).dense(dense, denseBias);
        assertSame(run(WeightsImport.of(keras, null), "image", pixels, 6, 6, 3), expected);
    }

    @Test
    void unknownLayersAreAllNamedBesideTheKnown() {
        String config = """
                {"class_name": "Sequential", "config": {"name": "s", "layers": [
                  {"class_name": "InputLayer", "config": {"batch_input_shape": [null, 9, 9, 1], "name": "i"}},
                  {"class_name": "Lambda", "config": {"name": "lambda_1"}},
                  {"class_name": "LSTM", "config": {"name": "memory"}}]}}""";
        Path h5 = folder.resolve("odd.h5");
        new KerasFile().writeH5(h5, config, "2.9.0");
        assertThatThrownBy(() -> WeightsImport.of(h5, null))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith(
                        "The Keras model has layers that the importer does not know: Lambda ('lambda_1'), "
                                + "LSTM ('memory'); it knows Activation, ActivityRegularization, Add, AlphaDropout, Average, ")
                .hasMessageEndingWith("Export the model as a SavedModel, which may have any layer");
    }

    @Test
    void missingWeightIsNamedWithWhatIsThere() {
        KerasFile file = new KerasFile();
        file.weight("model_weights/conv2d/conv2d/bias:0", 0, 1, 4);
        Path h5 = folder.resolve("half.h5");
        file.writeH5(h5, SEQUENTIAL, "2.9.0");
        assertThatThrownBy(() -> WeightsImport.of(h5, null))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage(
                        "Layer 'conv2d' has no weight 'kernel' in the file, it has [bias]; if the file holds no weights of "
                                + "it, save the whole model once more");
    }

    @Test
    void olderDamagedAndOtherFilesAreToldApart() throws IOException {
        Path old = folder.resolve("old.h5");
        new KerasFile().writeH5(old, SEQUENTIAL, "1.2.2");
        assertThatThrownBy(() -> WeightsImport.of(old, null))
                .hasMessage("The Keras file " + old
                        + " was written by Keras 1, expected 2 or newer; load and save it with Keras 2");
        Path cut = folder.resolve("cut.h5");
        Path whole = folder.resolve("whole.h5");
        sequential("model_weights/").file().writeH5(whole, SEQUENTIAL, "2.9.0");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> WeightsImport.of(cut, null))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("The Keras file " + cut + " cannot be read: it is cut off or damaged as HDF5 (")
                .hasMessageEndingWith("); copy it again");
        Path text = Files.writeString(folder.resolve("text.h5"), "no weights");
        assertThatThrownBy(() -> WeightsImport.of(text, null))
                .hasMessageStartingWith(text + " is no Keras file: expected HDF5 (.h5) or a zip file with config.json");
        assertThatThrownBy(() -> WeightsImport.of(folder.resolve("gone.h5"), null))
                .hasMessageContaining("found nothing there");
        assertThatThrownBy(() -> WeightsImport.of(folder, null))
                .hasMessage("The folder " + folder
                        + " has no saved_model.pb, as a SavedModel has; give the folder in which it lies");
    }
}

package io.emotion4j.convert;

import io.emotion4j.convert.KerasFile.Weight;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of Keras whose layers are no chain: with paths that part and meet, and with models within models. */
class KerasGraphsTest {

    @TempDir
    Path folder;

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
        KerasAnswers.assertSame(KerasAnswers.run(WeightsImport.of(h5, null), "input_1", pixels, 13, 12, 1), expected);
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
        KerasAnswers.assertSame(KerasAnswers.run(WeightsImport.of(keras, null), "image", pixels, 6, 6, 3), expected);
    }
}

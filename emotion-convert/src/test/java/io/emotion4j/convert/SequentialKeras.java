package io.emotion4j.convert;

import io.emotion4j.convert.KerasFile.Weight;

/**
 * A Sequential model of many kinds of layers.
 *
 * @param file its weights
 * @param answer what it says to the pixels
 * @param pixels 9 rows of 10
 */
record SequentialKeras(KerasFile file, Hwc answer, float[] pixels) {

    /** What its layers are. */
    static final String CONFIG = """
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

    /** The weights of {@link #CONFIG}, whose names begin with the root, and what it answers. */
    static SequentialKeras of(String root) {
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
        return new SequentialKeras(file, answer, pixels);
    }
}

package io.emotion4j.convert;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Convolutions and dense layers. Keras keeps kernels as height, width, in, out; ONNX as out, in, height, width. */
final class KerasConvolutions {

    private final OnnxNodes nodes;
    private final KerasActivations activations;

    KerasConvolutions(OnnxNodes nodes, KerasActivations activations) {
        this.nodes = nodes;
        this.activations = activations;
    }

    void addTo(Map<String, KerasLayers.Kind> kinds) {
        kinds.put("Conv2D", this::plain);
        kinds.put("DepthwiseConv2D", this::depthwise);
        kinds.put("SeparableConv2D", this::separable);
        kinds.put("Dense", this::dense);
    }

    private KerasValue plain(KerasLayer layer, List<KerasValue> inputs, KerasWeights.Taken weights) {
        KerasArray kernel = weights.take(4, "kernel").transposed(3, 2, 0, 1);
        String bias = bias(layer, weights);
        int groups = (int) layer.number("groups", 1);
        return activations.of(
                layer, convolution(layer, layer.name(), picture(layer, inputs), kernel, groups, bias, true));
    }

    private KerasValue depthwise(KerasLayer layer, List<KerasValue> inputs, KerasWeights.Taken weights) {
        KerasArray kernel = weights.take(4, "depthwise_kernel", "kernel");
        String bias = bias(layer, weights);
        KerasArray moved = perChannel(kernel);
        return activations.of(
                layer, convolution(layer, layer.name(), picture(layer, inputs), moved, kernel.shape()[2], bias, true));
    }

    private KerasValue separable(KerasLayer layer, List<KerasValue> inputs, KerasWeights.Taken weights) {
        KerasArray depthwise = weights.take(4, "depthwise_kernel");
        KerasArray pointwise = weights.take(4, "pointwise_kernel").transposed(3, 2, 0, 1);
        String bias = bias(layer, weights);
        KerasValue spread = convolution(
                layer,
                layer.name() + "_depthwise",
                picture(layer, inputs),
                perChannel(depthwise),
                depthwise.shape()[2],
                null,
                true);
        return activations.of(layer, convolution(layer, layer.name(), spread, pointwise, 1, bias, false));
    }

    /** From height, width, in, times to in * times, 1, height, width. */
    private static KerasArray perChannel(KerasArray kernel) {
        int[] shape = kernel.shape();
        return kernel.transposed(2, 3, 0, 1).reshaped(shape[2] * shape[3], 1, shape[0], shape[1]);
    }

    private static KerasValue picture(KerasLayer layer, List<KerasValue> inputs) {
        layer.checkChannelsLast();
        if (!inputs.get(0).isPicture()) {
            throw layer.refused("an input of " + inputs.get(0).rank() + " dimensions", "4");
        }
        return inputs.get(0);
    }

    private @Nullable String bias(KerasLayer layer, KerasWeights.Taken weights) {
        return layer.flag("use_bias", true) ? nodes.array(layer.name() + "_bias", weights.take(1, "bias")) : null;
    }

    private KerasValue convolution(
            KerasLayer layer,
            String name,
            KerasValue in,
            KerasArray kernel,
            int groups,
            @Nullable String bias,
            boolean spatial) {
        List<String> inputs = new ArrayList<>(List.of(in.name(), nodes.array(name + "_kernel", kernel)));
        if (bias != null) {
            inputs.add(bias);
        }
        int[] kernelSize = {kernel.shape()[2], kernel.shape()[3]};
        int[] strides = spatial ? layer.pair("strides", 1, 1) : new int[] {1, 1};
        int[] dilations = spatial ? layer.pair("dilation_rate", 1, 1) : new int[] {1, 1};
        List<AttributeProto> attributes = new ArrayList<>(List.of(
                OnnxNodes.wholes("kernel_shape", kernelSize),
                OnnxNodes.wholes("strides", strides),
                OnnxNodes.wholes("dilations", dilations),
                OnnxNodes.whole("group", groups)));
        if (spatial && layer.isSame()) {
            attributes.add(same(kernelSize, strides, dilations));
        }
        return new KerasValue(nodes.node("Conv", name, inputs, attributes.toArray(AttributeProto[]::new)), 4);
    }

    /** What lies beyond the border: with a stride it depends on the size, and the smaller half comes first. */
    static AttributeProto same(int[] kernel, int[] strides, int[] dilations) {
        if (strides[0] != 1 || strides[1] != 1) {
            return OnnxNodes.text("auto_pad", "SAME_UPPER");
        }
        int high = (kernel[0] - 1) * dilations[0];
        int wide = (kernel[1] - 1) * dilations[1];
        return OnnxNodes.wholes("pads", high / 2, wide / 2, high - high / 2, wide - wide / 2);
    }

    private KerasValue dense(KerasLayer layer, List<KerasValue> inputs, KerasWeights.Taken weights) {
        KerasArray kernel = weights.take(2, "kernel");
        KerasValue in = inputs.get(0);
        if (in.rank() != 2) {
            throw layer.refused(
                    "an input of " + in.rank() + " dimensions", "2; a Flatten or GlobalAveragePooling2D before it");
        }
        List<String> reads = new ArrayList<>(List.of(in.name(), nodes.array(layer.name() + "_kernel", kernel)));
        String bias = bias(layer, weights);
        if (bias != null) {
            reads.add(bias);
        }
        return activations.of(layer, new KerasValue(nodes.node("Gemm", layer.name(), reads), 2));
    }
}

package io.emotion4j.convert;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Layers that make a picture smaller or larger without weights. */
final class KerasPooling {

    private final OnnxNodes nodes;

    KerasPooling(OnnxNodes nodes) {
        this.nodes = nodes;
    }

    void addTo(Map<String, KerasLayers.Kind> kinds) {
        kinds.put("MaxPooling2D", (layer, inputs, weights) -> windows("MaxPool", layer, inputs));
        kinds.put("AveragePooling2D", (layer, inputs, weights) -> windows("AveragePool", layer, inputs));
        kinds.put("GlobalAveragePooling2D", (layer, inputs, weights) -> whole("GlobalAveragePool", layer, inputs));
        kinds.put("GlobalMaxPooling2D", (layer, inputs, weights) -> whole("GlobalMaxPool", layer, inputs));
        kinds.put("ZeroPadding2D", (layer, inputs, weights) -> padded(layer, inputs));
        kinds.put("Cropping2D", (layer, inputs, weights) -> cropped(layer, inputs));
        kinds.put("UpSampling2D", (layer, inputs, weights) -> enlarged(layer, inputs));
    }

    private static KerasValue picture(KerasLayer layer, List<KerasValue> inputs) {
        layer.checkChannelsLast();
        if (!inputs.get(0).isPicture()) {
            throw layer.refused("an input of " + inputs.get(0).rank() + " dimensions", "4");
        }
        return inputs.get(0);
    }

    private KerasValue windows(String type, KerasLayer layer, List<KerasValue> inputs) {
        KerasValue in = picture(layer, inputs);
        int[] size = layer.pair("pool_size", 2, 2);
        int[] strides = layer.pair("strides", size);
        List<AttributeProto> attributes =
                new ArrayList<>(List.of(OnnxNodes.wholes("kernel_shape", size), OnnxNodes.wholes("strides", strides)));
        if (layer.isSame()) {
            attributes.add(KerasConvolutions.same(size, strides, new int[] {1, 1}));
        }
        return new KerasValue(
                nodes.node(type, layer.name(), List.of(in.name()), attributes.toArray(AttributeProto[]::new)), 4);
    }

    private KerasValue whole(String type, KerasLayer layer, List<KerasValue> inputs) {
        String pooled =
                nodes.node(type, layer.name(), List.of(picture(layer, inputs).name()));
        if (layer.flag("keepdims", false)) {
            return new KerasValue(pooled, 4);
        }
        return new KerasValue(
                nodes.node("Flatten", layer.name() + "_flat", List.of(pooled), OnnxNodes.whole("axis", 1)), 2);
    }

    private KerasValue padded(KerasLayer layer, List<KerasValue> inputs) {
        int[] margins = layer.margins("padding");
        String pads = nodes.indices(layer.name() + "_pads", 0, 0, margins[0], margins[2], 0, 0, margins[1], margins[3]);
        return new KerasValue(
                nodes.node("Pad", layer.name(), List.of(picture(layer, inputs).name(), pads)), 4);
    }

    private KerasValue cropped(KerasLayer layer, List<KerasValue> inputs) {
        int[] margins = layer.margins("cropping");
        String starts = nodes.indices(layer.name() + "_starts", margins[0], margins[2]);
        String ends = nodes.indices(layer.name() + "_ends", end(margins[1]), end(margins[3]));
        String axes = nodes.indices(layer.name() + "_axes", 2, 3);
        return new KerasValue(
                nodes.node("Slice", layer.name(), List.of(picture(layer, inputs).name(), starts, ends, axes)), 4);
    }

    private static long end(int margin) {
        return margin == 0 ? Integer.MAX_VALUE : -margin;
    }

    private KerasValue enlarged(KerasLayer layer, List<KerasValue> inputs) {
        KerasValue in = picture(layer, inputs);
        if (!layer.text("interpolation", "nearest").equals("nearest")) {
            throw layer.refused("interpolation \"" + layer.text("interpolation", "") + "\"", "\"nearest\"");
        }
        int[] size = layer.pair("size", 2, 2);
        String scales = nodes.floats(layer.name() + "_scales", new float[] {1, 1, size[0], size[1]}, 4);
        return new KerasValue(
                nodes.node(
                        "Resize",
                        layer.name(),
                        List.of(in.name(), "", scales),
                        OnnxNodes.text("mode", "nearest"),
                        OnnxNodes.text("coordinate_transformation_mode", "asymmetric"),
                        OnnxNodes.text("nearest_mode", "floor")),
                4);
    }
}

package io.emotion4j.model;

import io.emotion4j.internal.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a network takes pictures, by what it says of its inputs and what the caller says. What is still open is told.
 *
 * @param name of the input
 * @param type of its numbers
 * @param width in pixels; 0 for any
 * @param height in pixels; 0 for any
 * @param layout null where it is open
 * @param channels how many; 0 where that is open
 * @param fixedBatch whether it takes one picture at a time
 * @param constants values of other inputs
 */
record DraftInput(
        String name,
        TensorType type,
        int width,
        int height,
        @Nullable TensorLayout layout,
        int channels,
        boolean fixedBatch,
        Map<String, ConstantSpec> constants) {

    private static final int MOST_CONSTANTS = 1 << 16;

    /** Of a network that tells. */
    static DraftInput of(
            ModelDraft draft, List<OnnxValue> inputs, Consumer<DraftNote> guess, Consumer<DraftNote> open) {
        OnnxValue picture = picture(draft, inputs, open);
        Map<String, ConstantSpec> constants = constants(draft, inputs, picture, open);
        List<Long> shape = picture.shape();
        TensorLayout layout = draft.layout == null ? layout(shape, guess, open) : draft.layout;
        boolean first = layout == TensorLayout.NCHW;
        long channels = shape.size() == 4 && layout != null ? shape.get(first ? 1 : 3) : -1;
        long height = shape.size() == 4 && layout != null ? shape.get(first ? 2 : 1) : -1;
        long width = shape.size() == 4 && layout != null ? shape.get(first ? 3 : 2) : -1;
        TensorType type = TensorType.FLOAT32;
        for (TensorType known : TensorType.values()) {
            type = known.key().equals(picture.type()) ? known : type;
        }
        if (!type.key().equals(picture.type())) {
            open.accept(new DraftNote(
                    "weights", "", "input '" + picture.name() + "' is of a type that the library cannot feed"));
        }
        return new DraftInput(
                picture.name(),
                type,
                draft.width > 0 ? draft.width : (int) Math.max(0, width),
                draft.width > 0 ? draft.height : (int) Math.max(0, height),
                layout,
                draft.channels != null ? draft.channels.count() : (int) Math.max(0, channels),
                shape.size() == 4 && shape.get(0) == 1,
                constants);
    }

    /** Of a network that does not tell: a TorchScript module. */
    static DraftInput untold(ModelDraft draft, Consumer<DraftNote> guess) {
        if (draft.layout == null) {
            guess.accept(new DraftNote("layout", "NCHW", "PyTorch's networks take channels first"));
        }
        return new DraftInput(
                "input",
                TensorType.FLOAT32,
                draft.width,
                draft.height,
                draft.layout == null ? TensorLayout.NCHW : draft.layout,
                draft.channels == null ? 0 : draft.channels.count(),
                false,
                draft.constants);
    }

    private static OnnxValue picture(ModelDraft draft, List<OnnxValue> inputs, Consumer<DraftNote> open) {
        List<OnnxValue> pictures = inputs.stream()
                .filter(input -> !draft.constants.containsKey(input.name()))
                .filter(input -> input.shape().size() == 4 || inputs.size() == 1)
                .toList();
        if (pictures.size() != 1) {
            open.accept(new DraftNote(
                    "constant",
                    "",
                    "the network has the inputs " + names(inputs) + ", of which " + pictures.size()
                            + " could take a picture; give the others their values, such as keep_prob=1"));
        }
        return pictures.isEmpty() ? new OnnxValue("input", "float32", List.of()) : pictures.get(0);
    }

    private static Map<String, ConstantSpec> constants(
            ModelDraft draft, List<OnnxValue> inputs, OnnxValue picture, Consumer<DraftNote> open) {
        Map<String, ConstantSpec> constants = new LinkedHashMap<>(draft.constants);
        constants.keySet().stream()
                .filter(name -> !names(inputs).contains(name))
                .forEach(name -> open.accept(new DraftNote(
                        "constant", "", "the network has no input '" + name + "', it has " + names(inputs))));
        for (OnnxValue input : inputs) {
            constants.computeIfPresent(input.name(), (name, value) -> shaped(value, input));
            if (!input.equals(picture) && !constants.containsKey(input.name())) {
                open.accept(new DraftNote(
                        "constant",
                        "",
                        "the network has the input '" + input.name() + "' (" + input.type()
                                + "), too; give its value, such as " + input.name() + "=1"));
            }
        }
        return constants;
    }

    /** A single number fills the shape that the network asks for. */
    private static ConstantSpec shaped(ConstantSpec value, OnnxValue input) {
        long count = input.shape().stream().reduce(1L, (a, b) -> a * b);
        boolean known = input.shape().stream().allMatch(side -> side > 0) && count <= MOST_CONSTANTS;
        if (!value.shape().isEmpty() || input.shape().isEmpty() || !known) {
            return value;
        }
        TensorType type = value.type();
        for (TensorType each : TensorType.values()) {
            type = each.key().equals(input.type()) ? each : type;
        }
        return new ConstantSpec(
                type,
                input.shape(),
                Collections.nCopies((int) count, value.values().get(0)));
    }

    private static @Nullable TensorLayout layout(
            List<Long> shape, Consumer<DraftNote> guess, Consumer<DraftNote> open) {
        boolean first = shape.size() == 4 && (shape.get(1) == 1 || shape.get(1) == 3);
        boolean last = shape.size() == 4 && (shape.get(3) == 1 || shape.get(3) == 3);
        if (first == last) {
            open.accept(new DraftNote(
                    "layout",
                    "",
                    "the network takes " + sides(shape) + ", which does not tell where its channels are; give NCHW or"
                            + " NHWC"));
            return null;
        }
        TensorLayout found = first ? TensorLayout.NCHW : TensorLayout.NHWC;
        guess.accept(new DraftNote("layout", found.name(), "the network takes " + sides(shape)));
        return found;
    }

    static List<String> names(List<OnnxValue> values) {
        return values.stream().map(OnnxValue::name).toList();
    }

    private static List<String> sides(List<Long> shape) {
        List<String> sides = new ArrayList<>();
        shape.forEach(side -> sides.add(side < 0 ? "any" : side.toString()));
        return sides;
    }
}

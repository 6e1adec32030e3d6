package io.emotion4j.model;

import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Reads the descriptor's {@code input}. */
final class InputReader {

    private InputReader() {}

    static InputSpec read(JsonObject input, boolean fixed) throws JsonException {
        int width = side(input, "width");
        int height = side(input, "height");
        if (fixed && (width == 0 || height == 0)) {
            throw input.error("width", "and height must be both at least 1, found " + width + " and " + height);
        }
        InputSpec.Builder spec = InputSpec.builder(input.string("name"))
                .size(width, height)
                .multipleOf((int) Math.min(input.optionalWhole("multipleOf").orElse(1L), Integer.MAX_VALUE))
                .enlargeTo(whole(input, "enlargeTo"))
                .maxBatch(whole(input, "maxBatch"))
                .type(input.optionalChoice("type", TensorType.values(), TensorType::key, TensorType.FLOAT32))
                .layout(input.choice("layout", TensorLayout.values(), Enum::name))
                .channels(input.choice("channels", ChannelOrder.values(), Enum::name))
                .values((float) input.number("scale"), floats(input, "mean"), floats(input, "std"));
        return DescriptorReader.checked(input, spec::build);
    }

    /** 0 where it is not there; as large as it may be, for the message, and not more. */
    static int whole(JsonObject json, String key) throws JsonException {
        return (int) Math.min(json.optionalWhole(key).orElse(0L), Integer.MAX_VALUE);
    }

    /** As large as it may be, for the message, and not more. */
    private static int side(JsonObject input, String key) throws JsonException {
        return (int) Math.min(input.whole(key), Integer.MAX_VALUE);
    }

    private static List<Float> floats(JsonObject input, String key) throws JsonException {
        List<Float> floats = new ArrayList<>();
        for (double number : input.numbers(key)) {
            floats.add((float) number);
        }
        return floats;
    }
}

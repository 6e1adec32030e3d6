package io.emotion4j.model;

import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Reads the descriptor's {@code input}. */
final class InputReader {

    private InputReader() {}

    static InputSpec read(JsonObject input, boolean fixed) throws JsonException {
        int width = side(input, "width");
        int height = side(input, "height");
        boolean anySize = width == 0 && height == 0;
        if ((width == 0 || height == 0) && (fixed || !anySize)) {
            throw input.error(
                    "width",
                    "and height must be " + (fixed ? "" : "both 0 (any size) or ") + "both at least 1, found " + width
                            + " and " + height);
        }
        Optional<Long> multipleOf = input.optionalWhole("multipleOf");
        if (multipleOf.isPresent() && (!anySize || multipleOf.get() < 1 || multipleOf.get() > 256)) {
            throw input.error(
                    "multipleOf", "lies within 1 to 256 and goes with width and height 0, found " + multipleOf.get());
        }
        ChannelOrder channels = input.choice("channels", ChannelOrder.values(), Enum::name);
        List<Float> std = perChannel(input, "std", channels);
        if (std.contains(0f)) {
            throw input.error("std", "must not be 0, found " + std);
        }
        return new InputSpec(
                input.string("name"),
                width,
                height,
                multipleOf.orElse(1L).intValue(),
                (int) Math.min(input.optionalWhole("maxBatch").orElse(0L), Integer.MAX_VALUE),
                input.choice("layout", TensorLayout.values(), Enum::name),
                channels,
                (float) input.number("scale"),
                perChannel(input, "mean", channels),
                std);
    }

    private static int side(JsonObject input, String key) throws JsonException {
        long side = input.whole(key);
        if (side > 8192) {
            throw input.error(key, "must be at most 8192 pixels, found " + side);
        }
        return (int) side;
    }

    private static List<Float> perChannel(JsonObject input, String key, ChannelOrder channels) throws JsonException {
        List<Double> numbers = input.numbers(key);
        if (numbers.size() != channels.count()) {
            throw input.error(
                    key, "needs one number a channel, " + channels.count() + " for " + channels + ", found " + numbers);
        }
        return numbers.stream().map(Double::floatValue).toList();
    }
}

package io.emotion4j.internal.onnx;

import io.emotion4j.model.InputSpec;
import io.emotion4j.model.TensorLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a descriptor's input and the network's differ.
 *
 * @param input what the descriptor says
 * @param value the network's
 */
record InputCheck(InputSpec input, OnnxValue value) {

    private static final int SIDES = 4;

    /** {@return a problem a line} */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!value.type().equals(input.type().key())) {
            problems.add("Key \"input.type\" is " + input.type().key() + ", but the network takes " + value.type()
                    + "; write that");
        }
        if (!value.shape().isEmpty() && !fits(input.layout())) {
            problems.add("Key \"input\" describes a picture of shape "
                    + described(input.layout()).subList(1, SIDES) + " (" + input.layout()
                    + "), but the network takes " + sides(value) + "; " + advice());
        }
        return problems;
    }

    static String sides(OnnxValue value) {
        return value.shape().stream()
                .map(side -> side < 0 ? "?" : String.valueOf(side))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private List<Long> described(TensorLayout layout) {
        long channels = input.channels().count();
        long height = input.height();
        long width = input.width();
        return layout == TensorLayout.NCHW
                ? List.of(1L, channels, height, width)
                : List.of(1L, height, width, channels);
    }

    private boolean fits(TensorLayout layout) {
        List<Long> described = described(layout);
        boolean fits = value.shape().size() == SIDES;
        for (int i = 1; fits && i < SIDES; i++) {
            long side = value.shape().get(i);
            fits = side < 0 || side == described.get(i);
        }
        return fits;
    }

    private String advice() {
        if (value.shape().size() != SIDES) {
            return "pictures have four sides: this is another kind of network, or another of its inputs";
        }
        boolean first = colours(1);
        boolean last = colours(SIDES - 1);
        TensorLayout layout = first == last ? input.layout() : first ? TensorLayout.NCHW : TensorLayout.NHWC;
        boolean nchw = layout == TensorLayout.NCHW;
        long channels = value.shape().get(nchw ? 1 : SIDES - 1);
        List<String> write = new ArrayList<>();
        if (layout != input.layout()) {
            write.add("\"layout\": \"" + layout + "\"");
        }
        if (channels > 0 && channels != input.channels().count()) {
            if (channels != 1 && channels != 3) {
                return "it takes pictures of " + channels + " channels, which the library does not make";
            }
            write.add("\"channels\": " + (channels == 1 ? "\"GRAY\"" : "\"RGB\" or \"BGR\"")
                    + ", and \"mean\" and \"std\" of " + (channels == 1 ? "one number" : "three numbers"));
        }
        side("width", value.shape().get(nchw ? 3 : 2), input.width(), write);
        side("height", value.shape().get(nchw ? 2 : 1), input.height(), write);
        return "write " + String.join(", ", write);
    }

    private boolean colours(int at) {
        return value.shape().get(at) == 1 || value.shape().get(at) == 3;
    }

    private static void side(String key, long found, int described, List<String> write) {
        if (found > 0 && found != described) {
            write.add("\"" + key + "\": " + found);
        }
    }
}

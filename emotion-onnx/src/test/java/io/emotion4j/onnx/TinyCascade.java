package io.emotion4j.onnx;

import static io.emotion4j.onnx.TinyOnnx.field;
import static io.emotion4j.onnx.TinyOnnx.join;
import static io.emotion4j.onnx.TinyOnnx.node;
import static io.emotion4j.onnx.TinyOnnx.number;
import static io.emotion4j.onnx.TinyOnnx.tensor;
import static io.emotion4j.onnx.TinyOnnx.text;
import static io.emotion4j.onnx.TinyOnnx.value;

import io.emotion4j.model.Model;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Networks of MTCNN's form that take for a face what is brighter in the middle than around it: each is one convolution as large as
 * what it looks at, of which a softmax follows.
 */
final class TinyCascade {

    private static final int INTS = 7;
    private static final int INT = 2;
    private static final int CHANNELS = 3;

    private TinyCascade() {}

    /** P-Net looks at 12x12 pixels, every two pixels; R-Net at 24x24, O-Net at 48x48. */
    static Model model(Path folder) throws IOException {
        return UserModels.mtcnn(folder, pnet(), rnet(), onet());
    }

    static byte[] pnet() {
        return network(12, false);
    }

    static byte[] rnet() {
        return network(24, false);
    }

    static byte[] onet() {
        return network(48, true);
    }

    private static byte[] network(int side, boolean points) {
        boolean map = side == 12;
        // Boxes are right as they are; points lie at a fifth, two fifths ... of the square.
        byte[] graph = join(
                conv("logits", "contrast", "threshold"),
                conv("boxes", "nothing4", "zeros4"),
                map ? softmax("logits") : join(flat("logits"), softmax("logits_flat")),
                map ? identity("boxes", "box_offset") : flatten("boxes", "box_offset"),
                field(2, text("tiny")),
                field(5, tensor("contrast", contrast(side), 2, CHANNELS, side, side)),
                field(5, tensor("threshold", new float[] {4, -4}, 2)),
                field(5, tensor("nothing4", new float[4 * CHANNELS * side * side], 4, CHANNELS, side, side)),
                field(5, tensor("zeros4", new float[4], 4)),
                map
                        ? field(11, value("input", -1, CHANNELS, -1, -1))
                        : field(11, value("input", -1, CHANNELS, side, side)),
                map ? field(12, value("face_probability", -1, 2, -1, -1)) : field(12, value("face_probability", -1, 2)),
                map ? field(12, value("box_offset", -1, 4, -1, -1)) : field(12, value("box_offset", -1, 4)));
        if (points) {
            float[] places = {0.2f, 0.4f, 0.6f, 0.8f, 1, 0.1f, 0.3f, 0.5f, 0.7f, 0.9f};
            graph = join(
                    graph,
                    conv("points", "nothing10", "places"),
                    flatten("points", "landmark_offset"),
                    field(5, tensor("nothing10", new float[10 * CHANNELS * side * side], 10, CHANNELS, side, side)),
                    field(5, tensor("places", places, 10)),
                    field(12, value("landmark_offset", -1, 10)));
        }
        byte[] opset = number(2, 17);
        return join(number(1, 8), field(7, graph), field(8, opset));
    }

    /** Four times how much brighter the middle is than the rest, for a face, and the same against one. */
    private static float[] contrast(int side) {
        int pixels = side * side;
        int middle = side * 2 / 3;
        float[] weights = new float[2 * CHANNELS * pixels];
        for (int i = 0; i < CHANNELS * pixels; i++) {
            int x = i % side;
            int y = i % pixels / side;
            int margin = (side - middle) / 2;
            boolean inside = x >= margin && x < side - margin && y >= margin && y < side - margin;
            float weight = 4f / CHANNELS / (inside ? middle * middle : -(pixels - middle * middle));
            // Not all the same number, by which a damaged file is known.
            weights[i] = -weight * (1 + 1e-5f * (i % 1000));
            weights[CHANNELS * pixels + i] = -weights[i];
        }
        return weights;
    }

    private static byte[] conv(String output, String weights, String bias) {
        byte[] strides = join(field(1, text("strides")), number(8, 2), number(8, 2), number(20, INTS));
        return field(1, join(node("Conv", output, "input", weights, bias), field(5, strides)));
    }

    private static byte[] softmax(String input) {
        byte[] axis = join(field(1, text("axis")), number(3, 1), number(20, INT));
        return field(1, join(node("Softmax", "face_probability", input), field(5, axis)));
    }

    private static byte[] flat(String name) {
        return flatten(name, name + "_flat");
    }

    private static byte[] flatten(String input, String output) {
        return field(1, node("Flatten", output, input));
    }

    private static byte[] identity(String input, String output) {
        return field(1, node("Identity", output, input));
    }
}

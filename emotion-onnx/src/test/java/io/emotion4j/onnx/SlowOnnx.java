package io.emotion4j.onnx;

import static io.emotion4j.onnx.TinyOnnx.field;
import static io.emotion4j.onnx.TinyOnnx.join;
import static io.emotion4j.onnx.TinyOnnx.node;
import static io.emotion4j.onnx.TinyOnnx.number;
import static io.emotion4j.onnx.TinyOnnx.tensor;
import static io.emotion4j.onnx.TinyOnnx.text;
import static io.emotion4j.onnx.TinyOnnx.value;

/** Writes an ONNX network like {@link TinyOnnx#brightness}, which also goes round in a loop: the longer, the brighter the face. */
final class SlowOnnx {

    private static final int INT64 = 7;
    private static final int BOOL = 9;

    private SlowOnnx() {}

    /** None for a face that is gray or darker; some minutes for a white one. */
    static byte[] loop() {
        byte[] body = join(
                field(1, node("Identity", "again", "go")),
                field(1, node("Sin", "next", "sofar")),
                field(2, text("body")),
                field(11, scalar("round", INT64)),
                field(11, scalar("go", BOOL)),
                field(11, value("sofar")),
                field(12, scalar("again", BOOL)),
                field(12, value("next")));
        byte[] bodyAttribute = field(5, join(field(1, text("body")), field(6, body), number(20, 5)));
        byte[] toInt64 = field(5, join(field(1, text("to")), number(3, INT64), number(20, 2)));
        byte[] noDimension = field(5, join(field(1, text("keepdims")), number(3, 0), number(20, 2)));
        byte[] graph = join(
                field(1, node("Sub", "bright", "input", "gray")),
                field(1, join(node("ReduceMean", "mean", "bright"), noDimension)),
                field(1, node("Relu", "above", "mean")),
                field(1, node("Mul", "rounds", "above", "many")),
                field(1, join(node("Cast", "trips", "rounds"), toInt64)),
                field(1, join(node("Loop", "end", "trips", "", "zero"), bodyAttribute)),
                field(1, node("Flatten", "flat", "input")),
                field(1, node("MatMul", "sums", "flat", "weights")),
                field(1, node("Add", "logits", "sums", "end")),
                field(2, text("slow")),
                field(5, tensor("weights", new float[16 * 3], 16, 3)),
                field(5, tensor("gray", new float[] {0.1f})),
                field(5, tensor("many", new float[] {1e9f})),
                field(5, tensor("zero", new float[] {0})),
                field(11, value("input", -1, 1, 4, 4)),
                field(12, value("logits", -1, 3)));
        return join(number(1, 8), field(7, graph), field(8, number(2, 17)));
    }

    private static byte[] scalar(String name, int type) {
        return join(field(1, text(name)), field(2, field(1, join(number(1, type), field(2, new byte[0])))));
    }
}

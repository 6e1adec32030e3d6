package io.emotion4j.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes an ONNX network of two nodes: {@code output = Flatten(input) x weights}, for input [N,1,4,4]. ONNX files are
 * <a href="https://protobuf.dev/programming-guides/encoding/">protocol buffers</a>, and this few need no library.
 */
final class TinyOnnx {

    private static final int FLOAT = 1;
    private static final int PIXELS = 16;

    private TinyOnnx() {}

    /** Logits -b, 0 and b, where b is the mean of the face's values. */
    static byte[] brightness() {
        float[] weights = new float[PIXELS * 3];
        for (int p = 0; p < PIXELS; p++) {
            weights[p * 3] = -1f / PIXELS;
            weights[p * 3 + 2] = 1f / PIXELS;
        }
        return network("input", "logits", weights, 3);
    }

    /** {@code weights} holds a row of {@code outputs} numbers a pixel. */
    static byte[] network(String input, String output, float[] weights, int outputs) {
        return network(input, output, tensor("weights", weights, PIXELS, outputs), outputs);
    }

    /** A network of logits {@code input} and {@code logits}, whose weights lie in a file beside it, from a byte on. */
    static byte[] withWeightsIn(String file, int offset, int outputs) {
        byte[] tensor = join(
                number(1, PIXELS),
                number(1, outputs),
                number(2, FLOAT),
                field(8, text("weights")),
                field(13, join(field(1, text("location")), field(2, text(file)))),
                field(13, join(field(1, text("offset")), field(2, text(String.valueOf(offset))))),
                number(14, 1));
        return network("input", "logits", tensor, outputs);
    }

    private static byte[] network(String input, String output, byte[] tensor, int outputs) {
        byte[] graph = join(
                field(1, node("Flatten", "flat", input)),
                field(1, node("MatMul", output, "flat", "weights")),
                field(2, text("tiny")),
                field(5, tensor),
                field(11, value(input, -1, 1, 4, 4)),
                field(12, value(output, -1, outputs)));
        byte[] opset = number(2, 17);
        return join(number(1, 8), field(7, graph), field(8, opset));
    }

    static byte[] node(String type, String output, String... inputs) {
        byte[] node = new byte[0];
        for (String input : inputs) {
            node = join(node, field(1, text(input)));
        }
        return join(node, field(2, text(output)), field(4, text(type)));
    }

    static byte[] tensor(String name, float[] data, long... dims) {
        byte[] shape = new byte[0];
        for (long dim : dims) {
            shape = join(shape, number(1, dim));
        }
        ByteBuffer raw = ByteBuffer.allocate(data.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(data);
        return join(shape, number(2, FLOAT), field(8, text(name)), field(9, raw.array()));
    }

    /** A side below 0 is open. */
    static byte[] value(String name, long... dims) {
        byte[] shape = new byte[0];
        for (long dim : dims) {
            shape = join(shape, field(1, dim < 0 ? field(2, text("N")) : number(1, dim)));
        }
        byte[] type = field(1, join(number(1, FLOAT), field(2, shape)));
        return join(field(1, text(name)), field(2, type));
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] field(int tag, byte[] content) {
        return join(varint(tag << 3 | 2), varint(content.length), content);
    }

    static byte[] number(int tag, long value) {
        return join(varint(tag << 3), varint(value));
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rest = value;
        while (rest >= 0x80) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}

package io.emotion4j.training.torch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the few opcodes of Python's pickle protocol 2 that a TorchScript archive needs. */
final class Pickle {

    static final int EMPTY_TUPLE = ')';
    static final int MARK = '(';
    static final int TUPLE = 't';
    static final int EMPTY_DICT = '}';
    static final int SET_ITEMS = 'u';
    static final int NEW_OBJECT = 0x81;
    static final int BUILD = 'b';
    static final int REDUCE = 'R';
    static final int PERSISTENT_ID = 'Q';
    static final int TRUE = 0x88;
    static final int FALSE = 0x89;
    static final int STOP = '.';

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Pickle() {
        op(0x80, 2);
    }

    Pickle op(int... codes) {
        for (int code : codes) {
            out.write(code);
        }
        return this;
    }

    Pickle global(String module, String name) {
        op('c');
        out.writeBytes((module + '\n' + name + '\n').getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Pickle string(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        op('X').int32(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    Pickle integer(int value) {
        return op('J').int32(value);
    }

    Pickle tuple(int... values) {
        op(MARK);
        for (int value : values) {
            integer(value);
        }
        return op(TUPLE);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private Pickle int32(int value) {
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
        return this;
    }
}

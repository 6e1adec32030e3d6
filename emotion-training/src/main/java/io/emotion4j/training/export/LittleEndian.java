package io.emotion4j.training.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** float32 values as bytes, lowest first, as every format here stores them. */
final class LittleEndian {

    private LittleEndian() {}

    static byte[] bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}

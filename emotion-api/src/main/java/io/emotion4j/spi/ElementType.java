package io.emotion4j.spi;

import java.nio.ByteBuffer;

/**
 * What a tensor's numbers are.
 *
 * @since 0.1.0
 */
public enum ElementType {
    /** IEEE 754 binary32, a Java {@code float}. */
    FLOAT32(4) {
        @Override
        float get(ByteBuffer bytes, int index) {
            return bytes.getFloat(index * 4);
        }
    },
    /** IEEE 754 binary16. */
    FLOAT16(2) {
        @Override
        float get(ByteBuffer bytes, int index) {
            return half(bytes.getShort(index * 2));
        }
    },
    /** IEEE 754 binary64, a Java {@code double}. */
    FLOAT64(8) {
        @Override
        float get(ByteBuffer bytes, int index) {
            return (float) bytes.getDouble(index * 8);
        }
    },
    /** A byte from 0 to 255. */
    UINT8(1) {
        @Override
        float get(ByteBuffer bytes, int index) {
            return bytes.get(index) & 0xff;
        }
    },
    /** A byte from -128 to 127. */
    INT8(1) {
        @Override
        float get(ByteBuffer bytes, int index) {
            return bytes.get(index);
        }
    },
    /** A Java {@code int}. */
    INT32(4) {
        @Override
        float get(ByteBuffer bytes, int index) {
            return bytes.getInt(index * 4);
        }
    },
    /** A Java {@code long}. */
    INT64(8) {
        @Override
        float get(ByteBuffer bytes, int index) {
            return bytes.getLong(index * 8);
        }
    };

    private static final int FRACTION = 0x3ff;

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** {@return how many bytes a number takes} */
    public int bytes() {
        return bytes;
    }

    /** {@return a number of a buffer that starts at 0, rounded to a float} */
    abstract float get(ByteBuffer bytes, int index);

    /** Java 17 has no conversion of its own. */
    private static float half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & FRACTION;
        float size;
        if (exponent == 0x1f) {
            size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else if (exponent == 0) {
            size = Math.scalb((float) fraction, -24);
        } else {
            size = Math.scalb((float) (fraction | FRACTION + 1), exponent - 25);
        }
        return bits < 0 ? -size : size;
    }
}

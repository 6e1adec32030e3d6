package io.emotion4j.spi;

import io.emotion4j.model.TensorType;
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

        @Override
        void put(ByteBuffer bytes, int index, float number) {
            bytes.putFloat(index * 4, number);
        }
    },
    /** IEEE 754 binary16. */
    FLOAT16(2) {
        @Override
        float get(ByteBuffer bytes, int index) {
            return Half.toFloat(bytes.getShort(index * 2));
        }

        @Override
        void put(ByteBuffer bytes, int index, float number) {
            bytes.putShort(index * 2, Half.of(number));
        }
    },
    /** IEEE 754 binary64, a Java {@code double}. */
    FLOAT64(8) {
        @Override
        float get(ByteBuffer bytes, int index) {
            return (float) bytes.getDouble(index * 8);
        }

        @Override
        void put(ByteBuffer bytes, int index, float number) {
            bytes.putDouble(index * 8, number);
        }
    },
    /** A byte from 0 to 255. */
    UINT8(1) {
        @Override
        float get(ByteBuffer bytes, int index) {
            return bytes.get(index) & 0xff;
        }

        @Override
        void put(ByteBuffer bytes, int index, float number) {
            bytes.put(index, (byte) (int) Math.rint(Math.min(Math.max(number, 0), 255)));
        }
    },
    /** A byte from -128 to 127. */
    INT8(1) {
        @Override
        float get(ByteBuffer bytes, int index) {
            return bytes.get(index);
        }

        @Override
        void put(ByteBuffer bytes, int index, float number) {
            bytes.put(index, (byte) (int) Math.rint(Math.min(Math.max(number, Byte.MIN_VALUE), Byte.MAX_VALUE)));
        }
    },
    /** A Java {@code int}. */
    INT32(4) {
        @Override
        float get(ByteBuffer bytes, int index) {
            return bytes.getInt(index * 4);
        }

        @Override
        void put(ByteBuffer bytes, int index, float number) {
            bytes.putInt(index * 4, (int) Math.rint(number));
        }
    },
    /** A Java {@code long}. */
    INT64(8) {
        @Override
        float get(ByteBuffer bytes, int index) {
            return bytes.getLong(index * 8);
        }

        @Override
        void put(ByteBuffer bytes, int index, float number) {
            bytes.putLong(index * 8, (long) Math.rint(number));
        }
    };

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

    /** Writes a float to a buffer that starts at 0, rounded and clipped. */
    abstract void put(ByteBuffer bytes, int index, float number);

    /**
     * The type that a descriptor names.
     *
     * @param type of an input
     * @return the same
     */
    public static ElementType of(TensorType type) {
        return valueOf(type.name());
    }
}

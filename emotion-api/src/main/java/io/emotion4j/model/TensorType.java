package io.emotion4j.model;

import java.util.Locale;

/**
 * What the numbers of a network's input are.
 *
 * @since 0.1.0
 */
public enum TensorType {
    /** IEEE 754 binary32. */
    FLOAT32,
    /** IEEE 754 binary16. */
    FLOAT16,
    /** IEEE 754 binary64. */
    FLOAT64,
    /** A byte from 0 to 255; what comes of a picture is rounded and clipped. */
    UINT8,
    /** A byte from -128 to 127. */
    INT8,
    /** 32 bits. */
    INT32,
    /** 64 bits. */
    INT64;

    /** {@return the word in a descriptor, such as {@code "float16"}} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

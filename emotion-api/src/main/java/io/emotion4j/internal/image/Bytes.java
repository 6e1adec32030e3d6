package io.emotion4j.internal.image;

import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads numbers at places in a file; a place beyond the end is a {@link BrokenPictureException}. */
record Bytes(byte[] array, int from, int to, ByteOrder order) {

    Bytes(byte[] file) {
        this(file, 0, file.length, ByteOrder.BIG_ENDIAN);
    }

    Bytes with(ByteOrder other) {
        return new Bytes(array, from, to, other);
    }

    /** A part, cut off at the end of this one. */
    Bytes part(int at, int length) {
        int start = Math.min(from + Math.max(at, 0), to);
        return new Bytes(array, start, start + Math.max(0, Math.min(length, to - start)), order);
    }

    byte[] copy() {
        return Arrays.copyOfRange(array, from, to);
    }

    int length() {
        return to - from;
    }

    int u8(long at) throws BrokenPictureException {
        if (at < 0 || at >= length()) {
            throw new BrokenPictureException("the file ends within the header");
        }
        return array[from + (int) at] & 0xff;
    }

    int u16(long at) throws BrokenPictureException {
        return order == ByteOrder.BIG_ENDIAN ? u8(at) << 8 | u8(at + 1) : u8(at) | u8(at + 1) << 8;
    }

    int i32(long at) throws BrokenPictureException {
        return order == ByteOrder.BIG_ENDIAN ? u16(at) << 16 | u16(at + 2) : u16(at) | u16(at + 2) << 16;
    }

    long u32(long at) throws BrokenPictureException {
        return i32(at) & 0xffffffffL;
    }

    /** A 64-bit number below 2<sup>63</sup>; all that can be a place in a file. */
    long u63(long at) throws BrokenPictureException {
        long first = u32(at);
        long second = u32(at + 4);
        long number = order == ByteOrder.BIG_ENDIAN ? first << 32 | second : second << 32 | first;
        if (number < 0) {
            throw new BrokenPictureException("a number in its header is beyond 2^63");
        }
        return number;
    }

    boolean startsWith(String latin1) {
        return matches(0, latin1);
    }

    boolean matches(int at, String latin1) {
        if (at < 0 || at > length() - latin1.length()) {
            return false;
        }
        for (int i = 0; i < latin1.length(); i++) {
            if ((array[from + at + i] & 0xff) != latin1.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

package io.emotion4j.internal.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of protocol buffers: fields by number, in their order. Their bytes are not copied.
 *
 * @param bytes of the file
 * @param fields those of this message
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Message(byte[] bytes, List<Field> fields) {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    /**
     * A field.
     *
     * @param number of the field
     * @param wire how it is written
     * @param value of a whole number
     * @param start of its content in the file
     * @param end of it
     */
    record Field(int number, int wire, long value, int start, int end) {

        boolean isMessage() {
            return wire == LENGTH;
        }
    }

    static Message of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    private static Message of(byte[] bytes, int from, int to) {
        List<Field> fields = new ArrayList<>();
        int[] at = {from};
        while (at[0] < to) {
            long tag = varint(bytes, at, to);
            int wire = (int) tag & 7;
            int start = at[0];
            long value = 0;
            switch (wire) {
                case VARINT -> value = varint(bytes, at, to);
                case FIXED64 -> at[0] += 8;
                case FIXED32 -> at[0] += 4;
                case LENGTH -> {
                    long length = varint(bytes, at, to);
                    start = at[0];
                    if (length < 0 || length > to - start) {
                        throw new IllegalArgumentException("it ends early: a field at byte " + start + " has " + length
                                + " bytes, found " + (to - start));
                    }
                    at[0] += (int) length;
                }
                default ->
                    throw new IllegalArgumentException("at byte " + start + " stands no field of protocol buffers");
            }
            if (at[0] > to || tag >>> 3 == 0) {
                throw new IllegalArgumentException("at byte " + start + " stands no field of protocol buffers");
            }
            fields.add(new Field((int) (tag >>> 3), wire, value, start, at[0]));
        }
        return new Message(bytes, fields);
    }

    private static long varint(byte[] bytes, int[] at, int to) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at[0] >= to) {
                throw new IllegalArgumentException("it ends early, at byte " + at[0]);
            }
            byte part = bytes[at[0]++];
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("at byte " + at[0] + " stands no field of protocol buffers");
    }

    List<Message> messages(int number) {
        List<Message> messages = new ArrayList<>();
        for (Field field : fields) {
            if (field.number == number && field.isMessage()) {
                messages.add(of(bytes, field.start, field.end));
            }
        }
        return messages;
    }

    Message message(Field field) {
        return of(bytes, field.start, field.end);
    }

    String text(int number) {
        String text = "";
        for (Field field : fields) {
            if (field.number == number && field.isMessage()) {
                text = new String(bytes, field.start, field.end - field.start, StandardCharsets.UTF_8);
            }
        }
        return text;
    }

    /** Repeated texts. */
    List<String> texts(int number) {
        List<String> texts = new ArrayList<>();
        for (Field field : fields) {
            if (field.number == number && field.isMessage()) {
                texts.add(new String(bytes, field.start, field.end - field.start, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    long whole(int number, long otherwise) {
        long whole = otherwise;
        for (Field field : fields) {
            if (field.number == number && field.wire == VARINT) {
                whole = field.value;
            }
        }
        return whole;
    }

    /** Repeated whole numbers, packed or not. */
    List<Long> wholes(int number) {
        List<Long> wholes = new ArrayList<>();
        for (Field field : fields) {
            if (field.number == number && field.isMessage()) {
                int[] at = {field.start};
                while (at[0] < field.end) {
                    wholes.add(varint(bytes, at, field.end));
                }
            } else if (field.number == number && field.wire == VARINT) {
                wholes.add(field.value);
            }
        }
        return wholes;
    }

    /** Writes a field as it stands in the file. */
    void copy(Field field, ByteArrayOutputStream out) {
        if (field.isMessage()) {
            write(out, field.number, bytes, field.start, field.end - field.start);
        } else {
            writeVarint(out, (long) field.number << 3 | field.wire);
            if (field.wire == VARINT) {
                writeVarint(out, field.value);
            } else {
                out.write(bytes, field.start, field.end - field.start);
            }
        }
    }

    static void write(ByteArrayOutputStream out, int number, byte[] content, int from, int length) {
        writeVarint(out, (long) number << 3 | LENGTH);
        writeVarint(out, length);
        out.write(content, from, length);
    }

    private static void writeVarint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}

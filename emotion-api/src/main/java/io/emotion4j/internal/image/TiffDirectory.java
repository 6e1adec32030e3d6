package io.emotion4j.internal.image;

import java.nio.ByteOrder;

/** The first directory of a TIFF file, of the classic form or of BigTIFF, with its numbers by tag. */
record TiffDirectory(Bytes file, boolean big, long at, long entries) {

    private static final int BIG_VERSION = 43;

    static TiffDirectory read(Bytes file) throws BrokenPictureException {
        Bytes bytes = file.with(file.startsWith("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        boolean big = bytes.u16(2) == BIG_VERSION;
        long directory = big ? bytes.u63(8) : bytes.u32(4);
        long entries = big ? bytes.u63(directory) : bytes.u16(directory);
        return new TiffDirectory(bytes, big, directory + (big ? 8 : 2), Math.min(entries, file.length()));
    }

    /** The tag's first number, or another where the tag is not there or holds no whole numbers. */
    long number(int tag, long otherwise) throws BrokenPictureException {
        long entry = find(tag);
        if (entry < 0 || size(entry) == 0 || count(entry) == 0) {
            return otherwise;
        }
        return value(values(entry), size(entry));
    }

    /** All numbers of a tag; none where the tag is not there. */
    long[] numbers(int tag) throws BrokenPictureException {
        long entry = find(tag);
        if (entry < 0 || size(entry) == 0) {
            return new long[0];
        }
        long count = count(entry);
        if (count > file.length()) {
            throw new BrokenPictureException(
                    "its tag " + tag + " claims " + count + " numbers, more than fit the file");
        }
        long start = values(entry);
        file.u8(start + count * size(entry) - 1);
        long[] numbers = new long[(int) count];
        for (int i = 0; i < count; i++) {
            numbers[i] = value(start + (long) i * size(entry), size(entry));
        }
        return numbers;
    }

    /** The bytes of a tag; none where it is not there. */
    Bytes bytes(int tag) throws BrokenPictureException {
        long entry = find(tag);
        return entry < 0
                ? file.part(0, 0)
                : file.part((int) Math.min(values(entry), file.length()), (int) Math.min(count(entry), file.length()));
    }

    private long find(int tag) throws BrokenPictureException {
        for (long i = 0; i < entries; i++) {
            long entry = at + i * (big ? 20 : 12);
            if (file.u16(entry) == tag) {
                return entry;
            }
        }
        return -1;
    }

    /** Bytes of a number; 0 for fractions and types that do not exist. */
    private int size(long entry) throws BrokenPictureException {
        return switch (file.u16(entry + 2)) {
            case 1, 7 -> 1;
            case 3 -> 2;
            case 4, 13 -> 4;
            case 16, 18 -> 8;
            default -> 0;
        };
    }

    private long count(long entry) throws BrokenPictureException {
        return big ? file.u63(entry + 4) : file.u32(entry + 4);
    }

    private long values(long entry) throws BrokenPictureException {
        long inPlace = entry + (big ? 12 : 8);
        if (count(entry) <= (big ? 8 : 4) / Math.max(1, size(entry))) {
            return inPlace;
        }
        return big ? file.u63(inPlace) : file.u32(inPlace);
    }

    private long value(long place, int size) throws BrokenPictureException {
        return switch (size) {
            case 1 -> file.u8(place);
            case 2 -> file.u16(place);
            case 4 -> file.u32(place);
            default -> file.u63(place);
        };
    }
}

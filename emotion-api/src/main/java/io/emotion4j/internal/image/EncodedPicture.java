package io.emotion4j.internal.image;

import io.emotion4j.DecodeLimits;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.ImageDecodeException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The bytes of a picture file, no more of them than the limit allows, and what to call them in an error.
 *
 * @param name the file's path, or "picture"
 * @param bytes the whole file
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record EncodedPicture(String name, byte[] bytes) {

    private static final String UNNAMED = "picture";

    /**
     * Reads a file. A device or a pipe has no size to ask for, so this counts what comes.
     *
     * @param file to read
     * @param limits its size is checked
     * @return its bytes
     * @throws ImageDecodeException if it cannot be read or is too large
     */
    public static EncodedPicture of(Path file, DecodeLimits limits) throws ImageDecodeException {
        String name = file.toString();
        try (InputStream in = Files.newInputStream(file)) {
            return read(name, in, limits);
        } catch (ImageDecodeException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new ImageDecodeException(Reason.UNREADABLE, "Cannot read " + name + ": no such file", e);
        } catch (IOException e) {
            throw new ImageDecodeException(
                    Reason.UNREADABLE, "Cannot read " + name + ": " + DecodeFailures.describe(e), e);
        }
    }

    /**
     * Reads a stream.
     *
     * @param in read to its end, or to just past the limit; not closed
     * @param limits the number of bytes is checked
     * @return its bytes
     * @throws ImageDecodeException if it cannot be read or is too large
     */
    public static EncodedPicture of(InputStream in, DecodeLimits limits) throws ImageDecodeException {
        try {
            return read(UNNAMED, in, limits);
        } catch (ImageDecodeException e) {
            throw e;
        } catch (IOException e) {
            throw new ImageDecodeException(
                    Reason.UNREADABLE, "Cannot read " + UNNAMED + " from its stream: " + DecodeFailures.describe(e), e);
        }
    }

    /**
     * Takes an array, without a copy.
     *
     * @param bytes a picture file
     * @param limits the number of bytes is checked
     * @return the bytes
     * @throws ImageDecodeException if there are too many
     */
    public static EncodedPicture of(byte[] bytes, DecodeLimits limits) throws ImageDecodeException {
        check(UNNAMED, bytes.length, limits);
        return new EncodedPicture(UNNAMED, bytes);
    }

    /**
     * Copies a buffer.
     *
     * @param buffer its remaining bytes; its position stays
     * @param limits the number of bytes is checked
     * @return the bytes
     * @throws ImageDecodeException if there are too many
     */
    public static EncodedPicture of(ByteBuffer buffer, DecodeLimits limits) throws ImageDecodeException {
        check(UNNAMED, buffer.remaining(), limits);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(buffer.position(), bytes);
        return new EncodedPicture(UNNAMED, bytes);
    }

    private static EncodedPicture read(String name, InputStream in, DecodeLimits limits) throws IOException {
        try {
            byte[] bytes = in.readNBytes((int) limits.maxBytes());
            if (bytes.length == limits.maxBytes() && in.read() >= 0) {
                throw tooLarge(name, "more than " + bytes.length, limits);
            }
            return new EncodedPicture(name, bytes);
        } catch (OutOfMemoryError e) {
            throw DecodeFailures.outOfMemory(name, e);
        }
    }

    private static void check(String name, int found, DecodeLimits limits) throws ImageDecodeException {
        if (found > limits.maxBytes()) {
            throw tooLarge(name, Integer.toString(found), limits);
        }
    }

    private static ImageDecodeException tooLarge(String name, String found, DecodeLimits limits) {
        return new ImageDecodeException(
                Reason.TOO_LARGE,
                "Cannot decode " + name + ": it has " + found + " bytes, the limit is " + limits.maxBytes()
                        + "; if you trust it, raise DecodeLimits.maxBytes");
    }
}

package io.emotion4j.internal.image;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * An ImageIO stream over arrays: a prefix, then the rest of a file. ImageIO's own streams copy, or write cache files.
 */
final class ByteArrayInput extends ImageInputStreamImpl {

    private final byte[] prefix;
    private final byte[] file;
    private final int start;
    private Runnable whenExhausted = () -> {};

    ByteArrayInput(byte[] file) {
        this(new byte[0], file, 0);
    }

    /** First {@code prefix}, then {@code file} from {@code start} on. */
    ByteArrayInput(byte[] prefix, byte[] file, int start) {
        this.prefix = prefix;
        this.file = file;
        this.start = start;
    }

    /** Has an action run at each attempt to read beyond the end. */
    void whenExhausted(Runnable action) {
        whenExhausted = action;
    }

    @Override
    public int read() {
        bitOffset = 0;
        if (streamPos >= length()) {
            whenExhausted.run();
            return -1;
        }
        int at = (int) streamPos++;
        return (at < prefix.length ? prefix[at] : file[start + at - prefix.length]) & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) {
        bitOffset = 0;
        if (wanted == 0) {
            return 0;
        }
        if (streamPos >= length()) {
            whenExhausted.run();
            return -1;
        }
        int at = (int) streamPos;
        int count;
        if (at < prefix.length) {
            count = Math.min(wanted, prefix.length - at);
            System.arraycopy(prefix, at, target, offset, count);
        } else {
            count = (int) Math.min(wanted, length() - at);
            System.arraycopy(file, start + at - prefix.length, target, offset, count);
        }
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return (long) prefix.length + file.length - start;
    }
}

package io.emotion4j.internal.natives;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/** Fills a folder in a JVM of its own. Arguments: the folder; {@code hang} to stop in the midst of a library for ever. */
public final class FillProgram {

    private static final int SIZE = 3_000_000;

    private FillProgram() {}

    public static void main(String[] arguments) throws IOException {
        NativeCache.fill(Path.of(arguments[0]), libraries(arguments.length > 1));
        System.out.println("filled");
    }

    /** Two libraries, always the same. */
    static List<NativeLibrary> libraries(boolean hang) throws IOException {
        return List.of(library("libone.so", 1, false), library("libtwo.so.2", 2, hang));
    }

    private static NativeLibrary library(String name, int seed, boolean hang) throws IOException {
        byte[] bytes = bytes(seed);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        URL url = new URL(null, "memory:" + name, new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {}

                    @Override
                    public InputStream getInputStream() {
                        return hang
                                ? new SequenceInputStream(new ByteArrayInputStream(bytes, 0, SIZE / 2), new Hanging())
                                : new ByteArrayInputStream(bytes);
                    }
                };
            }
        });
        return new NativeLibrary(name, bytes.length, crc.getValue(), 1_000_000_000_000L, url);
    }

    static byte[] bytes(int seed) {
        byte[] bytes = new byte[SIZE];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Says that it has come so far, and gives nothing any more. */
    private static final class Hanging extends InputStream {
        @Override
        public int read() {
            System.out.println("half");
            while (true) {
                try {
                    Thread.sleep(Long.MAX_VALUE);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}

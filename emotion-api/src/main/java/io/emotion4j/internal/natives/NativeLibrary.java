package io.emotion4j.internal.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * A native library in a jar.
 *
 * @param name of the file, such as {@code "libonnxruntime.so"}
 * @param size in bytes
 * @param crc CRC-32 of its bytes
 * @param modified when it was put into the jar, in milliseconds; -1 where that is not known
 * @param url where it lies
 */
public record NativeLibrary(String name, long size, long crc, long modified, URL url) {

    /**
     * Reading so many bytes at each start takes some milliseconds. Libraries that are larger are read once; then they get the time of
     * the jar's entry, and are known by it and by their size.
     */
    private static final long READ_AT_EACH_START = 64 << 20;

    /**
     * Looks at a library. A jar's directory says how long it is and what its checksum is; elsewhere it is read for that.
     *
     * @param name of the file
     * @param url where it lies
     * @return the library
     * @throws IOException if it cannot be read
     */
    public static NativeLibrary at(String name, URL url) throws IOException {
        URLConnection connection = open(url);
        if (connection instanceof JarURLConnection jar) {
            try (JarFile file = jar.getJarFile()) {
                JarEntry entry = file.getJarEntry(jar.getEntryName());
                if (entry.getSize() >= 0 && entry.getCrc() >= 0) {
                    return new NativeLibrary(name, entry.getSize(), entry.getCrc(), entry.getTime(), url);
                }
            }
        }
        CRC32 crc = new CRC32();
        try (InputStream in = new CheckedInputStream(open(url).getInputStream(), crc)) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            return new NativeLibrary(name, size, crc.getValue(), -1, url);
        }
    }

    /** Not the JVM's shared view of the jar, which stays open for ever. */
    private static URLConnection open(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection;
    }

    /** {@return whether a file holds this library, to the last byte} */
    boolean isIn(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() != size) {
                return false;
            }
            CRC32 sum = new CRC32();
            ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
            while (channel.read(buffer.clear()) >= 0) {
                sum.update(buffer.flip());
            }
            return sum.getValue() == crc;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return whether a file holds this library and bears its time; a large one is not read for that} */
    boolean isMarked(Path file) {
        try {
            boolean marked = modified < 0 || Files.getLastModifiedTime(file).toMillis() == modified;
            return marked && Files.size(file) == size && (modified >= 0 && size > READ_AT_EACH_START || isIn(file));
        } catch (IOException e) {
            return false;
        }
    }

    /** Gives a file that holds this library its time. */
    void mark(Path file) throws IOException {
        if (modified >= 0 && Files.getLastModifiedTime(file).toMillis() != modified) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(modified));
        }
    }

    /** Unpacks it. */
    void copyTo(Path file) throws IOException {
        try (InputStream in = open(url).getInputStream()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

package io.emotion4j.internal.natives;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A folder of one class loader alone, from which it loads libraries: a JVM loads a path once. It is deleted when they are loaded, or by
 * the next program where that cannot be (Windows) or could not be (a program that was killed).
 */
public final class PassingFolder implements AutoCloseable {

    private static final String PREFIX = "emotion4j-natives-";
    /** Whoever makes a folder locks it at once; younger ones are left alone in case it has not yet. */
    private static final Duration YOUNG = Duration.ofSeconds(20);

    private final Path path;
    private final FileChannel lock;

    private PassingFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes a folder, after deleting those that nobody uses any more.
     *
     * @param parent where it shall lie
     * @return the folder, empty
     * @throws IOException if it cannot be made
     */
    public static PassingFolder in(Path parent) throws IOException {
        deleteForgotten(parent);
        Path path = Files.createTempDirectory(parent, PREFIX);
        FileChannel channel = FileChannel.open(lockOf(path), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.tryLock();
        } catch (IOException e) {
            // A file system without locks: the folder's age protects it while it matters.
        }
        return new PassingFolder(path, channel);
    }

    /** {@return the folder for temporary files} */
    public static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir", ".")).toAbsolutePath();
    }

    /** {@return where it lies} */
    public Path path() {
        return path;
    }

    /**
     * Unpacks libraries into it.
     *
     * @param libraries which
     * @throws IOException if that fails
     */
    public void unpack(List<NativeLibrary> libraries) throws IOException {
        for (NativeLibrary library : libraries) {
            library.copyTo(path.resolve(library.name()));
        }
    }

    /**
     * Gives libraries of the cache a second name in it. The system maps such a file once, whoever loads it.
     *
     * @param folder of the cache
     * @param libraries which
     * @throws IOException if the file system has no such names
     */
    public void link(Path folder, List<NativeLibrary> libraries) throws IOException {
        for (NativeLibrary library : libraries) {
            Files.createLink(path.resolve(library.name()), folder.resolve(library.name()));
        }
    }

    /** Deletes it if the system lets a library that is loaded be deleted; else it stays locked until the program ends. */
    @Override
    public void close() {
        if (delete(path)) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Path lockOf(Path folder) {
        return folder.resolve(".lock");
    }

    private static void deleteForgotten(Path parent) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.getLastModifiedTime(folder)
                                .toInstant()
                                .isBefore(Instant.now().minus(YOUNG))
                        && isFree(folder)) {
                    delete(folder);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Somebody else's, or already gone. What makes the folder says what is wrong with its parent.
        }
    }

    private static boolean isFree(Path folder) {
        try (FileChannel channel =
                        FileChannel.open(lockOf(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    private static boolean delete(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            return Files.deleteIfExists(folder);
        } catch (IOException | DirectoryIteratorException e) {
            return false;
        }
    }
}

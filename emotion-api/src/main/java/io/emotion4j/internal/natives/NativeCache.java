package io.emotion4j.internal.natives;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder of unpacked libraries that outlives the program, where the application names one. A library that is there is used only if
 * it is whole; a new one gets its name when it is. So programs may start at once, and be killed at any time.
 */
public final class NativeCache {

    /** Names the folder into which the native libraries of every engine are unpacked. */
    public static final String PROPERTY = "emotion4j.nativeCache";

    private static final String PART = ".part";

    private NativeCache() {}

    /** {@return the folder that the application has named, or null} */
    public static @Nullable Path folder() {
        String folder = System.getProperty(PROPERTY);
        return folder == null || folder.isBlank() ? null : Path.of(folder).toAbsolutePath();
    }

    /**
     * Unpacks what is not there or not whole.
     *
     * @param folder of these libraries in this version alone
     * @param libraries that shall be in it
     * @throws IOException if it cannot be written and what is missing is not there
     */
    public static void fill(Path folder, List<NativeLibrary> libraries) throws IOException {
        if (isFilled(folder, libraries)) {
            return;
        }
        Files.createDirectories(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (lock != null) {
                deleteParts(folder);
            }
            for (NativeLibrary library : libraries) {
                Path file = folder.resolve(library.name());
                if (!library.isIn(file)) {
                    unpack(library, file);
                }
            }
        }
    }

    private static boolean isFilled(Path folder, List<NativeLibrary> libraries) {
        return libraries.stream().allMatch(library -> library.isIn(folder.resolve(library.name())));
    }

    /** A new file takes the old one's place, so that a program that has the old one mapped keeps it. */
    private static void unpack(NativeLibrary library, Path file) throws IOException {
        Path part = Files.createTempFile(file.getParent(), library.name(), PART);
        try {
            library.copyTo(part);
            // A file system that is full may say so only here.
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            if (!library.isIn(part)) {
                throw new IOException(part + " does not hold what was written to it; look at the disk");
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Waits for whoever unpacks into the same folder. Null where that cannot be known: work is then done twice, not wrongly. */
    private static @Nullable FileLock lock(FileChannel channel) {
        try {
            return channel.lock();
        } catch (IOException | OverlappingFileLockException e) {
            return null;
        }
    }

    /** Left by programs that were killed: whoever still writes holds the lock. */
    private static void deleteParts(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + PART)) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }
}

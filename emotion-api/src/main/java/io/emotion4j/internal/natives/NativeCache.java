package io.emotion4j.internal.natives;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
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
     * Unpacks what is not there or not whole. Beside the folder lie a lock and, while something is unpacked, parts of files: in it are
     * libraries alone, since some engines load whatever they find.
     *
     * @param folder of these libraries in this version alone
     * @param libraries that shall be in it
     * @throws IOException if it cannot be written and what is missing is not there
     */
    public static void fill(Path folder, List<NativeLibrary> libraries) throws IOException {
        if (libraries.stream().allMatch(library -> library.isMarked(folder.resolve(library.name())))) {
            return;
        }
        try {
            // Of the whole JVM: other class loaders have a class of this name, too, and file locks are between
            // processes.
            synchronized (Runtime.getRuntime()) {
                fillLocked(folder, libraries);
            }
        } catch (IOException e) {
            // A cache that is whole need not be one that can be written.
            if (!libraries.stream().allMatch(library -> library.isIn(folder.resolve(library.name())))) {
                throw e;
            }
        }
    }

    /**
     * Makes a folder and those above it. A link to a folder is one, which JDK 17 does not see.
     *
     * @param folder may be there already
     * @throws IOException if it cannot be made
     */
    public static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    private static void fillLocked(Path folder, List<NativeLibrary> libraries) throws IOException {
        makeFolder(folder);
        Path lockFile = folder.resolveSibling(folder.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (lock != null) {
                deleteParts(folder);
            }
            for (NativeLibrary library : libraries) {
                Path file = folder.resolve(library.name());
                if (library.isIn(file)) {
                    library.mark(file);
                } else {
                    unpack(library, folder, file);
                }
            }
        }
    }

    /** A new file takes the old one's place, so that a program that has the old one mapped keeps it. */
    private static void unpack(NativeLibrary library, Path folder, Path file) throws IOException {
        Path part = Files.createTempFile(folder.toAbsolutePath().getParent(), folder.getFileName() + "-", PART);
        try {
            library.copyTo(part);
            // A file system that is full may say so only here.
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            if (!library.isIn(part)) {
                throw new IOException(part + " does not hold what was written to it; look at the disk");
            }
            library.mark(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Waits for whoever unpacks into the same folder. Null where that cannot be known: work is then done twice, not wrongly. */
    private static @Nullable FileLock lock(FileChannel channel) {
        try {
            return channel.lock();
        } catch (IOException e) {
            return null;
        }
    }

    /** Left by programs that were killed: whoever still writes holds the lock. */
    private static void deleteParts(Path folder) throws IOException {
        try (DirectoryStream<Path> parts =
                Files.newDirectoryStream(folder.toAbsolutePath().getParent(), folder.getFileName() + "-*" + PART)) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }
}

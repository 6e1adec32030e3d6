package io.emotion4j.internal.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that appears whole or not at all: it is written under another name beside its place and moved there in the end. An old
 * file stays until then. A device or pipe is written in place.
 */
public final class WholeFile implements AutoCloseable {

    private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

    private final Path target;
    private final Path part;

    private WholeFile(Path target, Path part) {
        this.target = target;
        this.part = part;
    }

    /** What is written. */
    public interface Content {

        /**
         * Writes it.
         *
         * @param out buffered; closed by the caller
         * @throws IOException if it cannot be written
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file.
     *
     * @param file its place; its folder is made where there is none
     * @param content what is written
     * @throws IOException naming the file and the reason; then nothing has changed
     */
    public static void write(Path file, Content content) throws IOException {
        try (WholeFile whole = begin(file)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole.part))) {
                content.writeTo(out);
            }
            whole.finish();
        } catch (IOException e) {
            throw new IOException("Cannot write " + file + ": " + FileProblem.reason(e), e);
        }
    }

    /**
     * Begins a file that something else writes, which opens it by its name.
     *
     * @param file its place; its folder is made where there is none
     * @return to be finished and closed by the caller
     * @throws IOException if there can be no such file
     */
    public static WholeFile begin(Path file) throws IOException {
        // A link stays, and what it leads to is replaced.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException("it is a folder");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            return new WholeFile(target, target);
        }
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        long random = ThreadLocalRandom.current().nextLong();
        WholeFile whole = new WholeFile(
                target, target.resolveSibling(String.format(Locale.ROOT, "emotion4j-%016x.part", random)));
        UNFINISHED.add(whole.part);
        return whole;
    }

    /** {@return the name to write to meanwhile} */
    public Path part() {
        return part;
    }

    /**
     * Moves what was written, and closed, to its place.
     *
     * @throws IOException if that is not possible
     */
    public void finish() throws IOException {
        if (part.equals(target)) {
            return;
        }
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        UNFINISHED.remove(part);
    }

    /** Drops what was not finished. */
    @Override
    public void close() throws IOException {
        if (UNFINISHED.remove(part)) {
            Files.deleteIfExists(part);
        }
    }

    /** Drops all that is not finished: for a program that is told to end. */
    public static void dropUnfinished() {
        // The program ends: what cannot be deleted stays, and its name says what it is.
        UNFINISHED.forEach(part -> part.toFile().delete());
    }
}

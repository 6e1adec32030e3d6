package io.emotion4j.cli;

import io.emotion4j.internal.files.FileProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a folder, through links too. What cannot be looked at is a problem, and the walk goes on. */
final class FolderWalk extends SimpleFileVisitor<Path> {

    private final List<Path> files = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** Walks. */
    static FolderWalk through(Path folder, boolean recursive) {
        FolderWalk walk = new FolderWalk();
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), recursive ? Integer.MAX_VALUE : 1, walk);
        } catch (IOException e) {
            // The visitor throws none.
            throw new UncheckedIOException(e);
        }
        return walk;
    }

    List<Path> files() {
        return files;
    }

    /** {@return what could not be looked at, a sentence each} */
    List<String> problems() {
        return problems;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        problems.add(
                failure instanceof FileSystemLoopException
                        ? file + ": this link leads back to a folder that it lies in; passed over"
                        : file + ": cannot be read: " + FileProblem.reason(failure) + "; passed over");
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
        if (failure != null) {
            problems.add(folder + ": this folder could not be read to its end: " + FileProblem.reason(failure));
        }
        return FileVisitResult.CONTINUE;
    }
}

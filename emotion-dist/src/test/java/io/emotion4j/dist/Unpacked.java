package io.emotion4j.dist;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/** The archive of this build, unpacked with the rights that are written in it. */
final class Unpacked {

    private static final Path ARCHIVE = Path.of(System.getProperty("archive"));

    private Unpacked() {}

    /** Unpacks it and returns its one folder. */
    static Path into(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        try (FileSystem zip = FileSystems.newFileSystem(
                URI.create("jar:" + ARCHIVE.toUri()), Map.of("enablePosixFileAttributes", "true"))) {
            Path root = zip.getPath("/");
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    Files.createDirectories(
                            folder.resolve(root.relativize(directory).toString()));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Path copy = Files.copy(
                            file, folder.resolve(root.relativize(file).toString()));
                    if (posix) {
                        Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        String name = String.valueOf(ARCHIVE.getFileName());
        return folder.resolve(name.substring(0, name.length() - ".zip".length()));
    }
}

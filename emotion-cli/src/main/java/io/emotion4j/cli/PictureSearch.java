package io.emotion4j.cli;

import io.emotion4j.evaluation.data.PictureFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pictures that the user meant: a file is taken as it is, a folder for the files in it that are called like
 * pictures, in the order of their names.
 *
 * @param pictures the pictures
 * @param problems what could not be searched, a sentence each
 */
record PictureSearch(List<Picture> pictures, List<String> problems) {

    /**
     * A picture.
     *
     * @param file where it is
     * @param name its path below the folder that was searched, or its file name
     */
    record Picture(Path file, Path name) {

        /** {@return whether it lies in that folder and was found from above it} */
        private boolean foundIn(Path folder) {
            Path inner = absolute(folder);
            Path own = absolute(file);
            boolean fromAbove = own.getNameCount() - name.getNameCount() < inner.getNameCount();
            return own.startsWith(inner) && !own.equals(inner) && fromAbove;
        }

        private static Path absolute(Path path) {
            return path.toAbsolutePath().normalize();
        }
    }

    /**
     * Two pictures whose copies would take each other's place.
     *
     * @param one where it is
     * @param other where it is
     * @param name of both
     */
    record Twins(Path one, Path other, Path name) {}

    /** {@return the first two pictures of the same name, or null where each has its own} */
    static @Nullable Twins twins(List<Picture> pictures) {
        Map<Path, Path> taken = new HashMap<>();
        for (Picture picture : pictures) {
            Path one = taken.put(picture.name(), picture.file());
            if (one != null) {
                return new Twins(one, picture.file(), picture.name());
            }
        }
        return null;
    }

    /**
     * The same without what a search came upon in a folder that is written to, so that a second run does not take the first one's pictures
     * for the user's. Whoever names that folder, or one below it, means what is in it.
     *
     * @param written the folder, or null where none is
     */
    PictureSearch without(@Nullable Path written) {
        return written == null
                ? this
                : new PictureSearch(
                        pictures.stream()
                                .filter(picture -> !picture.foundIn(written))
                                .toList(),
                        problems);
    }

    static PictureSearch of(List<Path> paths, boolean recursive) {
        List<Picture> pictures = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                Path name = path.getFileName();
                pictures.add(new Picture(path, name == null ? path : name));
                continue;
            }
            FolderWalk walk = FolderWalk.through(path, recursive);
            problems.addAll(walk.problems());
            List<Picture> found = walk.files().stream()
                    .filter(PictureFolder::looksLikePicture)
                    .sorted()
                    .map(file -> new Picture(file, path.relativize(file)))
                    .toList();
            pictures.addAll(found);
            if (found.isEmpty() && walk.problems().isEmpty()) {
                problems.add(path + ": no picture in this folder (looked for "
                        + String.join(", ", PictureFolder.ENDINGS) + ")"
                        + (recursive ? "" : "; --recursive looks in the folders below it, too"));
            }
        }
        return new PictureSearch(pictures, problems);
    }
}

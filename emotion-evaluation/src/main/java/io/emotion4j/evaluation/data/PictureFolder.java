package io.emotion4j.evaluation.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Folders of pictures, told from other files by their names.
 *
 * @since 0.1.0
 */
public final class PictureFolder {

    /** How pictures' names end, in lower case, after the dot. */
    public static final List<String> ENDINGS = List.of("bmp", "gif", "jpeg", "jpg", "png", "tif", "tiff", "webp");

    private PictureFolder() {}

    /**
     * Reads pictures that have no faces.
     *
     * @param path JSON lines, a folder with an {@code index.jsonl}, or a folder with pictures at any depth
     * @return the pictures, ordered by name, or as in the index
     * @throws IOException if there is none
     */
    public static List<AnnotatedPicture> withoutFaces(Path path) throws IOException {
        if (!Files.isDirectory(path) || DetectionIndex.isIn(path)) {
            return DetectionIndex.read(path, null);
        }
        return files(path).stream()
                .map(file -> new AnnotatedPicture(path.relativize(file).toString(), file, List.of()))
                .toList();
    }

    /**
     * Finds pictures.
     *
     * @param folder with pictures at any depth
     * @return the files, ordered by name
     * @throws IOException if there is none
     */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> pictures = files.filter(Files::isRegularFile)
                    .filter(PictureFolder::looksLikePicture)
                    .sorted()
                    .toList();
            if (pictures.isEmpty()) {
                throw new IOException(folder + ": no picture; expected files that end in one of " + ENDINGS);
            }
            return pictures;
        }
    }

    /**
     * Whether a file is called like a picture.
     *
     * @param file need not be there
     * @return whether its name ends in one of {@link #ENDINGS}, in whatever case
     */
    public static boolean looksLikePicture(Path file) {
        String name = ClassFolders.nameOf(file);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}

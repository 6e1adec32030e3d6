package io.emotion4j.cli;

import io.emotion4j.output.draw.PictureWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where annotated pictures go. One picture goes to a file if the user named one; else each goes into a folder, under its own
 * name: a JPEG as JPEG, any other as PNG.
 *
 * @param out the file, or the folder
 * @param isFile whether it is a file
 */
record Annotations(Path out, boolean isFile) {

    /**
     * Decides what the user meant.
     *
     * @throws IllegalArgumentException if it cannot be done
     */
    static Annotations to(Path out, List<PictureSearch.Picture> pictures) {
        boolean isFile = PictureWriter.isPicture(out) && !Files.isDirectory(out);
        if (isFile && pictures.size() > 1) {
            throw new IllegalArgumentException("--annotate " + out + " is one file, but there are " + pictures.size()
                    + " pictures; name a folder");
        }
        if (!isFile && Files.exists(out) && !Files.isDirectory(out)) {
            throw new IllegalArgumentException(
                    "--annotate " + out + " is neither a folder nor a file that ends in .png, .jpg or .jpeg");
        }
        Map<Path, Path> taken = new HashMap<>();
        for (PictureSearch.Picture picture : pictures) {
            Path other = taken.put(picture.name(), picture.file());
            if (other != null) {
                throw new IllegalArgumentException("--annotate " + out + ": " + other + " and " + picture.file()
                        + " would both become " + drawable(picture.name()) + "; annotate them one after the other");
            }
        }
        return new Annotations(out, isFile);
    }

    /**
     * Where one annotated picture goes.
     *
     * @throws IOException if that is the picture itself
     */
    Path placeOf(PictureSearch.Picture picture) throws IOException {
        Path place = isFile ? out : out.resolve(drawable(picture.name()));
        if (Files.exists(place) && Files.isSameFile(place, picture.file())) {
            throw new IOException("its annotated copy would take its place; name another --annotate");
        }
        return place;
    }

    private static Path drawable(Path name) {
        return PictureWriter.isPicture(name) ? name : name.resolveSibling(name.getFileName() + ".png");
    }
}

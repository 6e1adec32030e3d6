package io.emotion4j.cli;

import io.emotion4j.output.draw.PictureWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where annotated pictures go. One picture goes to a file if the user named one; else each goes into a folder, under its own
 * name: a JPEG as JPEG, any other as PNG.
 *
 * @param option by which the user asked for them, such as {@code --annotate}
 * @param out the file, or the folder
 * @param isFile whether it is a file
 */
record Annotations(String option, Path out, boolean isFile) {

    /**
     * Decides what the user meant.
     *
     * @throws IllegalArgumentException if it cannot be done
     */
    static Annotations to(String option, Path out, List<PictureSearch.Picture> pictures) {
        boolean isFile = PictureWriter.isPicture(out) && !Files.isDirectory(out);
        if (isFile && pictures.size() > 1) {
            throw new IllegalArgumentException(
                    option + " " + out + " is one file, but there are " + pictures.size() + " pictures; name a folder");
        }
        if (!isFile && Files.exists(out) && !Files.isDirectory(out)) {
            throw new IllegalArgumentException(
                    option + " " + out + " is neither a folder nor a file that ends in .png, .jpg or .jpeg");
        }
        PictureSearch.Twins twins = PictureSearch.twins(pictures);
        if (twins != null) {
            throw new IllegalArgumentException(option + " " + out + ": " + twins.one() + " and " + twins.other()
                    + " would both become " + drawable(twins.name()) + "; draw them one after the other");
        }
        return new Annotations(option, out, isFile);
    }

    /**
     * Where one annotated picture goes.
     *
     * @throws IOException if that is the picture itself
     */
    Path placeOf(PictureSearch.Picture picture) throws IOException {
        Path place = isFile ? out : out.resolve(drawable(picture.name()));
        if (Files.exists(place) && Files.isSameFile(place, picture.file())) {
            throw new IOException("its annotated copy would take its place; name another " + option);
        }
        return place;
    }

    private static Path drawable(Path name) {
        return PictureWriter.isPicture(name) ? name : name.resolveSibling(name.getFileName() + ".png");
    }
}

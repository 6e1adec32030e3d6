package io.emotion4j.evaluation.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads face crops that nobody has labelled, such as {@code cut-faces} writes.
 *
 * @since 0.1.0
 */
public final class UnlabelledFaces {

    private UnlabelledFaces() {}

    /**
     * Reads all faces, ordered by name. A picture that equals an earlier one is left out.
     *
     * @param folder with pictures at any depth, a face each
     * @return faces without label and votes
     * @throws IOException naming the file and what is wrong, or that there is none
     */
    public static List<LabelledFace> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": expected a folder of pictures of faces, found none there");
        }
        List<LabelledFace> faces = new ArrayList<>();
        Duplicates duplicates = new Duplicates();
        for (Path file : PictureFolder.files(folder)) {
            LabelledFace.Crop crop = GrayPicture.read(file);
            if (!duplicates.add(crop.pixels(), crop.width())) {
                faces.add(
                        new LabelledFace(crop, -1, null, new LabelledFace.Origin(file.toString(), false, null, file)));
            }
        }
        return faces;
    }
}

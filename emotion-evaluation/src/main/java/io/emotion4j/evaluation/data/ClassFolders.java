package io.emotion4j.evaluation.data;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads face crops kept in a folder a class, such as {@code happy/0001.jpg}: any picture format that {@link RgbImage} reads, any
 * size. A folder's name is the label; a class that is none of the seven expressions ("contempt") has no label.
 *
 * @since 0.1.0
 */
public final class ClassFolders {

    private ClassFolders() {}

    /**
     * Reads all faces, ordered by class and file name, so that the order is the same on every machine.
     *
     * @param folder holds the folders of the classes
     * @param votes FER+ votes, found by file name in column {@code Image name} or {@code file}, or null
     * @param groups CSV file with a column "file" and a column "group", or null
     * @return the faces
     * @throws IOException naming file and what is wrong
     */
    public static List<LabelledFace> read(Path folder, @Nullable Path votes, @Nullable Path groups) throws IOException {
        SideColumns<int[]> voteLines = votes == null ? null : SideColumns.votes(votes);
        SideColumns<String> groupLines = groups == null ? null : SideColumns.groups(groups);
        List<LabelledFace> faces = new ArrayList<>();
        Duplicates duplicates = new Duplicates();
        for (Path classFolder : children(folder)) {
            if (!Files.isDirectory(classFolder)) {
                continue;
            }
            int label = ExpressionLabels.indexOf(nameOf(classFolder), classFolder.toString());
            for (Path file : children(classFolder)) {
                LabelledFace.Crop crop = decode(file);
                String name = nameOf(file);
                faces.add(new LabelledFace(
                        crop,
                        label,
                        voteLines == null ? null : voteLines.ofName(name),
                        new LabelledFace.Origin(
                                file.toString(),
                                duplicates.add(crop.pixels(), crop.width()),
                                groupLines == null ? null : groupLines.ofName(name),
                                file)));
            }
        }
        if (faces.isEmpty()) {
            throw new IOException(
                    folder + ": expected a folder a class ('angry', 'happy', ...) with pictures, found none");
        }
        return faces;
    }

    private static LabelledFace.Crop decode(Path file) throws IOException {
        try {
            return GrayPicture.read(file);
        } catch (ImageDecodeException e) {
            throw new IOException(file + ": a folder of a class holds pictures only: " + e.getMessage(), e);
        }
    }

    static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> !nameOf(path).startsWith(".")).sorted().toList();
        }
    }

    static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }
}

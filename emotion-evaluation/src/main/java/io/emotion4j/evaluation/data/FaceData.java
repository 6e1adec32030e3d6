package io.emotion4j.evaluation.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads labelled faces from wherever they lie: a CSV file like Kaggle's {@code fer2013.csv}, a folder that holds a folder a
 * class (or a folder a part, with these in it), or contact sheets with their {@code labels.csv}.
 *
 * @since 0.1.0
 */
public final class FaceData {

    private FaceData() {}

    /**
     * Reads a part.
     *
     * @param data file or folder
     * @param votes FER+'s votes: for a CSV file line by line, for folders by file name; or null
     * @param groups CSV file with a column "group": for a CSV file line by line, for folders by column {@code file}; or null
     * @param part which; null for all. Where the data has no parts, all is read
     * @return the faces
     * @throws IOException naming file, line and what is wrong
     */
    public static List<LabelledFace> read(Path data, @Nullable Path votes, @Nullable Path groups, @Nullable Part part)
            throws IOException {
        if (Files.isRegularFile(data)) {
            return FerCsv.read(data, votes, groups, part == null ? null : part.usage());
        }
        if (!Files.isDirectory(data)) {
            throw new IOException(data + ": expected a CSV file or a folder, found nothing there");
        }
        if (ContactSheets.isIn(data)) {
            if (votes != null || groups != null) {
                throw new IOException(
                        data + ": contact sheets have their votes in labels.csv; leave other files of votes and"
                                + " groups out");
            }
            return ContactSheets.read(data, part);
        }
        return ClassFolders.read(partFolder(data, part), votes, groups);
    }

    /**
     * Reads all parts at once.
     *
     * @param data file or folder
     * @param votes FER+'s votes, as {@link #read} takes them; or null
     * @return the faces by part; where the data has no parts, all are {@link Part#TRAIN}
     * @throws IOException naming file, line and what is wrong
     */
    public static Map<Part, List<LabelledFace>> readParts(Path data, @Nullable Path votes) throws IOException {
        if (Files.isRegularFile(data)) {
            return FerCsv.readParts(data, votes);
        }
        Map<Part, List<LabelledFace>> faces = new EnumMap<>(Part.class);
        boolean parted = Files.isDirectory(data)
                && !ContactSheets.isIn(data)
                && !partFolders(data).isEmpty();
        for (Part part : Part.values()) {
            if (parted ? hasFolder(data, part) : part == Part.TRAIN) {
                faces.put(part, read(data, votes, null, part));
            }
        }
        if (!parted && Files.isDirectory(data) && ContactSheets.isIn(data)) {
            faces.put(Part.VALID, ContactSheets.read(data, Part.VALID));
        }
        return faces;
    }

    private static boolean hasFolder(Path data, Part part) throws IOException {
        return partFolders(data).stream().anyMatch(folder -> part.isNamed(ClassFolders.nameOf(folder)));
    }

    private static List<Path> partFolders(Path data) throws IOException {
        return ClassFolders.children(data).stream()
                .filter(Files::isDirectory)
                .filter(folder -> Part.named(ClassFolders.nameOf(folder)).isPresent())
                .toList();
    }

    private static Path partFolder(Path data, @Nullable Part part) throws IOException {
        List<Path> parts = partFolders(data);
        if (parts.isEmpty()) {
            return data;
        }
        return parts.stream()
                .filter(folder -> part != null && part.isNamed(ClassFolders.nameOf(folder)))
                .findFirst()
                .orElseThrow(() -> new IOException(
                        data + ": no folder for part " + part + "; name one of those that are there: " + parts));
    }
}

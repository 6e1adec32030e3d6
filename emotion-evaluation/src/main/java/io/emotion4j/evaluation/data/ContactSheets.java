package io.emotion4j.evaluation.data;

import io.emotion4j.internal.files.WholeFile;
import java.awt.image.BufferedImage;
import java.awt.image.RasterFormatException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Reads FER2013 kept as contact sheets: gray PNG files with 48x48 faces in rows and columns, and a {@code labels.csv} (id, split,
 * sheet, row, column, emotion, the ten FER+ votes).
 *
 * @since 0.1.0
 */
public final class ContactSheets {

    private static final int SIDE = 48;
    private static final String LABELS = "labels.csv";

    /** {@code labels.csv} spells out FER+'s "NF". */
    private static final List<String> VOTES = ExpressionLabels.VOTES.stream()
            .map(name -> name.equals("NF") ? "not_a_face" : name)
            .toList();

    private final Path folder;
    private final Map<String, BufferedImage> sheets = new HashMap<>();

    private ContactSheets(Path folder) {
        this.folder = folder;
    }

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(LABELS)) && Files.isDirectory(folder.resolve("sheets"));
    }

    /**
     * Reads the faces of one part.
     *
     * @param folder holds {@code labels.csv} and the folder {@code sheets}
     * @param part or null for every face
     * @return the faces, in the order of the lines
     * @throws IOException naming file, line and what is wrong
     */
    public static List<LabelledFace> read(Path folder, @Nullable Part part) throws IOException {
        ContactSheets sheets = new ContactSheets(folder);
        List<LabelledFace> faces = new ArrayList<>();
        Duplicates duplicates = new Duplicates();
        try (CsvRows rows =
                CsvRows.open(folder.resolve(LABELS), List.of("split", "sheet", "row", "column", "emotion"))) {
            boolean voted = rows.has(VOTES.get(0));
            for (CsvRow row; (row = rows.next()) != null; ) {
                LabelledFace face = sheets.face(row, voted, duplicates);
                if (part == null || part.isNamed(row.get("split"))) {
                    faces.add(face);
                }
            }
        }
        if (faces.isEmpty()) {
            throw new IOException(folder.resolve(LABELS) + ": no line has split '" + part + "'");
        }
        return faces;
    }

    private LabelledFace face(CsvRow row, boolean voted, Duplicates duplicates) throws IOException {
        int[] votes = voted ? new int[VOTES.size()] : null;
        for (int i = 0; votes != null && i < votes.length; i++) {
            votes[i] = row.number(VOTES.get(i), 1000);
        }
        byte[] pixels = pixels(row);
        return new LabelledFace(
                new LabelledFace.Crop(pixels, SIDE, SIDE),
                ExpressionLabels.indexOf(row.get("emotion"), row.place()),
                votes,
                new LabelledFace.Origin(row.place(), duplicates.add(pixels, SIDE), null, null));
    }

    private byte[] pixels(CsvRow row) throws IOException {
        BufferedImage sheet = sheet(row);
        int x = row.number("column", 1 << 20) * SIDE;
        int y = row.number("row", 1 << 20) * SIDE;
        try {
            byte[] pixels = new byte[SIDE * SIDE];
            int[] samples = sheet.getRaster().getSamples(x, y, SIDE, SIDE, 0, (int[]) null);
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) samples[i];
            }
            return pixels;
        } catch (ArrayIndexOutOfBoundsException | RasterFormatException e) {
            throw new IOException(
                    row.place() + ": a face at " + x + "," + y + " lies outside sheet '" + row.get("sheet") + "' of "
                            + sheet.getWidth() + "x" + sheet.getHeight(),
                    e);
        }
    }

    private BufferedImage sheet(CsvRow row) throws IOException {
        String name = row.get("sheet");
        BufferedImage sheet = sheets.get(name);
        if (sheet == null) {
            Path file = folder.resolve("sheets").resolve(name);
            sheet = Files.isRegularFile(file) ? ImageIO.read(file.toFile()) : null;
            if (sheet == null || sheet.getRaster().getNumBands() != 1) {
                throw new IOException(row.place() + ": expected a gray picture in " + file);
            }
            sheets.put(name, sheet);
        }
        return sheet;
    }

    /**
     * Writes the same faces as {@code fer2013.csv} and {@code fer2013new.csv}.
     *
     * @param source holds {@code labels.csv} and the folder {@code sheets}
     * @param target folder, made where it does not exist
     * @throws IOException naming file, line and what is wrong
     */
    public static void unpack(Path source, Path target) throws IOException {
        try (WholeFile facesFile = WholeFile.begin(target.resolve("fer2013.csv"));
                WholeFile votesFile = WholeFile.begin(target.resolve("fer2013new.csv"))) {
            unpack(source, facesFile.part(), votesFile.part());
            facesFile.finish();
            votesFile.finish();
        }
    }

    private static void unpack(Path source, Path facesFile, Path votesFile) throws IOException {
        try (Writer faces = Files.newBufferedWriter(facesFile);
                Writer votes = Files.newBufferedWriter(votesFile)) {
            faces.write("emotion,pixels,Usage\n");
            votes.write("Usage,Image name," + String.join(",", ExpressionLabels.VOTES) + "\n");
            ContactSheets sheets = new ContactSheets(source);
            try (CsvRows rows = CsvRows.open(source.resolve(LABELS), VOTES)) {
                for (CsvRow row; (row = rows.next()) != null; ) {
                    sheets.write(row, faces, votes);
                }
            }
        }
    }

    private void write(CsvRow row, Writer faces, Writer votes) throws IOException {
        String usage = (Part.TRAIN.isNamed(row.get("split")) ? Part.TRAIN : Part.VALID).usage();
        LabelledFace face = face(row, true, new Duplicates());
        StringBuilder line = new StringBuilder().append(face.label());
        for (int i = 0; i < face.pixels().length; i++) {
            line.append(i == 0 ? ',' : ' ').append(face.pixels()[i] & 0xff);
        }
        faces.append(line).append(",").append(usage).append("\n");
        votes.append(usage).append(",").append(row.get("id")).append(".png");
        for (String name : VOTES) {
            votes.append(",").append(row.get(name));
        }
        votes.append("\n");
    }
}

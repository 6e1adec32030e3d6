package io.emotion4j.evaluation.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Unpacks FER2013 kept as contact sheets (50 columns of 48x48 gray faces) with a {@code labels.csv} into the two files that
 * {@link FerCsv} reads. A development command: users have Kaggle's file already.
 */
public final class ContactSheets {

    private static final int SIDE = 48;

    private ContactSheets() {}

    /** Writes {@code fer2013.csv} and {@code fer2013new.csv} into {@code target}. */
    public static void unpack(Path source, Path target) throws IOException {
        Files.createDirectories(target);
        Map<String, BufferedImage> sheets = new HashMap<>();
        List<String> lines = Files.readAllLines(source.resolve("labels.csv"));
        try (Writer faces = Files.newBufferedWriter(target.resolve("fer2013.csv"));
                Writer votes = Files.newBufferedWriter(target.resolve("fer2013new.csv"))) {
            faces.write("emotion,pixels,Usage\n");
            votes.write("Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n");
            for (String line : lines.subList(1, lines.size())) {
                String[] c = line.split(",", -1);
                BufferedImage sheet = sheets.get(c[2]);
                if (sheet == null) {
                    sheet = ImageIO.read(source.resolve("sheets").resolve(c[2]).toFile());
                    sheets.put(c[2], sheet);
                }
                int[] pixels = sheet.getRaster()
                        .getSamples(Integer.parseInt(c[4]) * SIDE, Integer.parseInt(c[3]) * SIDE, SIDE, SIDE, 0, (int[])
                                null);
                String usage = c[1].equals("train") ? "Training" : "PublicTest";
                faces.write(Integer.toString(ExpressionLabels.NAMES.indexOf(c[5])));
                faces.write(',');
                for (int i = 0; i < pixels.length; i++) {
                    faces.write((i == 0 ? "" : " ") + pixels[i]);
                }
                faces.write("," + usage + "\n");
                votes.write(usage + "," + c[0] + ".png," + String.join(",", List.of(c).subList(6, 16)) + "\n");
            }
        }
    }
}

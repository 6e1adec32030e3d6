package io.emotion4j.djl;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.RgbImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Many faces in one picture, in rows and columns of 48x48 pixels. */
final class FaceSheets {

    private static final int CELL = 48;
    private static final int COLUMNS = 50;

    private FaceSheets() {}

    /** {@return a sheet of FER2013's validation part where it lies beside the checkout, else a drawn one} */
    static RgbImage sheet() throws IOException {
        return SharedFiles.exist()
                ? RgbImage.decode(SharedFiles.get("datasets/fer2013/sheets/valid-00.png"))
                : drawn(1_000);
    }

    /** {@return the first cells, each a face without landmarks} */
    static List<Face> faces(int count) {
        List<Face> faces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            faces.add(new Face(new BoundingBox(i % COLUMNS * CELL, i / COLUMNS * CELL, CELL, CELL), 1, null));
        }
        return faces;
    }

    /** {@return ovals with eyes, brows and mouths of chance} */
    private static RgbImage drawn(int count) {
        BufferedImage sheet =
                new BufferedImage(COLUMNS * CELL, (count + COLUMNS - 1) / COLUMNS * CELL, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Random random = new Random(7);
        for (int i = 0; i < count; i++) {
            draw(graphics, i % COLUMNS * CELL, i / COLUMNS * CELL, random);
        }
        graphics.dispose();
        return RgbImage.from(sheet);
    }

    private static void draw(Graphics2D graphics, int x, int y, Random random) {
        gray(graphics, random.nextInt(256));
        graphics.fillRect(x, y, CELL, CELL);
        gray(graphics, 120 + random.nextInt(120));
        graphics.fillOval(x + 5, y + 1, 38, 46);
        gray(graphics, random.nextInt(90));
        for (int eye : new int[] {15, 33}) {
            int open = 2 + random.nextInt(6);
            graphics.fillOval(x + eye - 4, y + 19 - open / 2, 8, open);
            graphics.drawLine(x + eye - 5, y + 10 + random.nextInt(5), x + eye + 5, y + 10 + random.nextInt(5));
        }
        graphics.drawArc(x + 16, y + 32, 16, 2 + random.nextInt(10), random.nextBoolean() ? 0 : 180, 180);
    }

    private static void gray(Graphics2D graphics, int value) {
        graphics.setColor(new Color(value, value, value));
    }
}

package io.emotion4j.evaluation.sample;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.List;

/** Lays faces out on a neutral background: four above, three below, with room around each. */
final class SampleSheet {

    private static final int CELL = 260;
    private static final int TOP_ROW = 4;
    private static final float BACKGROUND = 168;
    private static final float MEAN = 136;
    private static final float CONTRAST = 50;

    private SampleSheet() {}

    static BufferedImage draw(List<AverageFace> faces) {
        BufferedImage sheet = new BufferedImage(CELL * TOP_ROW, CELL * 2, BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster raster = sheet.getRaster();
        for (int y = 0; y < sheet.getHeight(); y++) {
            for (int x = 0; x < sheet.getWidth(); x++) {
                raster.setSample(x, y, 0, Math.round(BACKGROUND));
            }
        }
        for (int i = 0; i < faces.size(); i++) {
            int left = i < TOP_ROW ? i * CELL : (i - TOP_ROW) * CELL + CELL / 2;
            int margin = (CELL - faces.get(i).side()) / 2;
            paste(faces.get(i), raster, left + margin, (i < TOP_ROW ? 0 : CELL) + margin);
        }
        return sheet;
    }

    private static void paste(AverageFace face, WritableRaster raster, int left, int top) {
        int side = face.side();
        float[] sharp = sharpen(face.values(), side);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                float opacity = opacity(face, x, y);
                float gray = opacity * (MEAN + CONTRAST * sharp[y * side + x]) + (1 - opacity) * BACKGROUND;
                raster.setSample(left + x, top + y, 0, Math.max(0, Math.min(255, Math.round(gray))));
            }
        }
    }

    /** Fades out towards the rim of a rounded square, and where few faces reach. */
    private static float opacity(AverageFace face, int x, int y) {
        double u = ((x + 0.5) / face.side() - 0.5) / 0.47;
        double v = ((y + 0.5) / face.side() - 0.5) / 0.48;
        double rim = 1 - Math.pow(u * u * u * u + v * v * v * v, 0.25);
        double covered = face.coverage()[y * face.side() + x];
        return (float) (smooth(rim / 0.1) * smooth((covered - 0.2) / 0.5));
    }

    private static double smooth(double t) {
        double s = Math.max(0, Math.min(1, t));
        return s * s * (3 - 2 * s);
    }

    /** Unsharp mask: averaging has blurred what differs from face to face. */
    private static float[] sharpen(float[] values, int side) {
        float[] blurred = blur(blur(values, side, 1), side, side);
        float[] sharp = new float[values.length];
        for (int i = 0; i < sharp.length; i++) {
            sharp[i] = values[i] + 0.9f * (values[i] - blurred[i]);
        }
        return sharp;
    }

    private static float[] blur(float[] values, int side, int step) {
        double sigma = side / 48.0 * 1.2;
        int reach = (int) Math.ceil(3 * sigma);
        float[] blurred = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int place = step == 1 ? i % side : i / side;
            double sum = 0;
            double weights = 0;
            for (int d = -reach; d <= reach; d++) {
                if (place + d >= 0 && place + d < side) {
                    double weight = Math.exp(-d * d / (2 * sigma * sigma));
                    sum += weight * values[i + d * step];
                    weights += weight;
                }
            }
            blurred[i] = (float) (sum / weights);
        }
        return blurred;
    }
}

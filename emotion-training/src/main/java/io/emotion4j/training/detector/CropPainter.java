package io.emotion4j.training.detector;

import io.emotion4j.internal.tensor.Border;
import io.emotion4j.internal.tensor.TensorWriter;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Paints what the network sees in training: a crop of one picture, or a mosaic of four (Bochkovskiy et al. 2020), which holds
 * more faces of the sizes that most faces have; some faces partly covered, the colours changed. Thread-safe.
 */
final class CropPainter {

    private static final int TILES = 2;

    private final TensorWriter writer = TensorWriter.of(DetectorInput.SPEC);
    private final int side;
    private final double mosaics;
    private final boolean changed;

    private CropPainter(int side, double mosaics, boolean changed) {
        this.side = side;
        this.mosaics = mosaics;
        this.changed = changed;
    }

    /**
     * @param side of a crop, in pixels
     * @param mosaics their share
     */
    static CropPainter changing(int side, double mosaics) {
        return new CropPainter(side, mosaics, true);
    }

    /** Of one picture each, with its own colours and nothing covered. */
    static CropPainter plain(int side) {
        return new CropPainter(side, 0, false);
    }

    /** Writes three planes from {@code offset}; returns the faces, in pixels of the crop. */
    List<TrainingFace> paint(List<DetectionPicture> pictures, Random random, float[] out, int offset) {
        List<TrainingFace> faces;
        if (random.nextDouble() < mosaics) {
            faces = mosaic(pictures, random, out, offset);
        } else {
            DetectionPicture picture = one(pictures, random);
            TrainingCrop crop = TrainingCrop.draw(picture, side, random);
            write(picture, crop, side, random, out, offset);
            faces = crop.faces();
        }
        if (changed) {
            Occlusion.cover(faces, side, random, out, offset);
            CropColours.change(out, offset, side * side, random);
        }
        return faces;
    }

    private List<TrainingFace> mosaic(List<DetectionPicture> pictures, Random random, float[] out, int offset) {
        int tile = side / TILES;
        float[] planes = new float[3 * tile * tile];
        List<TrainingFace> faces = new ArrayList<>();
        for (int row = 0; row < TILES; row++) {
            for (int column = 0; column < TILES; column++) {
                DetectionPicture picture = one(pictures, random);
                TrainingCrop crop = TrainingCrop.drawTile(picture, tile, random);
                write(picture, crop, tile, random, planes, 0);
                for (int line = 0; line < 3 * tile; line++) {
                    int y = line / tile * side + row * tile + line % tile;
                    System.arraycopy(planes, line * tile, out, offset + y * side + column * tile, tile);
                }
                faces.addAll(crop.facesAt(column * tile, row * tile));
            }
        }
        return faces;
    }

    private static DetectionPicture one(List<DetectionPicture> pictures, Random random) {
        return pictures.get(random.nextInt(pictures.size()));
    }

    private void write(DetectionPicture picture, TrainingCrop crop, int size, Random random, float[] out, int offset) {
        Border border = Border.constant(random.nextInt(256));
        writer.write(picture.image(), crop.toSource(), size, size, border, FloatBuffer.wrap(out), offset);
    }
}

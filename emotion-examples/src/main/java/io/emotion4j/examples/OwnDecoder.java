package io.emotion4j.examples;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.Face;
import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import io.emotion4j.decoder.Candidates;
import io.emotion4j.decoder.FaceDecoder;
import io.emotion4j.decoder.Outputs;
import io.emotion4j.model.Model;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;

/**
 * A detector whose outputs are of a form that the library does not know. All it takes is this class, its name in
 * {@code META-INF/services/io.emotion4j.decoder.FaceDecoder}, and {@code "architecture": "red-blocks"} in the {@code model.json}. This
 * network answers with the mean colour of each block of 16x16 pixels, three planes; the redder a block, the surer it is a face.
 */
public final class OwnDecoder implements FaceDecoder {

    private static final int SIDE = 16;

    /** For ServiceLoader. */
    public OwnDecoder() {}

    @Override
    public String architecture() {
        return "red-blocks";
    }

    @Override
    public void decode(Outputs outputs, Candidates candidates) {
        int columns = outputs.width() / SIDE;
        int blocks = columns * (outputs.height() / SIDE);
        FloatBuffer colours = outputs.numbers("colours", 3 * blocks);
        for (int block = 0; block < blocks; block++) {
            float redness = colours.get(block) - colours.get(2 * blocks + block);
            candidates.add(block % columns * SIDE, block / columns * SIDE, SIDE, SIDE, redness);
        }
    }

    /**
     * Prints a line a face.
     *
     * @param args a folder with such a model, and a picture
     * @throws IOException if the picture cannot be decoded
     */
    public static void main(String[] args) throws IOException {
        Model model = Model.of(Path.of(args[0]));
        try (FaceDetector detector =
                EmotionAnalyzer.builder().detectorModel(model).buildDetector()) {
            for (Face face : detector.detect(RgbImage.decode(Path.of(args[1])))) {
                System.out.println(face);
            }
        }
    }
}

package io.emotion4j.training.classifier;

import io.emotion4j.RgbImage;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.internal.geometry.Affine;
import io.emotion4j.internal.tensor.Border;
import io.emotion4j.internal.tensor.TensorWriter;
import io.emotion4j.model.InputSpec;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings faces of any size to the classifier's input, sampled as the library samples them; narrow ones are widened by their border.
 *
 * @since 0.1.0
 */
public final class FaceSize {

    private static final int SIDE = PlainFaces.SIDE;

    private static final TensorWriter WRITER =
            TensorWriter.of(InputSpec.builder("input").size(SIDE, SIDE).build());

    private FaceSize() {}

    /**
     * Resizes what is not 48x48 yet.
     *
     * @return the faces in the same order
     * @throws IOException if a picture can no longer be read
     */
    public static List<LabelledFace> ofInput(List<LabelledFace> faces) throws IOException {
        List<LabelledFace> resized = new ArrayList<>(faces.size());
        for (LabelledFace face : faces) {
            resized.add(face.width() == SIDE && face.height() == SIDE ? face : resized(face));
        }
        return resized;
    }

    private static LabelledFace resized(LabelledFace face) throws IOException {
        RgbImage image = face.image();
        double scale = (double) Math.max(image.width(), image.height()) / SIDE;
        double half = SIDE / 2.0;
        Affine toSource =
                new Affine(scale, 0, image.width() / 2.0 - scale * half, 0, scale, image.height() / 2.0 - scale * half);
        float[] values = new float[SIDE * SIDE];
        WRITER.write(image, toSource, SIDE, SIDE, Border.replicate(), FloatBuffer.wrap(values), 0);
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(values[i]);
        }
        return new LabelledFace(new LabelledFace.Crop(pixels, SIDE, SIDE), face.label(), face.votes(), face.origin());
    }
}

package io.emotion4j.internal.session;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.Landmarks;
import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Affine;
import io.emotion4j.internal.geometry.SimilarityTransform;
import io.emotion4j.internal.geometry.SquareCrop;
import io.emotion4j.model.FaceSpec;
import io.emotion4j.model.InputSpec;
import java.util.Optional;

/**
 * Where a classifier's input lies in the picture: by the landmarks where the face has them, the model a template and the
 * caller wants it; else by the box, rounded to {@code 1 / GRID} pixels. Engines differ in the last bits of a face's place, and
 * the same face shall look the same with all of them: a turned crop hardly changes by that, an upright one would.
 */
record FaceSampler(FaceSpec spec, int width, int height, boolean alignment) {

    private static final float GRID = 64;

    static FaceSampler of(InputSpec input, FaceSpec spec, boolean alignment) {
        return new FaceSampler(spec, input.width(), input.height(), alignment);
    }

    Affine toSource(Face face) {
        Landmarks found = face.landmarks();
        Landmarks template = spec.template();
        if (alignment && found != null && template != null) {
            Optional<Affine> aligned = SimilarityTransform.align(found, template);
            if (aligned.isPresent()) {
                return aligned.get();
            }
        }
        return SquareCrop.of(rounded(face.box()), spec.margin(), width, height);
    }

    /** The whole picture, and no margin. */
    Affine ofCrop(RgbImage crop) {
        return SquareCrop.of(Face.filling(crop).box(), 0, width, height);
    }

    /** A box that would round to nothing stays as it is. */
    private static BoundingBox rounded(BoundingBox box) {
        float width = rounded(box.width());
        float height = rounded(box.height());
        return width > 0 && height > 0 ? new BoundingBox(rounded(box.x()), rounded(box.y()), width, height) : box;
    }

    private static float rounded(float value) {
        return (float) (Math.rint((double) value * GRID) / GRID);
    }
}

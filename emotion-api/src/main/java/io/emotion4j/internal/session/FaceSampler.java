package io.emotion4j.internal.session;

import io.emotion4j.Face;
import io.emotion4j.Landmarks;
import io.emotion4j.internal.geometry.Affine;
import io.emotion4j.internal.geometry.SimilarityTransform;
import io.emotion4j.internal.geometry.SquareCrop;
import io.emotion4j.model.FaceSpec;
import io.emotion4j.model.InputSpec;
import java.util.Optional;

/**
 * Where a classifier's input lies in the picture: by the landmarks where the face has them, the model a template and the
 * caller wants it; else by the box.
 */
record FaceSampler(FaceSpec spec, int width, int height, boolean alignment) {

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
        return SquareCrop.of(face.box(), spec.margin(), width, height);
    }
}

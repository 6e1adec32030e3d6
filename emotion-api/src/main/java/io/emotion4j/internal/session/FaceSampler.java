package io.emotion4j.internal.session;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.Landmarks;
import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Affine;
import io.emotion4j.internal.geometry.SimilarityTransform;
import io.emotion4j.internal.geometry.SquareCrop;
import io.emotion4j.internal.resize.Region;
import io.emotion4j.internal.resize.Resize;
import io.emotion4j.model.ChannelOrder;
import io.emotion4j.model.FaceSpec;
import io.emotion4j.model.InputSpec;
import java.util.Optional;

/**
 * Where a classifier's input lies in the picture: by the landmarks where the face has them, the model a template and the
 * caller wants it; else by the box, rounded to {@code 1 / GRID} pixels. Engines differ in the last bits of a face's place, and
 * the same face shall look the same with all of them: a turned crop hardly changes by that, an upright one would.
 */
record FaceSampler(FaceSpec spec, int width, int height, boolean gray, boolean alignment) {

    private static final float GRID = 64;

    /**
     * Where the input's pixels come from.
     *
     * @param picture the picture itself, or one of the input's size
     * @param toSource from places in the input to places in it
     */
    record Placed(RgbImage picture, Affine toSource) {}

    static FaceSampler of(InputSpec input, FaceSpec spec, boolean alignment) {
        return new FaceSampler(spec, input.width(), input.height(), input.channels() == ChannelOrder.GRAY, alignment);
    }

    Placed place(RgbImage picture, Face face) {
        return resized(picture, toSource(face));
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
        BoundingBox box = spec.wholePixels() ? whole(face.box()) : rounded(face.box());
        BoundingBox moved = spec.shift() == 0
                ? box
                : new BoundingBox(box.x(), box.y() + spec.shift() * box.height(), box.width(), box.height());
        return crop(moved, spec.margin());
    }

    /** The whole picture, and no margin. */
    Placed ofCrop(RgbImage crop) {
        return resized(crop, crop(Face.filling(crop).box(), 0));
    }

    private Affine crop(BoundingBox box, float margin) {
        if (spec.fit() == FaceSpec.Fit.SQUARE) {
            return SquareCrop.of(box, margin, width, height);
        }
        double wide = box.width() * (1 + 2.0 * margin);
        double high = box.height() * (1 + 2.0 * margin);
        return Affine.scaled(
                wide / width, high / height, box.x() - box.width() * margin, box.y() - box.height() * margin);
    }

    private Placed resized(RgbImage picture, Affine toSource) {
        if (spec.resample() == FaceSpec.Resample.SMOOTH) {
            return new Placed(picture, toSource);
        }
        Region region = new Region(
                (int) Math.rint(toSource.m02()),
                (int) Math.rint(toSource.m12()),
                Math.max(1, (int) Math.rint(toSource.m00() * width)),
                Math.max(1, (int) Math.rint(toSource.m11() * height)));
        Region taken = spec.wholePixels() ? region.within(picture.width(), picture.height()) : region;
        return new Placed(Resize.of(picture, taken, width, height, spec.resample(), gray), Affine.IDENTITY);
    }

    /** As a cast to int does it. */
    private static BoundingBox whole(BoundingBox box) {
        return new BoundingBox(
                (int) box.x(), (int) box.y(), Math.max(1, (int) box.width()), Math.max(1, (int) box.height()));
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

package io.emotion4j.evaluation.detector;

import io.emotion4j.BoundingBox;
import io.emotion4j.RgbImage;
import io.emotion4j.evaluation.data.AnnotatedFace;
import io.emotion4j.evaluation.data.AnnotatedPicture;
import io.emotion4j.internal.resize.Region;
import io.emotion4j.internal.resize.Resize;
import io.emotion4j.model.FaceSpec;
import java.io.IOException;
import java.util.List;

/**
 * A face that fills its picture: cut out of a larger one and enlarged.
 *
 * @param margin what is left of the picture on each side of the face, as a part of the face's own width and height
 * @param image the picture, {@value #SIDE} pixels on its longer side, or more where the face has them
 * @param annotated the same, with the face where it lies in it
 */
record CloseUp(double margin, RgbImage image, AnnotatedPicture annotated) {

    private static final int SIDE = 800;

    /**
     * Cuts one out; at the picture's border there is as much of a margin as the picture has.
     *
     * @throws IOException if the face lies outside the picture
     */
    static CloseUp of(AnnotatedPicture picture, RgbImage whole, AnnotatedFace face, double margin) throws IOException {
        BoundingBox box = face.box();
        int left = place(box.x() - margin * box.width(), whole.width());
        int top = place(box.y() - margin * box.height(), whole.height());
        int right = place(box.x() + (1 + margin) * box.width(), whole.width());
        int bottom = place(box.y() + (1 + margin) * box.height(), whole.height());
        if (right <= left || bottom <= top) {
            throw new IOException("Picture " + picture.file() + ": the face at " + box + " lies outside its "
                    + whole.width() + "x" + whole.height() + " pixels; correct the index");
        }
        double scale = Math.max(1, (double) SIDE / Math.max(right - left, bottom - top));
        AnnotatedFace moved = new AnnotatedFace(
                new BoundingBox(
                        (float) ((box.x() - left) * scale),
                        (float) ((box.y() - top) * scale),
                        (float) (box.width() * scale),
                        (float) (box.height() * scale)),
                face.invalid(),
                null);
        Region region = new Region(left, top, right - left, bottom - top);
        RgbImage large = Resize.of(
                whole,
                region,
                (int) Math.round(region.width() * scale),
                (int) Math.round(region.height() * scale),
                FaceSpec.Resample.LINEAR,
                false);
        return new CloseUp(margin, large, new AnnotatedPicture(picture.name(), picture.file(), List.of(moved)));
    }

    private static int place(double edge, int size) {
        return (int) Math.round(Math.max(0, Math.min(size, edge)));
    }
}

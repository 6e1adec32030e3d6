package io.emotion4j.training.detector;

import io.emotion4j.BoundingBox;
import io.emotion4j.Landmarks;
import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Affine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A square part of a picture as the network sees it in training: where it lies, and its faces in its own pixels.
 *
 * @param toSource from pixels of the crop to pixels of the picture
 */
record TrainingCrop(Affine toSource, List<TrainingFace> faces) {

    private static final float LEAST = 6;
    private static final double LARGEST_ENLARGEMENT = 1.8;
    /** Where a large face shall be shown: few pictures have one, and a soft one is better than none. */
    private static final double LARGEST_ENLARGEMENT_OF_A_FACE = 4;
    /** Target sizes from here on, in pixels of the crop, are those of large faces. */
    private static final double LARGE = 100;
    /** A face may be this much larger than the crop. */
    private static final double LARGEST_FACE = 1.2;
    /** A picture counts as at least this part of a crop, so that a small one is not only seen enlarged. */
    private static final double OWN_SIZE = 0.9;
    /** Standard deviation of the logarithm of a tile's scale. */
    private static final double TILE_SCALE = 0.4;

    /** A square part of a picture: its centre and side, in the picture's pixels. */
    private record Cut(double x, double y, double side) {

        /** Anywhere about the face; where the face is larger than the side, inside it. */
        static Cut about(TrainingFace face, double side, Random random) {
            double slack = Math.abs(side - face.size()) / 2;
            double x = face.box().x() + face.box().width() / 2 + (random.nextDouble() * 2 - 1) * slack;
            double y = face.box().y() + face.box().height() / 2 + (random.nextDouble() * 2 - 1) * slack;
            return new Cut(x, y, side);
        }

        Cut within(double least, double most) {
            return new Cut(x, y, Math.max(least, Math.min(side, most)));
        }

        /** Moved inside the picture where the picture is large enough for it. */
        Cut inside(RgbImage image) {
            return new Cut(inside(x, image.width()), inside(y, image.height()), side);
        }

        private double inside(double centre, int length) {
            return side < length ? Math.max(side / 2, Math.min(length - side / 2, centre)) : centre;
        }
    }

    /** Draws a crop: often a part at about the picture's own scale, sometimes all of it, sometimes close about one face. */
    static TrainingCrop draw(DetectionPicture picture, int side, Random random) {
        int width = picture.image().width();
        int height = picture.image().height();
        double shorter = Math.min(width, height);
        double longer = Math.max(width, height);
        List<TrainingFace> learnt = learnt(picture);
        double x = random.nextDouble() * width;
        double y = random.nextDouble() * height;
        // Small pictures are also shown at their own size, as the detector will see them.
        Cut cut = new Cut(x, y, Math.max(shorter, OWN_SIZE * side) * (0.35 + 0.9 * random.nextDouble()));
        double enlargement = LARGEST_ENLARGEMENT;
        if (!learnt.isEmpty() && random.nextDouble() < 0.75) {
            TrainingFace face = learnt.get(random.nextInt(learnt.size()));
            double size = Math.max(cut.side(), face.size() * 1.05);
            if (random.nextDouble() < 0.6) {
                double target = target(side, random);
                if (target > LARGE) {
                    enlargement = LARGEST_ENLARGEMENT_OF_A_FACE;
                    face = larger(larger(face, learnt, random), learnt, random);
                }
                size = face.size() * side / target;
            }
            cut = Cut.about(face, size, random);
        } else if (random.nextDouble() < 0.3) {
            cut = new Cut(width / 2.0, height / 2.0, longer * (1 + 0.3 * random.nextDouble()));
        }
        double most = Math.max(longer * 1.6, OWN_SIZE * side * 1.25);
        return of(picture, cut.within(side / enlargement, most), side, random);
    }

    /** Draws a tile of a mosaic: about a face, where the picture has one, at about the picture's own scale. */
    static TrainingCrop drawTile(DetectionPicture picture, int side, Random random) {
        List<TrainingFace> learnt = learnt(picture);
        double x = random.nextDouble() * picture.image().width();
        double y = random.nextDouble() * picture.image().height();
        double size = Math.max(side / LARGEST_ENLARGEMENT, side * Math.exp(random.nextGaussian() * TILE_SCALE));
        Cut cut = new Cut(x, y, size);
        if (!learnt.isEmpty() && random.nextDouble() < 0.8) {
            // The larger of two: crowds would else show little but their smallest faces.
            TrainingFace face = larger(learnt.get(random.nextInt(learnt.size())), learnt, random);
            cut = Cut.about(face, Math.max(size, face.size() * 1.05), random);
        }
        return of(picture, cut, side, random);
    }

    private static TrainingFace larger(TrainingFace face, List<TrainingFace> learnt, Random random) {
        TrainingFace other = learnt.get(random.nextInt(learnt.size()));
        return other.size() > face.size() ? other : face;
    }

    private static List<TrainingFace> learnt(DetectionPicture picture) {
        return picture.faces().stream().filter(face -> !face.ignored()).toList();
    }

    /** {@return the faces, moved by a place in a larger picture} */
    List<TrainingFace> facesAt(int x, int y) {
        return faces.stream().map(face -> face.moved(x, y)).toList();
    }

    /** Side of the chosen face in the crop, evenly spread over the logarithm from 10 pixels to more than the crop. */
    private static double target(int side, Random random) {
        return Math.exp(Math.log(10) + random.nextDouble() * (Math.log(side * LARGEST_FACE) - Math.log(10)));
    }

    private static TrainingCrop of(DetectionPicture picture, Cut part, int side, Random random) {
        Cut cut = part.inside(picture.image());
        double scale = cut.side() / side;
        double angle = random.nextDouble() < 0.25
                ? Math.toRadians(Math.max(-30, Math.min(30, random.nextGaussian() * 12)))
                : 0;
        boolean mirror = random.nextBoolean();
        double c = Math.cos(angle) * scale;
        double s = Math.sin(angle) * scale;
        double m = mirror ? -1 : 1;
        double half = side / 2.0;
        Affine toSource =
                new Affine(c * m, -s, cut.x() - c * m * half + s * half, s * m, c, cut.y() - s * m * half - c * half);
        Affine toCrop = toSource.inverse();
        List<TrainingFace> faces = new ArrayList<>();
        for (TrainingFace face : picture.faces()) {
            TrainingFace moved = move(face, toCrop, scale, side, mirror);
            if (moved != null) {
                faces.add(moved);
            }
        }
        return new TrainingCrop(toSource, faces);
    }

    private static @Nullable TrainingFace move(
            TrainingFace face, Affine toCrop, double scale, int side, boolean mirror) {
        BoundingBox box = face.box();
        double x = box.x() + box.width() / 2;
        double y = box.y() + box.height() / 2;
        float width = (float) (box.width() / scale);
        float height = (float) (box.height() / scale);
        float left = (float) toCrop.x(x, y) - width / 2;
        float top = (float) toCrop.y(x, y) - height / 2;
        float right = Math.min(side, left + width);
        float bottom = Math.min(side, top + height);
        left = Math.max(0, left);
        top = Math.max(0, top);
        if (right <= left || bottom <= top) {
            return null;
        }
        BoundingBox inside = new BoundingBox(left, top, right - left, bottom - top);
        boolean cutOff = inside.width() * inside.height() < 0.5 * width * height;
        boolean small = Math.min(inside.width(), inside.height()) < LEAST;
        Landmarks landmarks = face.landmarks() == null ? null : toCrop.map(face.landmarks());
        if (landmarks != null && mirror) {
            landmarks = new Landmarks(
                    landmarks.leftEye(),
                    landmarks.rightEye(),
                    landmarks.nose(),
                    landmarks.leftMouthCorner(),
                    landmarks.rightMouthCorner());
        }
        return new TrainingFace(inside, landmarks, face.ignored() || cutOff || small);
    }
}

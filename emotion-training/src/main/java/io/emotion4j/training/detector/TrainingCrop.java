package io.emotion4j.training.detector;

import io.emotion4j.BoundingBox;
import io.emotion4j.Landmarks;
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
record TrainingCrop(Affine toSource, List<FaceTruth> faces) {

    private static final float LEAST = 6;
    private static final double LARGEST_ENLARGEMENT = 1.8;
    /** A picture counts as at least this part of a crop, so that a small one is not only seen enlarged. */
    private static final double OWN_SIZE = 0.9;
    /** Standard deviation of the logarithm of a tile's scale. */
    private static final double TILE_SCALE = 0.4;

    /** Draws a crop: often a part at about the picture's own scale, sometimes all of it, sometimes close about one face. */
    static TrainingCrop draw(DetectionPicture picture, int side, Random random) {
        int width = picture.image().width();
        int height = picture.image().height();
        double shorter = Math.min(width, height);
        double longer = Math.max(width, height);
        List<FaceTruth> learnt =
                picture.faces().stream().filter(f -> !f.ignored()).toList();
        double centreX = random.nextDouble() * width;
        double centreY = random.nextDouble() * height;
        // Small pictures are also shown at their own size, as the detector will see them.
        double cut = Math.max(shorter, OWN_SIZE * side) * (0.35 + 0.9 * random.nextDouble());
        if (!learnt.isEmpty() && random.nextDouble() < 0.7) {
            FaceTruth face = learnt.get(random.nextInt(learnt.size()));
            if (random.nextDouble() < 0.45) {
                cut = face.size() * side / target(side, random);
            }
            cut = Math.max(cut, face.size() * 1.05);
            double slack = Math.max(0, cut - face.size()) / 2;
            centreX = face.box().x() + face.box().width() / 2 + (random.nextDouble() * 2 - 1) * slack;
            centreY = face.box().y() + face.box().height() / 2 + (random.nextDouble() * 2 - 1) * slack;
        } else if (random.nextDouble() < 0.3) {
            cut = longer * (1 + 0.3 * random.nextDouble());
            centreX = width / 2.0;
            centreY = height / 2.0;
        }
        cut = Math.max(side / LARGEST_ENLARGEMENT, Math.min(cut, Math.max(longer * 1.6, OWN_SIZE * side * 1.25)));
        return of(picture, inside(centreX, cut, width), inside(centreY, cut, height), cut, side, random);
    }

    /** Moves a cut inside the picture where the picture is large enough for it. */
    private static double inside(double centre, double cut, int length) {
        return cut < length ? Math.max(cut / 2, Math.min(length - cut / 2, centre)) : centre;
    }

    /** Draws a tile of a mosaic: about a face, where the picture has one, at about the picture's own scale. */
    static TrainingCrop drawTile(DetectionPicture picture, int side, Random random) {
        int width = picture.image().width();
        int height = picture.image().height();
        List<FaceTruth> learnt =
                picture.faces().stream().filter(f -> !f.ignored()).toList();
        double centreX = random.nextDouble() * width;
        double centreY = random.nextDouble() * height;
        double cut = Math.max(side / LARGEST_ENLARGEMENT, side * Math.exp(random.nextGaussian() * TILE_SCALE));
        if (!learnt.isEmpty() && random.nextDouble() < 0.8) {
            // The larger of two: crowds would else show little but their smallest faces.
            FaceTruth face = learnt.get(random.nextInt(learnt.size()));
            FaceTruth other = learnt.get(random.nextInt(learnt.size()));
            face = other.size() > face.size() ? other : face;
            cut = Math.max(cut, face.size() * 1.05);
            double slack = (cut - face.size()) / 2;
            centreX = face.box().x() + face.box().width() / 2 + (random.nextDouble() * 2 - 1) * slack;
            centreY = face.box().y() + face.box().height() / 2 + (random.nextDouble() * 2 - 1) * slack;
        }
        return of(picture, inside(centreX, cut, width), inside(centreY, cut, height), cut, side, random);
    }

    /** {@return the faces, moved by a place in a larger picture} */
    List<FaceTruth> facesAt(int x, int y) {
        return faces.stream().map(face -> face.moved(x, y)).toList();
    }

    /** Side of the chosen face in the crop, evenly spread over the logarithm from 10 pixels to the whole crop. */
    private static double target(int side, Random random) {
        return Math.exp(Math.log(10) + random.nextDouble() * (Math.log(side * 0.9) - Math.log(10)));
    }

    private static TrainingCrop of(
            DetectionPicture picture, double centreX, double centreY, double cut, int side, Random random) {
        double scale = cut / side;
        double angle = random.nextDouble() < 0.25
                ? Math.toRadians(Math.max(-30, Math.min(30, random.nextGaussian() * 12)))
                : 0;
        boolean mirror = random.nextBoolean();
        double c = Math.cos(angle) * scale;
        double s = Math.sin(angle) * scale;
        double m = mirror ? -1 : 1;
        double half = side / 2.0;
        Affine toSource =
                new Affine(c * m, -s, centreX - c * m * half + s * half, s * m, c, centreY - s * m * half - c * half);
        Affine toCrop = toSource.inverse();
        List<FaceTruth> faces = new ArrayList<>();
        for (FaceTruth face : picture.faces()) {
            FaceTruth moved = move(face, toCrop, scale, side, mirror);
            if (moved != null) {
                faces.add(moved);
            }
        }
        return new TrainingCrop(toSource, faces);
    }

    private static @Nullable FaceTruth move(FaceTruth face, Affine toCrop, double scale, int side, boolean mirror) {
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
        return new FaceTruth(inside, landmarks, face.ignored() || cutOff || small);
    }
}

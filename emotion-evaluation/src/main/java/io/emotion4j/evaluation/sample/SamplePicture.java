package io.emotion4j.evaluation.sample;

import io.emotion4j.FaceDetector;
import io.emotion4j.Point;
import io.emotion4j.evaluation.data.ExpressionLabels;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.internal.parallel.OrderedWork;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The average face of each of the seven expressions, side by side: something to try a program on that is nobody's portrait. The
 * same faces and the same detector give the same picture.
 *
 * @param faces how many are averaged for an expression, where there are so many
 * @param threads that look for landmarks at a time
 * @since 0.1.0
 */
public record SamplePicture(int faces, int threads) {

    private static final int EXPRESSIONS = 7;

    /** So many times as many faces as are averaged are looked at, and those most like the others are taken. */
    private static final int CHOICE = 3;

    /** Of those who voted for one of the seven. Few faces are disgusted, so not even a majority is asked for. */
    private static final double LEAST_AGREEMENT = 0.4;

    private static final double MOST_TURN = 0.12;

    /** Of fewer faces each could be made out. */
    private static final int LEAST_FACES = 40;

    /** Side of one face's square. */
    static final int SIDE = 208;

    /** Likeness is measured on smaller pictures; it takes the most time. */
    private static final int ROUGH_SIDE = SIDE / 4;

    private static final double EYES_LEFT = 0.34;
    private static final double EYES_TOP = 0.41;

    /**
     * Draws the picture.
     *
     * @param labelled training faces with FER+ votes
     * @param detector that gives landmarks; stays the caller's to close
     * @param progress is told what was done
     * @return a gray picture
     * @throws IOException if too few faces of an expression can be used
     */
    public BufferedImage draw(List<LabelledFace> labelled, FaceDetector detector, Consumer<String> progress)
            throws IOException {
        List<AverageFace> averages = new ArrayList<>();
        for (int label = 0; label < EXPRESSIONS; label++) {
            averages.add(average(label, labelled, new FacePlacer(detector), progress));
        }
        return SampleSheet.draw(averages);
    }

    private AverageFace average(int label, List<LabelledFace> labelled, FacePlacer placer, Consumer<String> progress)
            throws IOException {
        String name = ExpressionLabels.EMOTIONS.get(label).label();
        List<LabelledFace> agreed = labelled.stream()
                .filter(face -> !face.origin().duplicate() && agreement(face, label) >= LEAST_AGREEMENT)
                .sorted(Comparator.comparingDouble((LabelledFace face) -> agreement(face, label))
                        .reversed())
                .limit((long) faces * CHOICE * 2)
                .toList();
        List<PlacedFace> frontal = OrderedWork.map(agreed, threads, placer::place).stream()
                .flatMap(Optional::stream)
                .filter(face -> face.turn() <= MOST_TURN)
                .limit((long) faces * CHOICE)
                .toList();
        List<PlacedFace> alike = mostAlike(frontal);
        if (alike.size() < Math.min(faces, LEAST_FACES)) {
            throw new IOException("Only " + alike.size() + " of " + agreed.size() + " faces for '" + name
                    + "' can be used: frontal, with landmarks, like most others; at least "
                    + Math.min(faces, LEAST_FACES)
                    + " are needed");
        }
        progress.accept(
                name + ": " + alike.size() + " of " + frontal.size() + " frontal of " + agreed.size() + " faces");
        List<PlacedFace> both = new ArrayList<>();
        for (PlacedFace face : alike) {
            both.add(face);
            both.add(face.mirrored());
        }
        return AverageFace.of(both, shape(both, SIDE), SIDE);
    }

    /** Leaves out faces with a hand on the mouth, sunglasses and the like: those least like the mean. */
    private List<PlacedFace> mostAlike(List<PlacedFace> frontal) {
        List<Point> shape = shape(frontal, ROUGH_SIDE);
        AverageFace mean = AverageFace.of(frontal, shape, ROUGH_SIDE);
        double[] likeness = frontal.stream()
                .mapToDouble(face -> mean.likeness(AverageFace.warp(face, shape, ROUGH_SIDE)))
                .toArray();
        int most = Math.min(faces, frontal.size() * 2 / 3);
        return IntStream.range(0, frontal.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> likeness[i]).reversed())
                .limit(most)
                .sorted()
                .map(frontal::get)
                .toList();
    }

    private static List<Point> shape(List<PlacedFace> faces, int side) {
        Point rightEye = new Point((float) (EYES_LEFT * side), (float) (EYES_TOP * side));
        return MeanShape.of(faces, rightEye, new Point(side - rightEye.x(), rightEye.y()));
    }

    private static double agreement(LabelledFace face, int label) {
        return face.voteShares()[label];
    }
}

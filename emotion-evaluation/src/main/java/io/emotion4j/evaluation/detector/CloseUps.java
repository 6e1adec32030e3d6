package io.emotion4j.evaluation.detector;

import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import io.emotion4j.evaluation.data.AnnotatedFace;
import io.emotion4j.evaluation.data.AnnotatedPicture;
import io.emotion4j.internal.parallel.OrderedWork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How many faces are found when they fill the picture, as in portraits and selfies: every face is cut out with some margin, enlarged to 800
 * pixels and looked for alone, at the default threshold and an IoU of 0.5.
 *
 * @param minimumFace shorter side of the smallest face that was cut out, in pixels; enlarged, smaller ones are blurred
 * @param faces how many were
 * @param byMargin how many were found, by the margin that they had
 * @param share of all margins together that was found
 * @param elsewhere what else was found, in all margins: other faces beside them, parts of a face, or none
 * @param missed names of pictures with a face that was found with none of the margins, ten at most
 * @since 0.1.0
 */
public record CloseUps(
        double minimumFace, int faces, List<OfMargin> byMargin, double share, int elsewhere, List<String> missed) {

    private static final double[] MARGINS = {0, 0.1, 0.2, 0.4};
    private static final double IOU = 0.5;
    private static final int MOST_NAMED = 10;

    /** Copies the lists. */
    public CloseUps {
        byMargin = List.copyOf(byMargin);
        missed = List.copyOf(missed);
    }

    /**
     * With one margin.
     *
     * @param margin on each side of the face, as a part of its own width and height, as far as the picture goes
     * @param found how many faces were
     */
    public record OfMargin(double margin, int found) {}

    /** What came of the faces of a picture. */
    private record Tally(List<int[]> found, int elsewhere) {}

    /**
     * Cuts them out and looks for them.
     *
     * @param detector finds them; stays the caller's to close
     * @param pictures the pictures, with marked faces
     * @param minimumFace shorter side of the smallest face that is cut out, in pixels
     * @param threshold least confidence of a face that is found
     * @param threads that detect at a time
     * @return the counts
     * @throws IOException if a picture cannot be read
     */
    static CloseUps of(
            FaceDetector detector, List<AnnotatedPicture> pictures, double minimumFace, double threshold, int threads)
            throws IOException {
        if (!(minimumFace >= 1)) {
            throw new IllegalArgumentException(
                    "The smallest face that is cut out has 1 pixel or more, found " + minimumFace);
        }
        SizeRange sizes = SizeRange.from(minimumFace);
        List<AnnotatedPicture> used = pictures.stream()
                .map(picture -> new AnnotatedPicture(
                        picture.name(),
                        picture.file(),
                        picture.faces().stream()
                                .filter(face -> !face.invalid() && sizes.holds(face.box()))
                                .toList()))
                .filter(picture -> !picture.faces().isEmpty())
                .toList();
        List<Tally> tallies = OrderedWork.map(used, threads, picture -> tally(detector, picture, threshold));
        int[] found = new int[MARGINS.length];
        int faces = 0;
        int elsewhere = 0;
        List<String> missed = new ArrayList<>();
        for (int p = 0; p < used.size(); p++) {
            for (int[] face : tallies.get(p).found()) {
                faces++;
                int times = 0;
                for (int m = 0; m < found.length; m++) {
                    found[m] += face[m];
                    times += face[m];
                }
                if (times == 0 && missed.size() < MOST_NAMED) {
                    missed.add(used.get(p).name());
                }
            }
            elsewhere += tallies.get(p).elsewhere();
        }
        List<OfMargin> byMargin = new ArrayList<>();
        int all = 0;
        for (int m = 0; m < found.length; m++) {
            byMargin.add(new OfMargin(MARGINS[m], found[m]));
            all += found[m];
        }
        double share = (double) all / Math.max(1, faces * MARGINS.length);
        return new CloseUps(minimumFace, faces, byMargin, share, elsewhere, missed);
    }

    private static Tally tally(FaceDetector detector, AnnotatedPicture picture, double threshold) throws IOException {
        RgbImage whole = RgbImage.decode(picture.file());
        FaceMatching matching = new FaceMatching(IOU, SizeRange.from(0));
        List<int[]> found = new ArrayList<>();
        int elsewhere = 0;
        for (AnnotatedFace face : picture.faces()) {
            int[] hits = new int[MARGINS.length];
            for (int m = 0; m < MARGINS.length; m++) {
                CloseUp closeUp = CloseUp.of(picture, whole, face, MARGINS[m]);
                Finding finding = new Finding(closeUp.annotated(), detector.detect(closeUp.image())).from(threshold);
                List<FaceMatching.Decision> decisions = matching.decide(finding);
                hits[m] = (int)
                        decisions.stream().filter(FaceMatching.Decision::hit).count();
                elsewhere += decisions.size() - hits[m];
            }
            found.add(hits);
        }
        return new Tally(found, elsewhere);
    }
}

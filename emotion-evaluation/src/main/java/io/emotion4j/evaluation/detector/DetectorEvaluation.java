package io.emotion4j.evaluation.detector;

import io.emotion4j.FaceDetector;
import io.emotion4j.RgbImage;
import io.emotion4j.evaluation.data.AnnotatedPicture;
import io.emotion4j.internal.parallel.OrderedWork;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a detector on pictures with marked faces.
 *
 * @param minimumFace shorter side of the smallest face that is judged, in pixels
 * @param defaultThreshold the model's own threshold
 * @param threads that detect at a time
 * @since 0.1.0
 */
public record DetectorEvaluation(double minimumFace, double defaultThreshold, int threads) {

    private static final double IOU = 0.5;
    private static final double LOOSE_IOU = 0.35;

    /**
     * Detects the faces of all pictures.
     *
     * @param detector best with a threshold far under its default, so that the whole curve is seen; stays the caller's to close
     * @param pictures the pictures
     * @return what was found, in the same order
     * @throws IOException if a picture cannot be read
     */
    public List<Finding> find(FaceDetector detector, List<AnnotatedPicture> pictures) throws IOException {
        return OrderedWork.map(
                pictures, threads, picture -> new Finding(picture, detector.detect(RgbImage.decode(picture.file()))));
    }

    /**
     * Cuts the faces of pictures out and looks for each alone.
     *
     * @param detector as for {@link #find}
     * @param pictures with marked faces
     * @param minimum shorter side of the smallest face that is cut out, in pixels
     * @return how many are found
     * @throws IOException if a picture cannot be read, or a face lies outside it
     * @throws IllegalArgumentException if {@code minimum} is less than 1
     */
    public CloseUps closeUps(FaceDetector detector, List<AnnotatedPicture> pictures, double minimum)
            throws IOException {
        return CloseUps.of(detector, pictures, minimum, defaultThreshold, threads);
    }

    /**
     * Computes the figures.
     *
     * @param detector for its names
     * @param findings in pictures with marked faces
     * @param pointed findings in more pictures with marked landmarks; may be none
     * @param empty findings in pictures without a face, or null
     * @param closeUps what {@link #closeUps} found, or null
     * @return the figures
     */
    public DetectorReport report(
            FaceDetector detector,
            List<Finding> findings,
            List<Finding> pointed,
            @Nullable List<Finding> empty,
            @Nullable CloseUps closeUps) {
        SizeRange judged = SizeRange.from(minimumFace);
        PrecisionRecall all = PrecisionRecall.of(findings, IOU, judged);
        PrecisionRecall.Point atDefault = atDefault(all);
        return new DetectorReport(
                new DetectorReport.Subject(detector.id(), detector.engine(), findings.size(), all.faces(), minimumFace),
                new DetectorReport.Curve(
                        all.ap(),
                        PrecisionRecall.of(findings, LOOSE_IOU, judged).ap(),
                        all.recallAtPrecision95()),
                new DetectorReport.AtDefault(defaultThreshold, atDefault.precision(), atDefault.recall()),
                SizeRange.steps().stream()
                        .map(size -> ofSize(findings, size))
                        .filter(size -> size.faces() > 0)
                        .toList(),
                LandmarkErrors.of(sure(Stream.concat(findings.stream(), pointed.stream()))),
                empty == null ? null : FalseFaces.of(sure(empty.stream())),
                closeUps);
    }

    private List<Finding> sure(Stream<Finding> findings) {
        return findings.map(finding -> finding.from(defaultThreshold)).toList();
    }

    private DetectorReport.OfSize ofSize(List<Finding> findings, SizeRange size) {
        PrecisionRecall curve = PrecisionRecall.of(findings, IOU, size);
        return new DetectorReport.OfSize(
                size.toString(),
                curve.faces(),
                curve.ap(),
                curve.recallAtPrecision95(),
                atDefault(curve).recall());
    }

    private PrecisionRecall.Point atDefault(PrecisionRecall curve) {
        PrecisionRecall.Point last = new PrecisionRecall.Point(defaultThreshold, 1, 0);
        for (PrecisionRecall.Point point : curve.curve()) {
            if (point.confidence() < defaultThreshold) {
                break;
            }
            last = point;
        }
        return last;
    }
}

package io.emotion4j.evaluation.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import io.emotion4j.evaluation.data.AnnotatedFace;
import io.emotion4j.evaluation.data.AnnotatedPicture;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DetectorEvaluationTest {

    private static final BoundingBox BOX = new BoundingBox(0, 0, 100, 100);

    private final DetectorEvaluation evaluation = new DetectorEvaluation(20, 0.5, 1);

    @Test
    void landmarkErrorIsInEyeDistances() {
        Finding finding = finding(new AnnotatedFace(BOX, false, eyesApart(0)), new Face(BOX, 0.9f, eyesApart(4)));

        LandmarkErrors errors = Objects.requireNonNull(report(finding).landmarks());

        // Eyes 40 apart; every point lies 4 too low.
        assertThat(errors.mean()).isCloseTo(0.1, within(1e-9));
        assertThat(errors.perPoint()).hasSize(5).containsEntry("nose", 0.1);
        assertThat(errors.faces()).isEqualTo(1);
    }

    @Test
    void aFaceThatIsOnlyFoundUnderTheThresholdIsMissed() {
        Finding finding = finding(new AnnotatedFace(BOX, false, eyesApart(0)), new Face(BOX, 0.4f, eyesApart(0)));

        assertThat(report(finding).landmarks()).isNull();
        assertThat(report(finding).atDefault().recall()).isZero();
        assertThat(report(finding).curve().ap()).isEqualTo(1);
    }

    @Test
    void morePicturesWithLandmarksCountForLandmarksAlone() {
        Finding found = finding(new AnnotatedFace(BOX, false, null), new Face(BOX, 0.9f, null));
        Finding pointed = finding(new AnnotatedFace(BOX, false, eyesApart(0)), new Face(BOX, 0.9f, eyesApart(8)));
        Finding missed = new Finding(pointed.picture(), List.of());

        DetectorReport report =
                evaluation.report(image -> List.of(), List.of(found), List.of(pointed, missed), null, null);

        LandmarkErrors errors = Objects.requireNonNull(report.landmarks());
        assertThat(errors.mean()).isCloseTo(0.2, within(1e-9));
        assertThat(errors.missed()).isEqualTo(1);
        assertThat(report.subject().faces()).isEqualTo(1);
        assertThat(report.curve().ap()).isEqualTo(1);
    }

    @Test
    void looseOverlapCountsAtIou35Only() {
        Finding finding =
                finding(new AnnotatedFace(BOX, false, null), new Face(new BoundingBox(0, 40, 100, 100), 0.9f, null));

        assertThat(report(finding).curve().ap()).isZero();
        assertThat(report(finding).curve().apAtIou35()).isEqualTo(1);
    }

    @Test
    void falseFacesAreCountedFromTheThresholdOn() {
        AnnotatedPicture picture = new AnnotatedPicture("tree", Path.of("tree"), List.of());
        List<Finding> empty = List.of(
                new Finding(picture, List.of(new Face(BOX, 0.7f, null), new Face(BOX, 0.3f, null))),
                new Finding(picture, List.of()));

        FalseFaces faces = Objects.requireNonNull(evaluation
                .report(image -> List.of(), List.of(), List.of(), empty, null)
                .falseFaces());

        assertThat(faces.faces()).isEqualTo(1);
        assertThat(faces.perPicture()).isEqualTo(0.5);
        assertThat(faces.worst()).containsExactly("tree");
    }

    @Test
    void sizesAreJudgedApart() {
        AnnotatedFace large = new AnnotatedFace(BOX, false, null);
        AnnotatedFace small = new AnnotatedFace(new BoundingBox(200, 0, 25, 25), false, null);
        AnnotatedPicture picture = new AnnotatedPicture("a", Path.of("a"), List.of(large, small));
        Finding finding = new Finding(picture, List.of(new Face(BOX, 0.9f, null)));

        assertThat(report(finding).bySize())
                .extracting(DetectorReport.OfSize::size, DetectorReport.OfSize::ap)
                .containsExactly(tuple("20 to 40 px", 0.0), tuple("80 to 160 px", 1.0));
    }

    /** The groups of the report are for programs; in JSON every figure is a field, in this order. */
    @Test
    void jsonIsFlat() {
        Finding finding = finding(new AnnotatedFace(BOX, false, null), new Face(BOX, 0.9f, null));

        assertThat(report(finding).toJson().lines().map(String::strip).map(line -> line.replaceAll(" : .*", "")))
                .containsSubsequence(
                        "\"model\"",
                        "\"engine\"",
                        "\"pictures\"",
                        "\"faces\"",
                        "\"minimumFace\"",
                        "\"ap\"",
                        "\"apAtIou35\"",
                        "\"recallAtPrecision95\"",
                        "\"defaultThreshold\"",
                        "\"precision\"",
                        "\"recall\"",
                        "\"bySize\"");
    }

    @Test
    void reportReadsAsText() {
        Finding finding = finding(new AnnotatedFace(BOX, false, eyesApart(0)), new Face(BOX, 0.9f, eyesApart(4)));

        assertThat(DetectorText.of(report(finding)))
                .contains("1 pictures, 1 faces of 20 px and more", "AP at IoU 0.5", "1.0000", "leftEye");
    }

    @Test
    void closeUpsReadAsText() {
        CloseUps none = new CloseUps(70, 0, List.of(), 0, 0, List.of());
        CloseUps two = new CloseUps(70, 2, List.of(new CloseUps.OfMargin(0.1, 1)), 0.5, 3, List.of("a"));

        assertThat(DetectorText.of(evaluation.report(image -> List.of(), List.of(), List.of(), null, none)))
                .contains("no face of 70 px and more");
        assertThat(DetectorText.of(evaluation.report(image -> List.of(), List.of(), List.of(), null, two)))
                .contains("10 %", "1 of 2", "50.0 %", "3 finds elsewhere", "never found in: a");
    }

    private DetectorReport report(Finding finding) {
        return evaluation.report(image -> List.of(), List.of(finding), List.of(), null, null);
    }

    private static Finding finding(AnnotatedFace face, Face found) {
        return new Finding(new AnnotatedPicture("a", Path.of("a"), List.of(face)), List.of(found));
    }

    private static Landmarks eyesApart(float down) {
        return new Landmarks(
                new Point(30, 40 + down),
                new Point(70, 40 + down),
                new Point(50, 60 + down),
                new Point(35, 80 + down),
                new Point(65, 80 + down));
    }
}

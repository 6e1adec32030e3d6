package io.emotion4j.evaluation.detector;

import io.emotion4j.evaluation.internal.TextTable;
import java.util.Locale;

/**
 * A detector's report as people read it.
 *
 * @since 0.1.0
 */
public final class DetectorText {

    private DetectorText() {}

    /**
     * Prints a report.
     *
     * @param report the report
     * @return lines of text
     */
    public static String of(DetectorReport report) {
        StringBuilder text = new StringBuilder();
        DetectorReport.Subject subject = report.subject();
        text.append(String.format(
                Locale.ROOT,
                "%s on %s: %d pictures, %d faces of %.0f px and more%n%n",
                subject.model(),
                subject.engine(),
                subject.pictures(),
                subject.faces(),
                subject.minimumFace()));
        DetectorReport.Curve curve = report.curve();
        DetectorReport.AtDefault atDefault = report.atDefault();
        String threshold = String.format(Locale.ROOT, "%.2f", atDefault.defaultThreshold());
        text.append(new TextTable("figure", "")
                .row("AP at IoU 0.5", number(curve.ap()))
                .row("AP at IoU 0.35", number(curve.apAtIou35()))
                .row("recall at precision 95 %", curve.recallAtPrecision95())
                .row("precision at threshold " + threshold, atDefault.precision())
                .row("recall at threshold " + threshold, atDefault.recall()));
        TextTable sizes = new TextTable("faces of", "faces", "AP", "recall at precision 95 %", "recall at threshold");
        report.bySize()
                .forEach(s -> sizes.row(s.size(), s.faces(), number(s.ap()), s.recallAtPrecision95(), s.recall()));
        text.append('\n').append(sizes);
        LandmarkErrors landmarks = report.landmarks();
        if (landmarks != null) {
            text.append('\n').append(landmarks(landmarks));
        }
        FalseFaces none = report.falseFaces();
        if (none != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%d faces in %d pictures without any (%.4f a picture), in %d pictures; surest first: %s%n",
                    none.faces(),
                    none.pictures(),
                    none.perPicture(),
                    none.picturesWithFaces(),
                    String.join(", ", none.worst())));
        }
        CloseUps closeUps = report.closeUps();
        if (closeUps != null) {
            text.append('\n').append(closeUps(closeUps));
        }
        return text.toString();
    }

    private static String closeUps(CloseUps closeUps) {
        if (closeUps.faces() == 0) {
            return String.format(Locale.ROOT, "no face of %.0f px and more to be cut out%n", closeUps.minimumFace());
        }
        TextTable margins = new TextTable("faces that fill the picture, margin", "found");
        closeUps.byMargin()
                .forEach(m -> margins.row(
                        String.format(Locale.ROOT, "%.0f %%", 100 * m.margin()),
                        m.found() + " of " + closeUps.faces()));
        margins.row("all", closeUps.share());
        return margins
                + String.format(
                        Locale.ROOT,
                        "faces of %.0f px and more, enlarged; %d finds elsewhere; never found in: %s%n",
                        closeUps.minimumFace(),
                        closeUps.elsewhere(),
                        closeUps.missed().isEmpty() ? "none" : String.join(", ", closeUps.missed()));
    }

    private static String landmarks(LandmarkErrors errors) {
        TextTable points = new TextTable("landmark error, eye distances", "mean");
        errors.perPoint().forEach((name, error) -> points.row(name, number(error)));
        points.row("all five", number(errors.mean()));
        points.row("median face", number(errors.median()));
        return points
                + String.format(
                        Locale.ROOT,
                        "%d faces, %d not found; %s of the faces within 0.1%n",
                        errors.faces(),
                        errors.missed(),
                        TextTable.percent(errors.within10Percent()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}

package io.emotion4j.evaluation.classifier;

import io.emotion4j.evaluation.internal.TextTable;
import java.util.Locale;

/**
 * A classifier's report as people read it.
 *
 * @since 0.1.0
 */
public final class ClassifierText {

    private ClassifierText() {}

    /**
     * Prints a report.
     *
     * @param report the report
     * @return lines of text
     */
    public static String of(ClassifierReport report) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s on %s, against %s; %d pictures have none and are left out%n%n",
                report.subject().model(),
                report.subject().engine(),
                report.subject().truth(),
                report.subject().withoutTruth()));
        text.append(summary(report)).append('\n');
        text.append(classes(report.all())).append('\n');
        text.append("Rows are true, columns are what the model said:\n");
        text.append(confusion(report.all().confusion())).append('\n');
        TemperatureFit t = report.temperature();
        text.append(String.format(
                Locale.ROOT,
                "A temperature of %.3f would calibrate it: NLL %.4f -> %.4f, ECE %.4f -> %.4f%n",
                t.temperature(),
                t.nllBefore(),
                t.nllAfter(),
                t.eceBefore(),
                t.eceAfter()));
        if (!report.breakdown().slices().isEmpty()) {
            text.append('\n').append(slices(report));
        }
        if (!report.breakdown().quality().isEmpty()) {
            text.append('\n').append(quality(report));
        }
        if (!report.breakdown().changes().isEmpty()) {
            text.append('\n').append(changes(report));
        }
        GroupTable groups = report.breakdown().groups();
        if (groups != null) {
            text.append('\n').append(groups(groups));
        }
        return text.toString();
    }

    private static TextTable summary(ClassifierReport report) {
        TextTable table =
                new TextTable("", "pictures", "accuracy", "95 %", "balanced", "95 %", "macro F1", "ECE", "NLL");
        row(table, "all", report.all());
        row(table, "without duplicates", report.withoutDuplicates());
        return table;
    }

    private static void row(TextTable table, String name, Scorecard card) {
        table.row(
                name,
                card.pictures(),
                card.rates().accuracy(),
                range(card.rates().accuracyInterval()),
                card.rates().balancedAccuracy(),
                range(card.rates().balancedAccuracyInterval()),
                card.rates().macroF1(),
                String.format(Locale.ROOT, "%.4f", card.sureness().ece()),
                String.format(Locale.ROOT, "%.4f", card.sureness().nll()));
    }

    private static String range(Interval interval) {
        return String.format(Locale.ROOT, "%.1f..%.1f", 100 * interval.low(), 100 * interval.high());
    }

    private static TextTable classes(Scorecard card) {
        TextTable table = new TextTable("expression", "precision", "recall", "F1", "support");
        card.perClass().forEach((label, m) -> table.row(label, m.precision(), m.recall(), m.f1(), m.support()));
        return table;
    }

    private static TextTable confusion(Scorecard.Confusion confusion) {
        int size = confusion.labels().size();
        String[] header = new String[size + 1];
        header[0] = "";
        for (int c = 0; c < size; c++) {
            header[c + 1] = confusion.labels().get(c);
        }
        TextTable table = new TextTable(header);
        for (int r = 0; r < size; r++) {
            Object[] cells = new Object[size + 1];
            cells[0] = confusion.labels().get(r);
            for (int c = 0; c < size; c++) {
                cells[c + 1] = confusion.counts().get(r).get(c);
            }
            table.row(cells);
        }
        return table;
    }

    private static TextTable slices(ClassifierReport report) {
        TextTable table = new TextTable("pictures as they are", "pictures", "accuracy", "balanced");
        report.breakdown().slices().forEach(s -> table.row(s.name(), s.pictures(), s.accuracy(), s.balancedAccuracy()));
        return table;
    }

    private static TextTable quality(ClassifierReport report) {
        TextTable table = new TextTable("faces by quality", "faces", "accuracy", "95 %", "balanced");
        report.breakdown()
                .quality()
                .forEach(b -> table.row(
                        b.toString(), b.faces(), b.accuracy(), range(b.accuracyInterval()), b.balancedAccuracy()));
        return table;
    }

    private static TextTable changes(ClassifierReport report) {
        TextTable table = new TextTable("all pictures, made harder", "accuracy", "balanced", "lost", "same answer");
        report.breakdown()
                .changes()
                .forEach(c -> table.row(c.name(), c.accuracy(), c.balancedAccuracy(), c.lost(), c.sameAnswer()));
        return table;
    }

    private static String groups(GroupTable groups) {
        TextTable table = new TextTable("group", "pictures", "accuracy", "95 %", "balanced", "");
        groups.groups()
                .forEach((name, g) -> table.row(
                        name,
                        g.pictures(),
                        g.accuracy(),
                        range(g.accuracyInterval()),
                        g.balancedAccuracy(),
                        g.counts() ? "" : "under " + groups.minimumCount() + ": does not count"));
        Double accuracy = groups.accuracyGap();
        Double balanced = groups.balancedAccuracyGap();
        return table
                + (accuracy == null || balanced == null
                        ? "No gap: fewer than two groups have " + groups.minimumCount() + " pictures\n"
                        : "Gap between best and worst: accuracy " + TextTable.percent(accuracy) + ", balanced "
                                + TextTable.percent(balanced) + "\n");
    }
}

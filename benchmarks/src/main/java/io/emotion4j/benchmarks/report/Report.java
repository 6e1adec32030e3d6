package io.emotion4j.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Markdown and a plot of what was measured. */
public final class Report {

    private static final String JSON = ".json";

    private Report() {}

    /**
     * Writes both beside the file.
     *
     * @param file of {@link Measured#write}, with the ending {@code .json}
     * @throws IOException if it cannot be read or they cannot be written
     */
    public static void write(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(JSON)) {
            throw new IllegalArgumentException("expected a file with the ending .json, found " + file);
        }
        String stem = name.substring(0, name.length() - JSON.length());
        Measured measured = Measured.read(file);
        Files.writeString(file.resolveSibling(stem + ".md"), markdown(measured, stem + ".png"));
        RatioPlot.write(measured, file.resolveSibling(stem + ".png"));
        System.out.println("Report: " + file.resolveSibling(stem + ".md"));
    }

    static String markdown(Measured measured, String plot) {
        StringBuilder text = new StringBuilder("# How fast\n\n");
        measured.environment()
                .forEach((key, value) ->
                        text.append("- ").append(key).append(": ").append(value).append('\n'));
        text.append(
                "\nRatios of medians of one round, the median of all rounds; absolute times change from machine to machine and from hour to"
                        + " hour.\n\n| | ratio | promised | aim |\n|---|---|---|---|\n");
        for (Ratio ratio : Ratio.ALL) {
            OptionalDouble value = ratio.of(measured);
            if (value.isPresent()) {
                text.append("| ").append(ratio.name()).append(" | ").append(number(value.getAsDouble()));
                text.append(missed(ratio, value.getAsDouble()) ? " (missed)" : "");
                text.append(" | ").append(number(ratio.floor())).append(" | ");
                text.append(number(ratio.aim())).append(" |\n");
            }
        }
        text.append("\n![the ratios](").append(plot).append(")\n\n");
        text.append("Times and bytes allocated on the heap by one operation, of the first round:\n\n");
        text.append("| | unit | average | p50 | p99 | bytes | p50 of each round |\n|---|---|---|---|---|---|---|\n");
        for (Map.Entry<String, List<Measured.Figure>> entry : measured.figures().entrySet()) {
            Measured.Figure first = entry.getValue().get(0);
            text.append("| ").append(entry.getKey()).append(" | ").append(first.unit());
            text.append(" | ").append(number(first.average())).append(" | ").append(number(first.median()));
            text.append(" | ").append(number(first.p99())).append(" | ");
            text.append(Double.isNaN(first.bytes()) ? "" : String.format(Locale.ROOT, "%.0f", first.bytes()));
            text.append(" | ");
            entry.getValue()
                    .forEach(figure -> text.append(number(figure.median())).append(' '));
            text.append("|\n");
        }
        return text.toString();
    }

    private static boolean missed(Ratio ratio, double value) {
        return !Double.isNaN(ratio.floor()) && ratio.worsening(value, ratio.floor()) > 1;
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.1f", value);
    }
}

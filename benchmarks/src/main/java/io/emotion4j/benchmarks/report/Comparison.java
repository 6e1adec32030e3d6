package io.emotion4j.benchmarks.report;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Two measurements beside each other.
 *
 * @param text a line a ratio
 * @param worse whether a ratio got worse by more than {@value #ALLOWED}
 */
public record Comparison(String text, boolean worse) {

    /** Of two runs on a noisy machine. */
    static final double ALLOWED = 0.1;

    /**
     * {@return the comparison}
     *
     * @param before the committed figures
     * @param now the new ones
     * @throws IllegalArgumentException if they have no ratio in common
     */
    public static Comparison of(Measured before, Measured now) {
        StringBuilder text = new StringBuilder();
        boolean worse = false;
        for (Ratio ratio : Ratio.ALL) {
            OptionalDouble old = ratio.of(before);
            OptionalDouble fresh = ratio.of(now);
            if (old.isPresent() && fresh.isPresent()) {
                double change = ratio.worsening(fresh.getAsDouble(), old.getAsDouble()) - 1;
                boolean bad = change > ALLOWED;
                worse |= bad;
                text.append(String.format(
                        Locale.ROOT,
                        "%-5s %6.3f -> %6.3f  %s%n",
                        bad ? "WORSE" : "",
                        old.getAsDouble(),
                        fresh.getAsDouble(),
                        ratio.name()));
            }
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("The two files have no ratio in common");
        }
        return new Comparison(text.toString(), worse);
    }
}

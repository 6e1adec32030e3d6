package io.emotion4j.video;

import io.emotion4j.TrackSummary;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A line for each track when it has ended, for people to read. */
public final class SummaryTable implements TrackListener {

    private static final int MOST = 3;

    private final PrintWriter out;

    /**
     * Prints the header.
     *
     * @param out where to; stays open
     */
    public SummaryTable(PrintWriter out) {
        this.out = out;
        out.printf("%5s  %8s  %8s  %7s  %s%n", "track", "from", "to", "frames", "expressions, by time");
        out.flush();
    }

    @Override
    public void ended(TrackSummary track) {
        String expressions = track.shares().entrySet().stream()
                .filter(share -> share.getValue() >= 0.005)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(share ->
                        String.format(Locale.ROOT, "%s %.0f %%", share.getKey().label(), 100 * share.getValue()))
                .collect(Collectors.joining(", "));
        out.printf(
                "%5s  %8s  %8s  %7d  %s%n",
                "#" + track.id(), Clock.of(track.first()), Clock.of(track.last()), track.frames(), expressions);
        out.flush();
    }
}

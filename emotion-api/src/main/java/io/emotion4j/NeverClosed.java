package io.emotion4j;

import io.emotion4j.internal.call.InFlight;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;

/** Closes analyzers that nobody can reach any more and nobody has closed, and says so in the log. */
final class NeverClosed {

    private static final Cleaner CLEANER = Cleaner.create();
    private static final Logger LOG = System.getLogger("io.emotion4j");

    private NeverClosed() {}

    /** {@return what ends the watch, once the analyzer is closed} */
    static Runnable watch(EmotionAnalyzer analyzer, InFlight inFlight) {
        return CLEANER.register(analyzer, () -> {
            // Nobody can be inside: whoever is holds the analyzer.
            if (inFlight.shut()) {
                LOG.log(
                        Level.WARNING,
                        "An EmotionAnalyzer was never closed; what its engines hold is freed only now. Close it, best by"
                                + " try-with-resources");
            }
        })::clean;
    }
}

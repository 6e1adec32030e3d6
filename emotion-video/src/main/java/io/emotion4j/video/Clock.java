package io.emotion4j.video;

import java.time.Duration;
import java.util.Locale;

/** Times for people to read. */
final class Clock {

    private Clock() {}

    /** Such as {@code 1:02.5}. */
    static String of(Duration time) {
        long tenths = Math.round(time.toMillis() / 100.0);
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }
}

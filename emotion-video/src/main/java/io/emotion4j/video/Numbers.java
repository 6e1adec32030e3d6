package io.emotion4j.video;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Numbers as they are written, without exponents or trailing zeros. */
final class Numbers {

    private Numbers() {}

    static String pixels(double value) {
        return rounded(value, 2);
    }

    static String probability(double value) {
        return rounded(value, 6);
    }

    static String seconds(Duration time) {
        return rounded(time.toNanos() / 1e9, 3);
    }

    /** Such as {@code 1:02.5}. */
    static String clock(Duration time) {
        long tenths = Math.round(time.toMillis() / 100.0);
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }

    private static String rounded(double value, int decimals) {
        BigDecimal number = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

package io.emotion4j.output;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Numbers as every output has them: rounded to what they are worth, without trailing zeros, and never with an exponent.
 *
 * @since 0.1.0
 */
public final class Decimals {

    private Decimals() {}

    /**
     * Pixels, to a hundredth.
     *
     * @param value a finite number of pixels
     * @return the number
     */
    public static BigDecimal pixels(double value) {
        return rounded(value, 2);
    }

    /**
     * A probability, to a millionth.
     *
     * @param value 0 to 1
     * @return the number
     */
    public static BigDecimal probability(double value) {
        return rounded(value, 6);
    }

    /**
     * Milliseconds, to a thousandth.
     *
     * @param value a finite number of milliseconds
     * @return the number
     */
    public static BigDecimal millis(double value) {
        return rounded(value, 3);
    }

    /**
     * Seconds, to a thousandth.
     *
     * @param time of a frame, for instance
     * @return the number
     */
    public static BigDecimal seconds(Duration time) {
        return rounded(time.toNanos() / 1e9, 3);
    }

    private static BigDecimal rounded(double value, int decimals) {
        BigDecimal number = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}

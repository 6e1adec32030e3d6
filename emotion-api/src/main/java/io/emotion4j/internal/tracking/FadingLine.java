package io.emotion4j.internal.tracking;

/**
 * The straight line through samples of a moving value, by least squares; a sample's weight halves with every half-life of its
 * age. So it follows steady motion without lag, in time units whatever the frame rate, and tells where the value goes.
 */
final class FadingLine {

    private final double halfLife;
    /** Holds the slope near 0 until the samples span enough time to tell it. */
    private final double ridge;

    // Sums over the samples of weight, weight*age, weight*age^2, weight*value and weight*age*value; ages are not
    // positive.
    private double weight;
    private double ages;
    private double squaredAges;
    private double values;
    private double agesByValues;

    FadingLine(double halfLifeSeconds) {
        this.halfLife = halfLifeSeconds;
        this.ridge = halfLifeSeconds * halfLifeSeconds / 4;
    }

    /** Takes the next sample, so many seconds after the last. */
    void add(double seconds, double value) {
        double fade = Fading.weight(seconds, halfLife);
        squaredAges = fade * (squaredAges - 2 * seconds * ages + seconds * seconds * weight);
        agesByValues = fade * (agesByValues - seconds * values);
        ages = fade * (ages - seconds * weight);
        weight = fade * weight + 1;
        values = fade * values + value;
    }

    /** The line's value so many seconds after the last sample. */
    double at(double seconds) {
        double meanAge = ages / weight;
        return values / weight + slope() * (seconds - meanAge);
    }

    /** By how much the value changes in a second. */
    double slope() {
        double meanAge = ages / weight;
        double spread = squaredAges - meanAge * ages + ridge;
        return spread > 0 ? (agesByValues - meanAge * values) / spread : 0;
    }
}

package io.emotion4j.internal.tracking;

/** Exponential fading by time, not by frames. */
final class Fading {

    private Fading() {}

    /** What a weight of 1 has become after some seconds: a half after the half-life; 0 where the half-life is 0. */
    static double weight(double seconds, double halfLifeSeconds) {
        return halfLifeSeconds == 0 ? 0 : Math.pow(2, -seconds / halfLifeSeconds);
    }

    /** Moves a smoothed value towards the newest sample. */
    static double towards(double smoothed, double sample, double fade) {
        return fade * smoothed + (1 - fade) * sample;
    }
}

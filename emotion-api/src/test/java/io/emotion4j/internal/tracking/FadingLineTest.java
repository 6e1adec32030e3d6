package io.emotion4j.internal.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FadingLineTest {

    @Test
    void oneSampleIsAValueThatStandsStill() {
        FadingLine line = new FadingLine(0.2);
        line.add(0, 7);
        assertThat(line.at(0)).isEqualTo(7);
        assertThat(line.at(10)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 25, 60})
    void steadyMotionIsFollowedAndForetoldAtAnyFrameRate(double framesPerSecond) {
        FadingLine line = new FadingLine(0.2);
        line.add(0, 100);
        for (int i = 1; i <= 2 * framesPerSecond; i++) {
            line.add(1 / framesPerSecond, 100 + 300 * i / framesPerSecond);
        }
        assertThat(line.slope()).isCloseTo(300, within(15.0));
        assertThat(line.at(0)).isCloseTo(700, within(4.0));
        assertThat(line.at(0.5)).isCloseTo(850, within(10.0));
    }

    /** Against the sums written out. */
    @Test
    void isTheLeastSquaresLineWithFadingWeights() {
        double halfLife = 0.3;
        double[] times = {0, 0.1, 0.15, 0.5, 0.52};
        double[] values = {3, -1, 4, 1, 5};
        FadingLine line = new FadingLine(halfLife);
        double w = 0;
        double wt = 0;
        double wv = 0;
        for (int i = 0; i < times.length; i++) {
            line.add(i == 0 ? 0 : times[i] - times[i - 1], values[i]);
            double weight = Math.pow(0.5, (0.52 - times[i]) / halfLife);
            w += weight;
            wt += weight * times[i];
            wv += weight * values[i];
        }
        double covariance = 0;
        double variance = halfLife * halfLife / 4;
        for (int i = 0; i < times.length; i++) {
            double weight = Math.pow(0.5, (0.52 - times[i]) / halfLife);
            covariance += weight * (times[i] - wt / w) * (values[i] - wv / w);
            variance += weight * (times[i] - wt / w) * (times[i] - wt / w);
        }
        assertThat(line.slope()).isCloseTo(covariance / variance, within(1e-9));
        assertThat(line.at(0)).isCloseTo(wv / w + covariance / variance * (0.52 - wt / w), within(1e-9));
    }

    @Test
    void jitterOfAValueThatStandsStillIsSmoothed() {
        Random random = new Random(1);
        FadingLine line = new FadingLine(0.2);
        double before = 0;
        double after = 0;
        for (int i = 0; i < 1000; i++) {
            double noise = random.nextGaussian();
            line.add(0.04, noise);
            if (i >= 100) {
                before += noise * noise;
                after += line.at(0) * line.at(0);
            }
        }
        assertThat(Math.sqrt(after / before)).isLessThan(0.65);
    }

    @Test
    void withoutHalfLifeTheNewestSampleIsAll() {
        FadingLine line = new FadingLine(0);
        line.add(0, 5);
        line.add(0.1, 9);
        line.add(0, 2);
        assertThat(line.at(0)).isEqualTo(2);
        assertThat(line.at(1)).isEqualTo(2);
    }

    @Test
    void samplesOfOneMomentAreAveraged() {
        FadingLine line = new FadingLine(0.2);
        line.add(0, 4);
        line.add(0, 6);
        assertThat(line.at(0)).isCloseTo(5, within(1e-12));
        assertThat(line.slope()).isZero();
    }

    @Test
    void yearsBetweenSamplesDoNoHarm() {
        FadingLine line = new FadingLine(0.2);
        line.add(0, 4);
        line.add(3e9, 6);
        assertThat(line.at(0)).isCloseTo(6, within(1e-6));
    }
}

package io.emotion4j.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emotion4j.training.detector.DetectorPreset;
import io.emotion4j.training.export.DetectorExport;
import org.junit.jupiter.api.Test;

class WeightMeanTest {

    private final Network one = network(DetectorPreset.TINY, 1);
    private final Network other = network(DetectorPreset.TINY, 2);

    @Test
    void everyWeightIsTheMean() {
        Network mean = WeightMean.of(one, other, 0.25);

        mean.weights().forEach((name, weight) -> {
            float[] a = one.weight(name).values();
            float[] b = other.weight(name).values();
            for (int i = 0; i < a.length; i++) {
                assertThat(weight.values()[i]).as(name).isEqualTo((float) (0.75 * a[i] + 0.25 * b[i]));
            }
        });
        assertThat(mean.weight(changed()).values())
                .isNotEqualTo(one.weight(changed()).values());
    }

    @Test
    void aShareOfNothingOrAllIsOneOfThem() {
        assertThat(WeightMean.of(one, other, 0).weight(changed()).values())
                .isEqualTo(one.weight(changed()).values());
        assertThat(WeightMean.of(one, other, 1).weight(changed()).values())
                .isEqualTo(other.weight(changed()).values());
    }

    @Test
    void otherLayersAndOtherSharesAreRefused() {
        assertThatThrownBy(() -> WeightMean.of(one, network(DetectorPreset.BASE, 1), 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same layers");
        assertThatThrownBy(() -> WeightMean.of(one, other, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A share lies between 0 and 1, found 1.5");
        assertThatThrownBy(() -> WeightMean.of(one, other, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A weight that two seeds begin otherwise. */
    private String changed() {
        return one.weights().keySet().iterator().next();
    }

    private static Network network(DetectorPreset preset, long seed) {
        return DetectorExport.form(preset.forInference(preset.forTraining(seed)));
    }
}

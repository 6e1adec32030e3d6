package io.emotion4j.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.detector.DetectorPreset;
import io.emotion4j.training.network.Quantization.Range;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuantizationTest {

    private final Network network = BatchNormFolding.fold(ClassifierPreset.TINY.build(1, 0));

    @Test
    void everyConvolutionOnAPlaneButTheFirstReadsLevels() {
        Network quantized = quantized();

        List<String> inputs = quantized.nodes().stream()
                .filter(node -> node.op() instanceof Op.Convolution c && c.kernel() == 3)
                .map(node -> node.inputs().get(0))
                .toList();
        assertThat(inputs).hasSizeGreaterThan(2).startsWith(Network.INPUT);
        assertThat(inputs.subList(1, inputs.size()))
                .allMatch(input -> producer(quantized, input) instanceof Op.Quantize);
    }

    @Test
    void whatFollowsGlobalAveragingStaysAsItIs() {
        Network quantized = quantized();

        for (String output : quantized.outputs().values()) {
            assertThat(producer(quantized, output)).isInstanceOf(Op.Flatten.class);
        }
        for (Network.Node node : quantized.nodes()) {
            if (node.op() instanceof Op.Convolution c && c.kernel() == 1) {
                boolean pooled = !(producer(quantized, node.inputs().get(0)) instanceof Op.Quantize);
                assertThat(quantized.weight(c.weight()).values()
                                == network.weight(c.weight()).values())
                        .isEqualTo(pooled);
            }
        }
    }

    @Test
    void detectorsFirstConvolutionReadsPixelsAndItsHeadsGiveFloats() {
        Network form = BatchNormFolding.fold(DetectorPreset.TINY.forInference(DetectorPreset.TINY.forTraining(1)));
        Network pixels = PixelInput.of(form, 127.5f, 4 / 255f);
        Map<String, Range> measured = new HashMap<>();
        Quantization.values(pixels).forEach(value -> measured.put(value, new Range(-1, 3)));

        Network quantized = Quantization.quantize(pixels, measured);

        assertThat(quantized.nodes().get(0).op()).isInstanceOf(Op.RoundedPixelConvolution.class);
        assertThat(quantized.readsPixels()).isTrue();
        for (Network.Node node : quantized.nodes()) {
            boolean whole = Quantization.wholeConvolution(quantized, node) != null;
            if (node.op() instanceof Op.Convolution c) {
                int filters = quantized.weight(c.weight()).shape()[0];
                assertThat(whole).as(c.weight()).isEqualTo(filters > 10 || filters == 8);
                assertThat(producer(quantized, node.inputs().get(0)))
                        .isInstanceOfAny(Op.Quantize.class, Op.RoundedPixelConvolution.class, Op.Upsample.class);
            }
            // What is only repeated is not rounded once more.
            if (node.op() instanceof Op.Quantize) {
                assertThat(producer(quantized, node.inputs().get(0))).isNotInstanceOf(Op.Upsample.class);
            }
        }
        for (String output : quantized.outputs().values()) {
            assertThat(producer(quantized, output)).isNotInstanceOf(Op.Quantize.class);
        }
    }

    @Test
    void weightsLieOnSixtyThreeStepsEachWayAndStayThereWhenRoundedAgain() {
        Weight weight = new Weight(new int[] {2, 3}, new float[] {0.49f, -1, 0.3f, 0, 0, 0}, true);

        Int8Weight rounded = Int8Weight.of(weight);
        assertThat(rounded.levels()).containsExactly(31, -63, 19, 0, 0, 0);
        assertThat(rounded.scales()[0]).isEqualTo(1 / 63f);
        Weight again = rounded.rounded(weight);
        assertThat(again.values()[2]).isCloseTo(0.3f, within(0.5f / 63));
        assertThat(Int8Weight.of(again).levels()).isEqualTo(rounded.levels());
    }

    @Test
    void levelsCoverTheRangeAndZeroIsOneOfThem() {
        assertThat(new Range(-1, 3).levels()).isEqualTo(new Op.Quantize(4 / 255f, 64));
        assertThat(new Range(2, 4).levels()).isEqualTo(new Op.Quantize(4 / 255f, 0));
        assertThat(new Range(0, 0).levels().scale()).isPositive();
    }

    @Test
    void valueWithoutARangeIsNamed() {
        Map<String, Range> ranges = ranges();
        String missing = Quantization.values(network).get(1);
        ranges.remove(missing);

        assertThatThrownBy(() -> Quantization.quantize(network, ranges))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[" + missing + "]");
    }

    private Network quantized() {
        return Quantization.quantize(network, ranges());
    }

    private Map<String, Range> ranges() {
        Map<String, Range> ranges = new HashMap<>();
        Quantization.values(network).forEach(value -> ranges.put(value, new Range(-1, 3)));
        return ranges;
    }

    private static Op producer(Network network, String value) {
        return network.nodes().stream()
                .filter(node -> node.output().equals(value))
                .findFirst()
                .orElseThrow()
                .op();
    }
}

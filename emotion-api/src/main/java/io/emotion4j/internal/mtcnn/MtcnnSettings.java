package io.emotion4j.internal.mtcnn;

import io.emotion4j.model.DecoderSpec;
import java.util.List;

/**
 * What a descriptor may change of the published method.
 *
 * @param minFaceSize the smallest face looked for, in pixels of the picture as it is seen
 * @param factor from one level of the pyramid to the next
 * @param proposal the least score of a place that P-Net passes on
 * @param refined the least score of a place that R-Net passes on; O-Net's is the model's threshold
 */
record MtcnnSettings(int minFaceSize, double factor, float proposal, float refined) {

    private static final List<String> KEYS = List.of("minFaceSize", "factor", "scores");

    static MtcnnSettings of(DecoderSpec decoder) {
        decoder.allow(KEYS);
        int minFaceSize = decoder.whole("minFaceSize", 20, PyramidLevel.CELL, 4096);
        double factor = decoder.number("factor", 0.709);
        if (!(factor >= 0.1 && factor <= 0.95)) {
            throw new IllegalArgumentException("\"decoder.factor\" must lie within 0.1 to 0.95, found " + factor);
        }
        List<Double> scores = decoder.numbers("scores", List.of(0.6, 0.7));
        if (scores.size() != 2 || !scores.stream().allMatch(score -> score >= 0 && score <= 1)) {
            throw new IllegalArgumentException(
                    "\"decoder.scores\" must be two numbers within 0 to 1, P-Net's and R-Net's, found " + scores
                            + "; O-Net's is \"score\" in \"thresholds\"");
        }
        return new MtcnnSettings(
                minFaceSize, factor, scores.get(0).floatValue(), scores.get(1).floatValue());
    }
}

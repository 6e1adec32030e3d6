package io.emotion4j.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What {@code emotion4j.*} sets. What is absent keeps the default of {@link io.emotion4j.EmotionAnalyzerBuilder}.
 *
 * @param engine Engine by its name, such as "onnx"; the best available one if absent.
 * @param device Where networks run: "cpu", or a kind and a number such as "cuda:0".
 * @param threads Threads that share the work of one run of a network.
 * @param detectorModel Model that finds faces: id of a shipped one, path of a model.json or its folder, or an address with its hash.
 * @param classifierModel Model that scores expressions: id of a shipped one, path of a model.json or its folder, or an address with its hash.
 * @param fast Whether the shipped models are taken in 8-bit whole numbers, for engine "onnx" alone.
 * @param detectionSize Longest side, in pixels, of the picture that the detector's network sees.
 * @param minConfidence Least confidence of a face that is reported, 0 to 1.
 * @param maxOverlap Most overlap (IoU) of two faces that are both reported, 0 to 1.
 * @param minFaceSize Least longer side of a face that is reported, in pixels.
 * @param maxFaces Most faces a picture, the most confident ones.
 * @param secondLook Whether a picture in which no face or a large one was found is looked at once more at a quarter of its size.
 * @param reducedDecoding Whether large JPEG files are decoded at a part of their size, which is quicker and changes the figures slightly.
 * @param alignment Whether landmarks bring a face into place before it is classified.
 * @param crops Whether each picture is one face, cut out already; then nothing is detected.
 * @param prior How often each expression is expected: "none", "uniform:0.5", or shares by label; the classifier's own if absent.
 * @param abstainBelow Probability below which the most probable expression is not to be relied on, 0 to 1; the classifier's own if absent.
 * @param quality Whether it is measured how well each face is to be seen.
 * @param maxConcurrency Analyses that run at a time; the others wait. The number of processors if absent.
 * @param maxPending Asynchronous analyses that may be begun and not done.
 * @param deadline How long an analysis may take, waiting included; as long as it takes if absent.
 * @param limits How large a picture may be.
 * @param health The health indicator.
 */
@ConfigurationProperties("emotion4j")
record EmotionProperties(
        @Nullable String engine,
        @Nullable String device,
        @Nullable Integer threads,
        @Nullable String detectorModel,
        @Nullable String classifierModel,
        @Nullable Boolean fast,
        @Nullable Integer detectionSize,
        @Nullable Float minConfidence,
        @Nullable Float maxOverlap,
        @Nullable Integer minFaceSize,
        @Nullable Integer maxFaces,
        @Nullable Boolean secondLook,
        @Nullable Boolean reducedDecoding,
        @Nullable Boolean alignment,
        @Nullable Boolean crops,
        @Nullable String prior,
        @Nullable Float abstainBelow,
        @Nullable Boolean quality,
        @Nullable Integer maxConcurrency,
        @Nullable Integer maxPending,
        @Nullable Duration deadline,
        @DefaultValue Limits limits,
        @DefaultValue Health health) {

    /**
     * How large a picture may be.
     *
     * @param maxPixels Most width times height, in pixels.
     * @param maxSide Most width and most height, in pixels.
     * @param maxBytes Most size of the encoded picture.
     */
    record Limits(
            @Nullable Long maxPixels,
            @Nullable Integer maxSide,
            @Nullable DataSize maxBytes) {}

    /**
     * The health indicator.
     *
     * @param interval How long an answer is kept before the probe is analyzed again.
     * @param timeout How long the probe may take before the application counts as busy.
     */
    record Health(
            @DefaultValue("30s") Duration interval,
            @DefaultValue("5s") Duration timeout) {}
}

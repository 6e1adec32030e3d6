package io.emotion4j.spring;

import io.emotion4j.ClassPrior;
import io.emotion4j.DecodeLimits;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionAnalyzerBuilder;
import io.emotion4j.model.Model;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** From properties to a builder. */
final class AnalyzerFactory {

    private AnalyzerFactory() {}

    static EmotionAnalyzerBuilder builder(EmotionProperties from) {
        EmotionAnalyzerBuilder to = EmotionAnalyzer.builder();
        set(from.engine(), to::engine);
        set(from.device(), to::device);
        set(from.threads(), to::intraOpThreads);
        set(from.detectorModel(), name -> to.detectorModel(Model.named(name)));
        set(from.classifierModel(), name -> to.classifierModel(Model.named(name)));
        set(from.fast(), to::fast);
        set(from.detectionSize(), to::detectionSize);
        set(from.minConfidence(), to::minConfidence);
        set(from.maxOverlap(), to::maxOverlap);
        set(from.minFaceSize(), to::minFaceSize);
        set(from.maxFaces(), to::maxFaces);
        set(from.secondLook(), to::secondLook);
        set(from.reducedDecoding(), to::reducedDecoding);
        set(from.alignment(), to::alignment);
        set(from.crops(), to::crops);
        set(from.prior(), text -> to.prior(ClassPrior.parse(text)));
        set(from.abstainBelow(), to::abstainBelow);
        set(from.quality(), to::quality);
        set(from.maxConcurrency(), to::maxConcurrency);
        set(from.maxPending(), to::maxPending);
        set(from.deadline(), to::deadline);
        return to.decodeLimits(limits(from.limits()));
    }

    private static DecodeLimits limits(EmotionProperties.Limits from) {
        DecodeLimits limits = DecodeLimits.DEFAULT;
        limits = from.maxPixels() == null ? limits : limits.withMaxPixels(from.maxPixels());
        limits = from.maxSide() == null ? limits : limits.withMaxSide(from.maxSide());
        return from.maxBytes() == null
                ? limits
                : limits.withMaxBytes(from.maxBytes().toBytes());
    }

    private static <T> void set(@Nullable T value, Consumer<T> option) {
        if (value != null) {
            option.accept(value);
        }
    }
}

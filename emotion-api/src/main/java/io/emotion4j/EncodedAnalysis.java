package io.emotion4j;

import io.emotion4j.internal.image.EncodedPicture;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From the bytes of a picture file to an analysis. Thread-safe.
 *
 * @param stages after decoding
 * @param limits how large a picture may be
 * @param reduced how large pictures are decoded at a part of their size; null: none is
 */
record EncodedAnalysis(
        AnalysisStages stages,
        DecodeLimits limits,
        @Nullable ReducedDecoding reduced) {

    /** Where the bytes come from: reading them counts as decoding. */
    @FunctionalInterface
    interface Source {
        EncodedPicture read(DecodeLimits limits) throws ImageDecodeException;
    }

    Analysis analyze(Source source) throws ImageDecodeException {
        long start = System.nanoTime();
        EncodedPicture file = source.read(limits);
        if (reduced != null) {
            Optional<Analysis> analysis = reduced.analyze(stages, file, limits, start);
            if (analysis.isPresent()) {
                return analysis.get();
            }
        }
        return stages.analyze(RgbImage.decode(start, file, limits));
    }
}

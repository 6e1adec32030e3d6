package io.emotion4j.decoder;

import io.emotion4j.model.DecoderSpec;
import java.util.List;

/**
 * Reads the faces out of the outputs of a kind of network, such as YuNet. All that a detector whose outputs are of a new form
 * takes is this class and its name in {@code META-INF/services/io.emotion4j.decoder.FaceDecoder} (in a module: {@code provides});
 * {@code model.json} names it by {@code "architecture"}. Placing the picture in the input, running the network on whichever engine,
 * mapping back, suppression of overlapping boxes, thresholds, checks and closing are the library's business.
 *
 * <p>Thread-safe, with a public constructor without arguments. {@code DecoderContract} of {@code emotion-testkit} tests one.
 *
 * @since 0.1.0
 */
public interface FaceDecoder {

    /** {@return the architecture that it reads, as descriptors name it, such as {@code "yunet"}} */
    String architecture();

    /**
     * The decoder for one model.
     *
     * @param settings what the model's descriptor says in {@code "decoder"}; read once, when the model is loaded
     * @return a decoder with these settings; this one where it has none
     * @throws IllegalArgumentException if a setting is unknown or wrong
     */
    default FaceDecoder with(DecoderSpec settings) {
        settings.allow(List.of());
        return this;
    }

    /**
     * Adds every face of one picture.
     *
     * @param outputs what the network answered; all numbers are finite
     * @param candidates where to add faces; the picture lies at the top left corner of the input, and may be followed by padding
     * @throws io.emotion4j.InferenceException if an output is missing or has a wrong size
     */
    void decode(Outputs outputs, Candidates candidates);
}

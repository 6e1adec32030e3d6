package io.emotion4j.training.detector;

import io.emotion4j.model.ChannelOrder;
import io.emotion4j.model.InputSpec;
import java.util.List;

/**
 * What the detector's input holds: RGB, (pixel / 255 - 0.5) / 0.25, any size with sides a multiple of 32. Small pictures are enlarged:
 * the landmarks of a face are best where it is 75 to 100 pixels large.
 *
 * @since 0.1.0
 */
public final class DetectorInput {

    public static final InputSpec SPEC = InputSpec.builder("input")
            .multipleOf(32)
            .enlargeTo(224)
            .channels(ChannelOrder.RGB)
            .values(1 / 255f, List.of(0.5f, 0.5f, 0.5f), List.of(0.25f, 0.25f, 0.25f))
            .build();

    private DetectorInput() {}
}

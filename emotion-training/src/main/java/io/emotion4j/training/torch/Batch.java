package io.emotion4j.training.torch;

import java.util.List;

/**
 * The inputs of one training step: the picture tensor first, then the targets that the loss names.
 *
 * @param pictures how many pictures it holds
 * @since 0.1.0
 */
public record Batch(int pictures, List<Part> parts) {

    /** float32 values, row-major, and their shape. */
    public record Part(float[] values, long... shape) {}
}

package io.emotion4j.internal.tensor;

/**
 * What lies outside a picture.
 *
 * @param replicates whether the outermost pixels go on for ever
 * @param value else, the gray that lies there, 0 to 255
 */
public record Border(boolean replicates, int value) {

    private static final Border REPLICATE = new Border(true, 0);

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is not within 0 to 255
     */
    public Border {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("A border's gray lies within 0 to 255, found " + value);
        }
    }

    /** {@return the outermost pixels go on for ever} */
    public static Border replicate() {
        return REPLICATE;
    }

    /**
     * One gray.
     *
     * @param value 0 to 255, before scale, mean and std
     * @return that gray all around
     */
    public static Border constant(int value) {
        return new Border(false, value);
    }
}

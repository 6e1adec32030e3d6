package io.emotion4j.model;

/**
 * The channels of a picture tensor, in order.
 *
 * @since 0.1.0
 */
public enum ChannelOrder {
    /** One channel: luma by ITU-R 601, 0.299 red + 0.587 green + 0.114 blue. */
    GRAY(1),
    /** Red, green, blue. */
    RGB(3),
    /** Blue, green, red. */
    BGR(3);

    private final int count;

    ChannelOrder(int count) {
        this.count = count;
    }

    /** {@return the number of channels} */
    public int count() {
        return count;
    }
}

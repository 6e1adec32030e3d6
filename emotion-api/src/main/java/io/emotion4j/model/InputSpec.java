package io.emotion4j.model;

import java.util.List;

/**
 * The network's input: a float32 tensor of pictures. A value is {@code (pixel * scale - mean) / std} with pixels 0 to 255.
 *
 * @param name the tensor's name
 * @param width in pixels; 0, with height 0, where the network takes any size
 * @param height in pixels
 * @param multipleOf what both sides must be multiples of, where the network takes any size; else 1
 * @param maxBatch most pictures in one run; 0 where there is no bound
 * @param layout the order of the axes
 * @param channels the order of the channels
 * @param scale factor for pixel values
 * @param mean one number a channel
 * @param std one number a channel, none 0
 */
public record InputSpec(
        String name,
        int width,
        int height,
        int multipleOf,
        int maxBatch,
        TensorLayout layout,
        ChannelOrder channels,
        float scale,
        List<Float> mean,
        List<Float> std) {

    /** Copies the lists. */
    public InputSpec {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
    }

    /** {@return whether the network takes pictures of any size} */
    public boolean anySize() {
        return width == 0;
    }

    /**
     * The shape of a batch.
     *
     * @param batch number of pictures
     * @param height of each, in pixels
     * @param width of each, in pixels
     * @return four numbers in the order of {@link #layout()}
     */
    public long[] shape(int batch, int height, int width) {
        return layout == TensorLayout.NCHW
                ? new long[] {batch, channels.count(), height, width}
                : new long[] {batch, height, width, channels.count()};
    }
}

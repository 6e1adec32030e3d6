package io.emotion4j.model;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The network's input: a tensor of pictures. A value is {@code (pixel * scale - mean) / std} with pixels 0 to 255. Immutable.
 *
 * @since 0.1.0
 */
public final class InputSpec {

    private static final int LONGEST_SIDE = 8192;

    private final String name;
    private final int width;
    private final int height;
    private final int multipleOf;
    private final int enlargeTo;
    private final int maxBatch;
    private final TensorType type;
    private final TensorLayout layout;
    private final ChannelOrder channels;
    private final float scale;
    private final List<Float> mean;
    private final List<Float> std;

    private InputSpec(Builder builder) {
        name = builder.name;
        width = builder.width;
        height = builder.height;
        multipleOf = builder.multipleOf;
        enlargeTo = builder.enlargeTo;
        maxBatch = builder.maxBatch;
        type = builder.type;
        layout = builder.layout;
        channels = builder.channels;
        scale = builder.scale;
        mean = builder.mean == null ? perChannel(0) : builder.mean;
        std = builder.std == null ? perChannel(1) : builder.std;
        check("width", width, 0, LONGEST_SIDE);
        check("height", height, 0, LONGEST_SIDE);
        if ((width == 0) != (height == 0)) {
            throw new SpecException(
                    "width", "and height are both 0 (any size) or both at least 1, found " + width + " and " + height);
        }
        check("multipleOf", multipleOf, 1, 256);
        if (multipleOf > 1 && !anySize()) {
            throw new SpecException("multipleOf", "goes with width and height 0, found " + multipleOf);
        }
        check("enlargeTo", enlargeTo, 0, LONGEST_SIDE);
        if (enlargeTo > 0 && !anySize()) {
            throw new SpecException("enlargeTo", "goes with width and height 0, found " + enlargeTo);
        }
        if (enlargeTo > 0 && enlargeTo < multipleOf) {
            throw new SpecException(
                    "enlargeTo", "must be at least \"multipleOf\" (" + multipleOf + "), found " + enlargeTo);
        }
        check("maxBatch", maxBatch, 0, Integer.MAX_VALUE);
        if (!Float.isFinite(scale) || scale == 0) {
            throw new SpecException("scale", "must be a finite number other than 0, found " + scale);
        }
        checkPerChannel("mean", mean);
        checkPerChannel("std", std);
        if (std.contains(0f) || std.contains(-0f)) {
            throw new SpecException("std", "must not be 0, found " + std);
        }
    }

    /**
     * An input of any size, gray pixels 0 to 255 as they are, in layout {@link TensorLayout#NCHW}; change what is different.
     *
     * @param name the tensor's name
     * @return a builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    private static void check(String key, int value, int least, int most) {
        if (value < least || value > most) {
            String range = most == Integer.MAX_VALUE ? "at least " + least : "within " + least + " to " + most;
            throw new SpecException(key, "must be " + range + ", found " + value);
        }
    }

    private void checkPerChannel(String key, List<Float> numbers) {
        boolean fits = numbers.size() == channels.count();
        for (float number : numbers) {
            fits &= Float.isFinite(number);
        }
        if (!fits) {
            throw new SpecException(
                    key,
                    "needs one finite number a channel, " + channels.count() + " for " + channels + ", found "
                            + numbers);
        }
    }

    private List<Float> perChannel(float value) {
        return Collections.nCopies(channels.count(), value);
    }

    /** {@return the tensor's name} */
    public String name() {
        return name;
    }

    /** {@return in pixels; 0, with {@link #height()} 0, where the network takes any size} */
    public int width() {
        return width;
    }

    /** {@return in pixels; 0 where the network takes any size} */
    public int height() {
        return height;
    }

    /** {@return what both sides must be multiples of, where the network takes any size; else 1} */
    public int multipleOf() {
        return multipleOf;
    }

    /** {@return longer side, in pixels, to which a smaller picture is enlarged; 0 where none is, or the network takes one size} */
    public int enlargeTo() {
        return enlargeTo;
    }

    /** {@return most pictures in one run; 0 where there is no bound} */
    public int maxBatch() {
        return maxBatch;
    }

    /** {@return what its numbers are} */
    public TensorType type() {
        return type;
    }

    /** {@return the order of the axes} */
    public TensorLayout layout() {
        return layout;
    }

    /** {@return the order of the channels} */
    public ChannelOrder channels() {
        return channels;
    }

    /** {@return factor for pixel values} */
    public float scale() {
        return scale;
    }

    /** {@return one number a channel} */
    public List<Float> mean() {
        return mean;
    }

    /** {@return one number a channel, none 0} */
    public List<Float> std() {
        return std;
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

    private List<Object> parts() {
        return List.of(name, width, height, multipleOf, enlargeTo, maxBatch, type, layout, channels, scale, mean, std);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InputSpec that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return "InputSpec" + parts();
    }

    /** Describes an input step by step. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private int width;
        private int height;
        private int multipleOf = 1;
        private int enlargeTo;
        private int maxBatch;
        private TensorType type = TensorType.FLOAT32;
        private TensorLayout layout = TensorLayout.NCHW;
        private ChannelOrder channels = ChannelOrder.GRAY;
        private float scale = 1;
        private @Nullable List<Float> mean;
        private @Nullable List<Float> std;

        private Builder(String name) {
            this.name = Objects.requireNonNull(name, "name");
        }

        /**
         * The only size that the network takes.
         *
         * @param width in pixels
         * @param height in pixels
         * @return this
         */
        public Builder size(int width, int height) {
            this.width = width;
            this.height = height;
            return this;
        }

        /**
         * What both sides must be multiples of, for a network that takes any size.
         *
         * @param pixels 1 to 256
         * @return this
         */
        public Builder multipleOf(int pixels) {
            this.multipleOf = pixels;
            return this;
        }

        /**
         * The longer side to which a detector's smaller pictures are enlarged, for a network that takes any size and knows
         * larger faces than such pictures show. No further than to the detection size.
         *
         * @param pixels at least {@link #multipleOf}; 0, the default, for pictures as they are
         * @return this
         */
        public Builder enlargeTo(int pixels) {
            this.enlargeTo = pixels;
            return this;
        }

        /**
         * Most pictures in one run.
         *
         * @param pictures 0 where there is no bound
         * @return this
         */
        public Builder maxBatch(int pictures) {
            this.maxBatch = pictures;
            return this;
        }

        /**
         * What the numbers are. Default {@link TensorType#FLOAT32}.
         *
         * @param type the type
         * @return this
         */
        public Builder type(TensorType type) {
            this.type = Objects.requireNonNull(type, "type");
            return this;
        }

        /**
         * The order of the axes.
         *
         * @param layout the order
         * @return this
         */
        public Builder layout(TensorLayout layout) {
            this.layout = Objects.requireNonNull(layout, "layout");
            return this;
        }

        /**
         * The order of the channels.
         *
         * @param channels the order
         * @return this
         */
        public Builder channels(ChannelOrder channels) {
            this.channels = Objects.requireNonNull(channels, "channels");
            return this;
        }

        /**
         * How pixel values become the network's.
         *
         * @param scale factor for pixel values
         * @param mean one number a channel
         * @param std one number a channel, none 0
         * @return this
         */
        public Builder values(float scale, List<Float> mean, List<Float> std) {
            this.scale = scale;
            this.mean = List.copyOf(mean);
            this.std = List.copyOf(std);
            return this;
        }

        /**
         * Checks that all fits together.
         *
         * @return the input
         * @throws IllegalArgumentException if a number is out of its range, or there is not one a channel
         */
        public InputSpec build() {
            return new InputSpec(this);
        }
    }
}

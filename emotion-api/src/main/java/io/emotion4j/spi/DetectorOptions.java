package io.emotion4j.spi;

import io.emotion4j.Face;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ThresholdSpec;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a detector is opened with. Immutable.
 *
 * @since 0.1.0
 */
public final class DetectorOptions {

    /** What {@code detectionSize} is where neither the caller nor the model says. */
    public static final int DEFAULT_DETECTION_SIZE = 640;

    /** The largest {@code detectionSize}. */
    public static final int MAX_DETECTION_SIZE = 4096;

    private static final DetectorOptions DEFAULTS = builder().build();

    private final EngineOptions engine;
    private final @Nullable Integer detectionSize;
    private final @Nullable Float minConfidence;
    private final @Nullable Float maxOverlap;
    private final int minFaceSize;
    private final int maxFaces;
    private final boolean secondLook;

    private DetectorOptions(Builder builder) {
        this.engine = builder.engine;
        this.detectionSize = builder.detectionSize;
        this.minConfidence = builder.minConfidence;
        this.maxOverlap = builder.maxOverlap;
        this.minFaceSize = builder.minFaceSize;
        this.maxFaces = builder.maxFaces;
        this.secondLook = builder.secondLook;
    }

    /** {@return the model's own thresholds, every face, on the processor} */
    public static DetectorOptions defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that begins with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that begins with these options} */
    public Builder toBuilder() {
        Builder builder = builder().engine(engine);
        builder.detectionSize = detectionSize;
        builder.minConfidence = minConfidence;
        builder.maxOverlap = maxOverlap;
        builder.minFaceSize = minFaceSize;
        builder.maxFaces = maxFaces;
        builder.secondLook = secondLook;
        return builder;
    }

    /** {@return device and threads} */
    public EngineOptions engine() {
        return engine;
    }

    /**
     * Longest side, in pixels, of the picture that the network sees.
     *
     * @return the size; null: the model's own, else {@value #DEFAULT_DETECTION_SIZE}
     */
    public @Nullable Integer detectionSize() {
        return detectionSize;
    }

    /** {@return least confidence of a face that is reported, 0 to 1; null: the model's own} */
    public @Nullable Float minConfidence() {
        return minConfidence;
    }

    /** {@return most IoU of two faces that are both reported, before any voting, 0 to 1; null: the model's own} */
    public @Nullable Float maxOverlap() {
        return maxOverlap;
    }

    /** {@return faces whose longer side is shorter, in pixels of the picture, are not reported} */
    public int minFaceSize() {
        return minFaceSize;
    }

    /** {@return at most so many faces, the most confident ones} */
    public int maxFaces() {
        return maxFaces;
    }

    /** {@return whether a picture in which nothing was found is looked at once more, smaller: see {@link Builder#secondLook}} */
    public boolean secondLook() {
        return secondLook;
    }

    /**
     * The thresholds that hold: the caller's, where there are any, else the model's own.
     *
     * @param model a detector's descriptor
     * @return least confidence, most overlap and voting
     * @throws NullPointerException if the descriptor has no thresholds, so is no detector's
     */
    public ThresholdSpec thresholds(ModelDescriptor model) {
        ThresholdSpec own = Objects.requireNonNull(model.thresholds(), "a detector's descriptor has thresholds");
        return new ThresholdSpec(
                Objects.requireNonNullElse(minConfidence, own.minConfidence()),
                Objects.requireNonNullElse(maxOverlap, own.maxOverlap()),
                own.voting(),
                own.voters());
    }

    /** {@return {@link #detectionSize}, or {@value #DEFAULT_DETECTION_SIZE} where the caller has named none} */
    public int detectionSizeOrDefault() {
        return Objects.requireNonNullElse(detectionSize, DEFAULT_DETECTION_SIZE);
    }

    /**
     * Leaves out what is not to be reported: faces that the caller finds too unsure, too small, and those beyond the number wanted.
     *
     * @param faces the most confident first
     * @return those of them that are reported, in the same order
     */
    public List<Face> reported(List<Face> faces) {
        return faces.stream()
                .filter(face -> minConfidence == null || face.confidence() >= minConfidence)
                .filter(face -> Math.max(face.box().width(), face.box().height()) >= minFaceSize)
                .limit(maxFaces)
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DetectorOptions o
                && engine.equals(o.engine)
                && Objects.equals(detectionSize, o.detectionSize)
                && Objects.equals(minConfidence, o.minConfidence)
                && Objects.equals(maxOverlap, o.maxOverlap)
                && minFaceSize == o.minFaceSize
                && maxFaces == o.maxFaces
                && secondLook == o.secondLook;
    }

    @Override
    public int hashCode() {
        return Objects.hash(engine, detectionSize, minConfidence, maxOverlap, minFaceSize, maxFaces, secondLook);
    }

    @Override
    public String toString() {
        return "DetectorOptions[engine=" + engine + ", detectionSize=" + detectionSize + ", minConfidence="
                + minConfidence + ", maxOverlap=" + maxOverlap + ", minFaceSize=" + minFaceSize + ", maxFaces="
                + maxFaces + ", secondLook=" + secondLook + "]";
    }

    /** Sets options; each is checked at once. Not thread-safe. */
    public static final class Builder {

        private EngineOptions engine = EngineOptions.defaults();
        private @Nullable Integer detectionSize;
        private @Nullable Float minConfidence;
        private @Nullable Float maxOverlap;
        private int minFaceSize;
        private int maxFaces = Integer.MAX_VALUE;
        private boolean secondLook = true;

        private Builder() {}

        /**
         * Device and threads.
         *
         * @param engine the new value
         * @return this
         */
        public Builder engine(EngineOptions engine) {
            this.engine = Objects.requireNonNull(engine, "engine");
            return this;
        }

        /**
         * Longest side of the picture that the network sees; larger finds smaller faces and takes longer.
         *
         * @param pixels 32 to {@value #MAX_DETECTION_SIZE}
         * @return this
         * @throws IllegalArgumentException if out of range
         */
        public Builder detectionSize(int pixels) {
            if (pixels < 32 || pixels > MAX_DETECTION_SIZE) {
                throw new IllegalArgumentException(
                        "detectionSize lies within 32 to " + MAX_DETECTION_SIZE + " pixels, found " + pixels);
            }
            this.detectionSize = pixels;
            return this;
        }

        /**
         * Least confidence of a face that is reported.
         *
         * @param confidence 0 to 1
         * @return this
         * @throws IllegalArgumentException if out of range
         */
        public Builder minConfidence(float confidence) {
            this.minConfidence = fraction("minConfidence", confidence);
            return this;
        }

        /**
         * Most overlap of two faces that are both reported, as they are found: where the model's finds draw faces together
         * ({@link ThresholdSpec#voting}), before that.
         *
         * @param iou intersection over union, 0 to 1
         * @return this
         * @throws IllegalArgumentException if out of range
         */
        public Builder maxOverlap(float iou) {
            this.maxOverlap = fraction("maxOverlap", iou);
            return this;
        }

        /**
         * Faces whose longer side is shorter are not reported.
         *
         * @param pixels of the picture, not negative
         * @return this
         * @throws IllegalArgumentException if negative
         */
        public Builder minFaceSize(int pixels) {
            if (pixels < 0) {
                throw new IllegalArgumentException("minFaceSize is not negative, found " + pixels);
            }
            this.minFaceSize = pixels;
            return this;
        }

        /**
         * At most so many faces, the most confident ones.
         *
         * @param count at least 1
         * @return this
         * @throws IllegalArgumentException if less than 1
         */
        public Builder maxFaces(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("maxFaces is at least 1, found " + count);
            }
            this.maxFaces = count;
            return this;
        }

        /**
         * Whether a picture in which nothing was found, or a face of four tenths of its longer side, is looked at once more, at a
         * quarter of the detection size and about a tenth of the time: a face that fills the picture is larger than a network expects
         * at the usual size. Such faces are then drawn as the second look sees them. Applies to networks that take any size, where
         * the first look is of 320 pixels and more. On unless switched off.
         *
         * @param on whether
         * @return this
         */
        public Builder secondLook(boolean on) {
            this.secondLook = on;
            return this;
        }

        /** {@return the options} */
        public DetectorOptions build() {
            return new DetectorOptions(this);
        }

        private static float fraction(String name, float value) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException(name + " lies within 0 to 1, found " + value);
            }
            return value;
        }
    }
}

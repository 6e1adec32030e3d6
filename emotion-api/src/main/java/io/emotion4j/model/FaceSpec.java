package io.emotion4j.model;

import io.emotion4j.Landmarks;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a face is placed in a classifier's input.
 *
 * @param margin the part of the box's side that is added on each side where a face is not aligned by its landmarks
 * @param template where the five landmarks lie in the input, in pixels of the input; null where faces are not aligned
 * @param fit how a face's box, which need not be square, becomes the input
 * @param shift by which part of its height the box is moved down before it is widened; negative for up
 * @param wholePixels whether the box's numbers are cut to whole pixels first, and nothing outside the picture is taken, as slices of
 *     arrays do
 * @param resample how the box's pixels become the input's; anything but {@link Resample#SMOOTH} goes without a template
 * @since 0.1.0
 */
public record FaceSpec(
        float margin, @Nullable Landmarks template, Fit fit, float shift, boolean wholePixels, Resample resample) {

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if the margin does not lie within -0.4 to 4 or the shift not within -1 to 1, or there is a
     *     template with another way to resample
     */
    public FaceSpec {
        Objects.requireNonNull(fit, "fit");
        Objects.requireNonNull(resample, "resample");
        if (!(margin >= -0.4f && margin <= 4)) {
            throw new SpecException("margin", "must lie within -0.4 to 4 of the box's side, found " + margin);
        }
        if (!(shift >= -1 && shift <= 1)) {
            throw new SpecException("shift", "must lie within -1 to 1 of the box's height, found " + shift);
        }
        if (resample != Resample.SMOOTH && template != null) {
            throw new SpecException(
                    "resample",
                    "must be smooth where there is a template, found " + resample.key() + "; leave one out");
        }
    }

    /**
     * A square box, resampled smoothly.
     *
     * @param margin the part of the box's side that is added on each side where a face has no landmarks
     * @param template where the five landmarks lie in the input; null where faces are not aligned
     */
    public FaceSpec(float margin, @Nullable Landmarks template) {
        this(margin, template, Fit.SQUARE, 0, false, Resample.SMOOTH);
    }

    /** How a box that is not square becomes the input. */
    public enum Fit {
        /** The box is made square about its centre: nothing is distorted. */
        SQUARE,
        /** The box as it is, stretched to the input. */
        STRETCH;

        /** {@return the word in a descriptor} */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How pixels become pixels. */
    public enum Resample {
        /** The mean over what a pixel of the input covers, bilinear where that is less than one of the picture; not rounded. */
        SMOOTH,
        /** Two by two pixels of the picture, in bytes: OpenCV's {@code INTER_LINEAR}, the default of its {@code resize}. */
        LINEAR,
        /** In bytes: OpenCV's {@code INTER_AREA}. */
        AREA,
        /** In bytes: Pillow's {@code BILINEAR}. */
        TRIANGLE;

        /** {@return the word in a descriptor} */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package io.emotion4j.internal.image;

import io.emotion4j.DecodeLimits;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A picture file that can be decoded at a half, a quarter or an eighth of its sides. Whatever is odd about it is left to {@link ImageDecoder}. */
public final class ReduciblePicture {

    private static final int[] REDUCTIONS = {8, 4, 2};

    private final EncodedPicture picture;
    private final ImageFormat format;
    private final ImageHeader header;
    private final QuickDecoding decoding;

    private ReduciblePicture(EncodedPicture picture, ImageFormat format, ImageHeader header, QuickDecoding decoding) {
        this.picture = picture;
        this.format = format;
        this.header = header;
        this.decoding = decoding;
    }

    /**
     * Looks at a file.
     *
     * @param picture the file
     * @param limits of its size
     * @return the picture; empty where it cannot be reduced, is too large or wrong in any way
     */
    public static Optional<ReduciblePicture> of(EncodedPicture picture, DecodeLimits limits) {
        try {
            ImageFormat format = ImageFormat.of(picture.bytes()).orElse(null);
            QuickDecoding decoding = format == null ? null : QuickDecoding.reducing(format, picture.bytes());
            if (format == null || decoding == null) {
                return Optional.empty();
            }
            ImageHeader header = ImageHeader.read(format, picture.bytes());
            ImageDecoder.check(picture.name(), header, limits);
            return Optional.of(new ReduciblePicture(picture, format, header, decoding));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** {@return the upright picture's width} */
    public int width() {
        return (int) (swaps() ? header.height() : header.width());
    }

    /** {@return the upright picture's height} */
    public int height() {
        return (int) (swaps() ? header.width() : header.height());
    }

    /**
     * By how much the sides may be divided. A picture that is turned is reduced only where nothing is rounded: its left edge may be the stored right one.
     *
     * @param leastSide the longer side is to keep so many pixels
     * @return 8, 4, 2, or 1 where it is too small
     */
    public int reduction(double leastSide) {
        long longer = Math.max(header.width(), header.height());
        for (int reduction : REDUCTIONS) {
            boolean whole = header.width() % reduction == 0 && header.height() % reduction == 0;
            if (longer >= leastSide * reduction && (whole || header.orientation() == Orientation.UPRIGHT)) {
                return reduction;
            }
        }
        return 1;
    }

    /**
     * Decodes it.
     *
     * @param reduction as {@link #reduction} gives it, above 1
     * @return the upright picture, whose pixels are squares of {@code reduction} pixels a side; empty where the file is handed back
     * @throws ImageDecodeException if the memory for it is not there
     */
    public Optional<RgbImage> decode(int reduction) throws ImageDecodeException {
        String what = picture.name() + " (" + format + ", " + header.size() + ")";
        try {
            // As much as the whole takes: what a decoder keeps of a file does not shrink with the picture.
            long memory = DecodeMemory.estimate(format, header, picture.bytes()) + decoding.memory(header);
            if (!MemoryBudget.SHARED.holds(memory)) {
                return Optional.empty();
            }
            MemoryBudget.Share share = MemoryBudget.SHARED.take(what, memory);
            try {
                return upright(decoding.decode(header, picture.bytes(), reduction), reduction);
            } finally {
                share.close();
            }
        } catch (BrokenPictureException e) {
            return Optional.empty();
        } catch (OutOfMemoryError e) {
            throw DecodeFailures.outOfMemory(what, e);
        }
    }

    private Optional<RgbImage> upright(byte @Nullable [] stored, int reduction) {
        if (stored == null) {
            return Optional.empty();
        }
        int width = QuickDecoding.reduced((int) header.width(), reduction);
        int height = QuickDecoding.reduced((int) header.height(), reduction);
        byte[] upright = Orientation.upright(stored, width, height, header.orientation());
        return Optional.of(
                swaps() ? PixelAccess.wrap(height, width, upright) : PixelAccess.wrap(width, height, upright));
    }

    private boolean swaps() {
        return Orientation.swapsSides(header.orientation());
    }
}

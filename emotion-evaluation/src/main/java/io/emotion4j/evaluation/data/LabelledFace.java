package io.emotion4j.evaluation.data;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One face crop with what people said about it.
 *
 * @param crop the gray picture
 * @param label index into {@link ExpressionLabels#NAMES}, or -1 where there is none
 * @param votes FER+ votes in the order of its CSV (neutral, happiness, surprise, sadness, anger, disgust, fear, contempt,
 *     unknown, no face), or null where there are none
 * @param origin where the face comes from
 * @since 0.1.0
 */
public record LabelledFace(Crop crop, int label, int @Nullable [] votes, Origin origin) {

    private static final int VOTES = 10;

    /**
     * A gray picture.
     *
     * @param pixels row-major, {@code width * height} bytes, 0..255; not copied, not to be changed
     * @param width in pixels
     * @param height in pixels
     */
    public record Crop(byte[] pixels, int width, int height) {

        /** Checks that there are as many pixels as width and height say. */
        public Crop {
            if (width < 1 || height < 1 || pixels.length != width * height) {
                throw new IllegalArgumentException(
                        "A crop of " + width + "x" + height + " pixels needs as many bytes, found " + pixels.length);
            }
        }
    }

    /**
     * Where a face comes from.
     *
     * @param source file and line or file name, for error messages
     * @param duplicate whether an earlier picture of the same data has the same pixels
     * @param group the group of people that the face belongs to, or null where the data names none
     * @param file the picture in its colours, or null where the gray pixels are all there is
     */
    public record Origin(
            String source,
            boolean duplicate,
            @Nullable String group,
            @Nullable Path file) {}

    /** Checks label and votes. Not compact: javac (17) keeps no annotation of an array for the parameters of such a one. */
    public LabelledFace(Crop crop, int label, int @Nullable [] votes, Origin origin) {
        if (label < -1 || label >= ExpressionLabels.NAMES.size()) {
            throw new IllegalArgumentException(origin.source() + ": expected a label of -1 to "
                    + (ExpressionLabels.NAMES.size() - 1) + ", found " + label);
        }
        if (votes != null && votes.length != VOTES) {
            throw new IllegalArgumentException(
                    origin.source() + ": expected " + VOTES + " numbers of votes, found " + votes.length);
        }
        this.crop = crop;
        this.label = label;
        this.votes = votes;
        this.origin = origin;
    }

    /**
     * A gray face of no group that duplicates no other.
     *
     * @param pixels gray, row-major, {@code width * height} bytes, 0..255
     * @param width in pixels
     * @param height in pixels
     * @param label index into {@link ExpressionLabels#NAMES}, or -1
     * @param votes ten FER+ votes, or null
     * @param source file and line or file name, for error messages
     */
    public LabelledFace(byte[] pixels, int width, int height, int label, int @Nullable [] votes, String source) {
        this(new Crop(pixels, width, height), label, votes, new Origin(source, false, null, null));
    }

    /** {@return the crop's pixels: gray, row-major; not to be changed} */
    public byte[] pixels() {
        return crop.pixels();
    }

    /** {@return the crop's width in pixels} */
    public int width() {
        return crop.width();
    }

    /** {@return the crop's height in pixels} */
    public int height() {
        return crop.height();
    }

    /**
     * The crop as a picture, in colour where there is a file of it.
     *
     * @return the picture
     * @throws ImageDecodeException if the file can no longer be read
     */
    public RgbImage image() throws ImageDecodeException {
        Path file = origin.file();
        if (file != null) {
            return RgbImage.decode(file);
        }
        byte[] rgb = new byte[crop.pixels().length * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = crop.pixels()[i / 3];
        }
        return RgbImage.of(crop.width(), crop.height(), rgb);
    }

    /**
     * Share of each of the seven expressions among the votes, single votes left out as FER+ (Barsoum et al. 2016) does.
     *
     * @return seven shares; all zero when fewer than three votes are left or there are no votes
     */
    public float[] voteShares() {
        float[] shares = new float[ExpressionLabels.NAMES.size()];
        if (votes == null) {
            return shares;
        }
        int total = 0;
        for (int i = 0; i < ExpressionLabels.FER_PLUS_TO_LABEL.length; i++) {
            if (votes[i] > 1) {
                shares[ExpressionLabels.FER_PLUS_TO_LABEL[i]] = votes[i];
                total += votes[i];
            }
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = total < 3 ? 0 : shares[i] / total;
        }
        return shares;
    }

    /**
     * The expression with strictly the most of all ten votes.
     *
     * @return index into {@link ExpressionLabels#NAMES}, or -1 when the most frequent vote is tied or none of the seven
     */
    public int voteMajority() {
        if (votes == null) {
            return -1;
        }
        int best = 0;
        boolean tied = false;
        for (int i = 1; i < votes.length; i++) {
            if (votes[i] > votes[best]) {
                best = i;
                tied = false;
            } else if (votes[i] == votes[best]) {
                tied = true;
            }
        }
        return tied || best >= ExpressionLabels.FER_PLUS_TO_LABEL.length
                ? -1
                : ExpressionLabels.FER_PLUS_TO_LABEL[best];
    }
}

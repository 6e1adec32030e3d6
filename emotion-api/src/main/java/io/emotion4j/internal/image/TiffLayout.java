package io.emotion4j.internal.image;

/**
 * How a TIFF picture is stored, checked to be of a kind that is read.
 *
 * @param width in pixels
 * @param height in pixels
 * @param bits of a sample
 * @param samples of a pixel, extra ones included
 * @param floating whether samples are floating-point numbers, else they are unsigned
 * @param photometric what the samples mean; see {@link TiffColours}
 * @param planes whether each sample has segments of its own
 * @param compression see {@link TiffData}
 * @param predictor 1: none; 2: differences; 3: differences of floating-point numbers
 * @param reversed whether the bits of each byte are in the other order
 * @param segmentWidth pixels of a tile; of a strip the picture's width
 * @param segmentHeight rows of a strip or tile
 * @param offsets where each segment starts
 * @param lengths how many bytes each segment has
 * @param alpha what the first extra sample is: 0 nothing, 1 alpha, multiplied already, 2 alpha
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record TiffLayout(
        int width,
        int height,
        int bits,
        int samples,
        boolean floating,
        int photometric,
        boolean planes,
        int compression,
        int predictor,
        boolean reversed,
        int segmentWidth,
        int segmentHeight,
        long[] offsets,
        long[] lengths,
        int alpha) {

    static final int ASSOCIATED = 1;
    static final int UNASSOCIATED = 2;

    private static final int MOST_SAMPLES = 64;
    private static final long MOST_SEGMENT_BYTES = 1L << 30;

    static TiffLayout of(TiffDirectory directory, ImageHeader header) throws BrokenPictureException {
        int width = (int) header.width();
        int height = (int) header.height();
        int samples = within("samples a pixel", directory.number(277, 1), MOST_SAMPLES);
        int bits = bits(directory);
        long format = directory.number(339, 1);
        boolean floating = format == 3;
        if (format != 1 && format != 4 && !floating || (floating ? bits % 16 != 0 || bits == 48 : bits > 16)) {
            String kind = floating ? "floating-point" : format == 2 ? "signed" : format == 1 ? "unsigned" : "complex";
            throw new BrokenPictureException(
                    "its samples are " + kind + " with " + bits
                            + " bits; expected unsigned ones of 1 to 16 bits or floating-point ones; convert it to 8 or 16 bits");
        }
        int photometric = (int) directory.number(262, samples >= 3 ? 2 : 1);
        int colours = TiffColours.count(photometric, directory.number(332, 1));
        if (samples < colours) {
            throw new BrokenPictureException(
                    "it has " + samples + " samples a pixel where its colours need " + colours);
        }
        boolean tiled = directory.number(322, 0) > 0;
        long segmentWidth = tiled ? directory.number(322, 0) : width;
        long segmentHeight = tiled ? directory.number(323, 0) : Math.min(directory.number(278, height), height);
        boolean planes = directory.number(284, 1) == 2 && samples > 1;
        long segments = count(width, segmentWidth) * count(height, segmentHeight) * (planes ? samples : 1);
        long rowBytes = (segmentWidth * bits * (planes ? 1 : samples) + 7) / 8;
        if (segmentWidth > 1 << 24 || rowBytes * Math.min(segmentHeight, height) > MOST_SEGMENT_BYTES) {
            throw new BrokenPictureException(
                    "its tiles or strips of " + segmentWidth + "x" + segmentHeight + " are larger than expected");
        }
        long[] offsets = directory.numbers(tiled ? 324 : 273);
        if (offsets.length < segments) {
            throw new BrokenPictureException(
                    "it lists " + offsets.length + " strips or tiles of the " + segments + " that it needs");
        }
        int file = directory.file().length();
        return new TiffLayout(
                width,
                height,
                bits,
                samples,
                floating,
                photometric,
                planes,
                (int) directory.number(259, 1),
                within("predictor", directory.number(317, 1), 3),
                directory.number(266, 1) == 2,
                (int) segmentWidth,
                (int) segmentHeight,
                offsets,
                lengths(directory.numbers(tiled ? 325 : 279), offsets, file),
                alpha(directory, photometric, samples, colours));
    }

    /** {@return samples of a pixel that lie together} */
    int samplesTogether() {
        return planes ? 1 : samples;
    }

    /** {@return bytes of a row of a segment} */
    int rowBytes() {
        return (int) (((long) segmentWidth * bits * samplesTogether() + 7) / 8);
    }

    int across() throws BrokenPictureException {
        return (int) count(width, segmentWidth);
    }

    int down() throws BrokenPictureException {
        return (int) count(height, segmentHeight);
    }

    private static long count(long size, long part) throws BrokenPictureException {
        if (part < 1) {
            throw new BrokenPictureException("its tiles or strips have no pixels");
        }
        return (size + part - 1) / part;
    }

    private static int bits(TiffDirectory directory) throws BrokenPictureException {
        long[] all = directory.numbers(258);
        for (long bits : all) {
            if (bits != all[0]) {
                throw new BrokenPictureException("its samples have different numbers of bits");
            }
        }
        return all.length == 0 ? 1 : within("bits a sample", all[0], 64);
    }

    private static int within(String what, long value, int most) throws BrokenPictureException {
        if (value < 1 || value > most) {
            throw new BrokenPictureException("its header says " + value + " for " + what + ", expected 1 to " + most);
        }
        return (int) value;
    }

    /** Some writers leave the lengths out; a segment then ends with the file. Segments do not overlap. */
    private static long[] lengths(long[] found, long[] offsets, int file) throws BrokenPictureException {
        long[] lengths = new long[offsets.length];
        long sum = 0;
        for (int i = 0; i < offsets.length; i++) {
            long rest = Math.max(0, file - offsets[i]);
            lengths[i] = i < found.length && found[i] > 0 ? Math.min(found[i], rest) : offsets.length == 1 ? rest : 0;
            sum += lengths[i];
        }
        if (sum > 2L * file) {
            throw new BrokenPictureException("its strips or tiles overlap");
        }
        return lengths;
    }

    /** A fourth sample beside RGB is alpha where the file does not say, as most readers have it. */
    private static int alpha(TiffDirectory directory, int photometric, int samples, int colours)
            throws BrokenPictureException {
        if (samples == colours) {
            return 0;
        }
        boolean rgba = photometric == 2 && samples == 4;
        return (int) directory.number(338, rgba ? UNASSOCIATED : 0);
    }
}

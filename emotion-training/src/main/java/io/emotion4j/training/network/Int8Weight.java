package io.emotion4j.training.network;

/**
 * A convolution's weight as whole numbers, with a scale for each output channel.
 *
 * <p>They have seven bits: processors without VNNI add two products of a byte and a weight in 16 bits, which eight bits overflow.
 *
 * @param levels -63 to 63, row-major
 * @param scales by output channel: a weight is level * scale
 * @since 0.1.0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Int8Weight(byte[] levels, float[] scales) {

    private static final int MOST = 63;

    /** Rounds a weight; one that was rounded before gives the same levels again. */
    public static Int8Weight of(Weight weight) {
        int channels = weight.shape()[0];
        int each = weight.values().length / channels;
        byte[] levels = new byte[weight.values().length];
        float[] scales = new float[channels];
        for (int c = 0; c < channels; c++) {
            float most = 0;
            for (int i = c * each; i < (c + 1) * each; i++) {
                most = Math.max(most, Math.abs(weight.values()[i]));
            }
            scales[c] = most == 0 ? 1 : most / MOST;
            for (int i = c * each; i < (c + 1) * each; i++) {
                levels[i] = (byte) Math.rint(weight.values()[i] / scales[c]);
            }
        }
        return new Int8Weight(levels, scales);
    }

    /** {@return the rounded weight} */
    Weight rounded(Weight original) {
        float[] values = new float[levels.length];
        int each = levels.length / scales.length;
        for (int i = 0; i < values.length; i++) {
            values[i] = levels[i] * scales[i / each];
        }
        return new Weight(original.shape(), values, original.trained());
    }
}

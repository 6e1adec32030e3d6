package io.emotion4j.spi;

/**
 * Decodes picture files of some kinds quicker than the library itself, found with {@link java.util.ServiceLoader}. Thread-safe, with a
 * public constructor without arguments.
 *
 * <p>The library reads the header before and checks the limits, takes the memory out of the budget that all decoding shares, and turns
 * the picture by its orientation afterwards. A file that a decoder does not want, or about which it has the least doubt, it hands back:
 * then the library decodes it itself, and says what is wrong with it. The system property {@code emotion4j.pictureDecoders} switches
 * all decoders off where it is {@code false}. {@code PictureDecoderContract} of {@code emotion-testkit} tests one.
 *
 * @since 0.1.0
 */
public interface PictureDecoder {

    /** {@return its name, such as {@code "leptonica"}} */
    String name();

    /**
     * Whether it takes files of a kind at all.
     *
     * @param kind of file
     * @return whether {@link #decode} may be called with such a file; where several decoders do, the one whose class name comes first is asked
     */
    boolean decodes(PictureFile.Kind kind);

    /**
     * Whether it works here. Called once, before the first file that it could decode; may load native libraries.
     *
     * @return the answer; a decoder that cannot work is passed over, with a warning in the log that gives its reason
     */
    Availability availability();

    /**
     * How much memory it takes beside the picture's own three bytes a pixel, on the heap or outside.
     *
     * @param kind of file
     * @return bytes a pixel at the peak
     */
    int bytesPerPixel(PictureFile.Kind kind);

    /**
     * Decodes a file, or hands it back.
     *
     * @param file header and bytes
     * @param rgb where the pixels go, 8-bit RGB, three bytes a pixel, rows from the top, as stored, transparent parts over white:
     *     {@code (colour * alpha + 255 * (255 - alpha) + 127) / 255}; what it holds does not matter if the file is handed back
     * @return whether all of the picture is there; false hands the file back to the library, and is right for every file that is
     *     damaged, cut off, of another size than its header says, or of a form that would come out otherwise than the library has it
     */
    boolean decode(PictureFile file, byte[] rgb);

    /**
     * Whether it can decode files of a kind at a half, a quarter and an eighth of their sides, for less than the whole takes.
     *
     * @param kind of file
     * @return whether {@link #decodeReduced} may be called with such a file, whatever {@link #decodes} says
     */
    default boolean reduces(PictureFile.Kind kind) {
        return false;
    }

    /**
     * Decodes a file at a part of its size, or hands it back. A pixel is the mean of the {@code reduction * reduction} pixels in its
     * place, as nearly as the format's own way of reducing gives it.
     *
     * @param file header and bytes
     * @param reduction 2, 4 or 8
     * @param rgb where the pixels go, as {@link #decode} puts them; its sides are those of the file divided by {@code reduction}, rounded up
     * @return whether all of the picture is there; false hands the file back to the library, which decodes all of it
     */
    default boolean decodeReduced(PictureFile file, int reduction, byte[] rgb) {
        return false;
    }
}

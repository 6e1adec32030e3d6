package io.emotion4j.spi;

/**
 * A picture file that is handed to a {@link PictureDecoder}: its header is read and its size is within the limits.
 *
 * @param kind what it is
 * @param bytes the file, never to be written to; of JPEG without application segments: no colour profile, no thumbnail, no
 *     metadata; with an end
 * @param width of the picture as it is stored, in pixels
 * @param height of the picture as it is stored, in pixels
 * @since 0.1.0
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record PictureFile(Kind kind, byte[] bytes, int width, int height) {

    /** Kinds of files that a decoder may take over. */
    public enum Kind {
        /** One scan, 8 bits, gray or YCbCr, Huffman coded. */
        JPEG,
        /** The same in several scans. */
        PROGRESSIVE_JPEG,
        /** Any colour type and depth. */
        PNG,
        /** One picture, lossy or lossless; animations are left to the library. */
        WEBP
    }
}

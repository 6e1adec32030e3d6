package io.emotion4j.codecs;

import io.emotion4j.spi.Availability;
import io.emotion4j.spi.PictureDecoder;
import io.emotion4j.spi.PictureFile;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.jspecify.annotations.Nullable;

/**
 * Progressive JPEG by libjpeg-turbo and WebP by libwebp, as Leptonica calls them. Baseline JPEG stays with the JDK and PNG with the
 * library, which are as quick. The pixels are those that the library makes itself, to the last bit, but of lossy WebP, in which
 * decoders enlarge the colours in different ways (the mean of all differences is under 2 of 255). Of a damaged JPEG file libjpeg may say
 * a line on the process's standard error before it is handed back.
 */
public final class LeptonicaDecoder implements PictureDecoder {

    private static final int NO_COLOUR_MAP = 0;
    private static final int FULL_SIZE = 1;
    private static final int NO_HINT = 0;
    private static final int GRAY = 8;
    private static final int COLOUR = 32;
    private static final int WITH_ALPHA = 4;

    /** Leptonica's pixels; beside them the coefficients of all three components, at two bytes each. */
    private static final int JPEG_BYTES = 4 + 6;

    /** Leptonica's pixels, libwebp's, and what it predicts from. */
    private static final int WEBP_BYTES = 4 + 4 + 1;

    /** For {@link java.util.ServiceLoader}. */
    public LeptonicaDecoder() {}

    @Override
    public String name() {
        return "leptonica";
    }

    @Override
    public boolean decodes(PictureFile.Kind kind) {
        return kind == PictureFile.Kind.WEBP || kind == PictureFile.Kind.PROGRESSIVE_JPEG && readsJpeg();
    }

    @Override
    public boolean reduces(PictureFile.Kind kind) {
        return (kind == PictureFile.Kind.JPEG || kind == PictureFile.Kind.PROGRESSIVE_JPEG) && readsJpeg();
    }

    // Without fmemopen Leptonica would write the file to the disk.
    private static boolean readsJpeg() {
        return !System.getProperty("os.name", "").startsWith("Windows");
    }

    @Override
    public Availability availability() {
        return LeptonicaNatives.load();
    }

    @Override
    public int bytesPerPixel(PictureFile.Kind kind) {
        return kind == PictureFile.Kind.WEBP ? WEBP_BYTES : JPEG_BYTES;
    }

    @Override
    public boolean decode(PictureFile file, byte[] rgb) {
        return decode(file, FULL_SIZE, rgb);
    }

    @Override
    public boolean decodeReduced(PictureFile file, int reduction, byte[] rgb) {
        return decode(file, reduction, rgb);
    }

    private static boolean decode(PictureFile file, int reduction, byte[] rgb) {
        byte[] bytes = file.bytes();
        try (BytePointer data = new BytePointer(bytes.length)) {
            data.put(bytes);
            PIX pixels = file.kind() == PictureFile.Kind.WEBP
                    ? leptonica.pixReadMemWebP(data, bytes.length)
                    : jpeg(data, reduction);
            if (pixels == null || pixels.isNull()) {
                return false;
            }
            try {
                return copy(pixels, (file.width() - 1) / reduction + 1, (file.height() - 1) / reduction + 1, rgb);
            } finally {
                leptonica.pixDestroy(pixels);
            }
        }
    }

    /** Null where libjpeg has warned of anything: what to make of damage is the library's decision. */
    private static @Nullable PIX jpeg(BytePointer data, int reduction) {
        try (IntPointer warnings = new IntPointer(1)) {
            warnings.put(0);
            PIX pixels = leptonica.pixReadMemJpeg(data, data.capacity(), NO_COLOUR_MAP, reduction, warnings, NO_HINT);
            if (pixels != null && !pixels.isNull() && warnings.get() != 0) {
                leptonica.pixDestroy(pixels);
                return null;
            }
            return pixels;
        }
    }

    private static boolean copy(PIX pixels, int width, int height, byte[] rgb) {
        if (leptonica.pixGetWidth(pixels) != width || leptonica.pixGetHeight(pixels) != height) {
            return false;
        }
        int depth = leptonica.pixGetDepth(pixels);
        if (depth != GRAY && depth != COLOUR) {
            return false;
        }
        IntPointer words = leptonica.pixGetData(pixels);
        int rowWords = leptonica.pixGetWpl(pixels);
        PixelRows rows = new PixelRows(words.capacity((long) rowWords * height), rowWords, width, height);
        if (depth == GRAY) {
            rows.gray(rgb);
        } else if (leptonica.pixGetSpp(pixels) == WITH_ALPHA) {
            rows.overWhite(rgb);
        } else {
            rows.opaque(rgb);
        }
        return true;
    }
}

package io.emotion4j.internal.image;

import java.util.Optional;

/** The formats that are read, told apart by their first bytes. */
enum ImageFormat {
    JPEG("jpeg"),
    PNG("png"),
    GIF("gif"),
    WEBP("webp"),
    BMP("bmp"),
    TIFF("tiff");

    private final String imageIoName;

    ImageFormat(String imageIoName) {
        this.imageIoName = imageIoName;
    }

    /** {@return what ImageIO's plug-ins call it} */
    String imageIoName() {
        return imageIoName;
    }

    static Optional<ImageFormat> of(byte[] file) {
        Bytes bytes = new Bytes(file);
        if (bytes.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (bytes.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        if (bytes.startsWith("RIFF") && bytes.matches(8, "WEBP")) {
            return Optional.of(WEBP);
        }
        boolean bigTiff = bytes.startsWith("II+\0\b\0\0\0") || bytes.startsWith("MM\0+\0\b\0\0");
        if (bytes.startsWith("II*\0") || bytes.startsWith("MM\0*") || bigTiff) {
            return Optional.of(TIFF);
        }
        return bytes.startsWith("BM") ? Optional.of(BMP) : Optional.empty();
    }
}

package io.emotion4j.benchmarks.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** Files that decoding is measured with. 12 MP and 3 MP are photos of telephones, 0.3 MP a webcam's frame. */
public enum PictureKind {
    /** 640x480. */
    JPEG_SMALL(640, 480),
    /** 4000x3000. */
    JPEG_12MP(4000, 3000),
    /** 4000x3000. */
    PROGRESSIVE_12MP(4000, 3000),
    /** 2000x1500. */
    PROGRESSIVE_3MP(2000, 1500),
    /** 1152x864. */
    PNG_1MP(1152, 864),
    /** 1152x864. */
    PNG16_1MP(1152, 864),
    /** 350x260. */
    WEBP_SMALL(350, 260),
    /** 1152x864. */
    WEBP_1MP(1152, 864),
    /** 1152x864. */
    WEBP_LOSSLESS_1MP(1152, 864),
    /** 1152x864. */
    TIFF_1MP(1152, 864);

    private final int width;
    private final int height;

    PictureKind(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /**
     * {@return a file of the kind, with three faces}
     *
     * @throws IOException if it cannot be made
     */
    public byte[] file() throws IOException {
        BufferedImage scene = Scene.draw(width, height, 3);
        return switch (this) {
            case JPEG_SMALL, JPEG_12MP -> PictureFiles.jpeg(scene, false);
            case PROGRESSIVE_12MP, PROGRESSIVE_3MP -> PictureFiles.jpeg(scene, true);
            case PNG_1MP -> PictureFiles.png(scene, 8);
            case PNG16_1MP -> PictureFiles.png(scene, 16);
            case WEBP_SMALL, WEBP_1MP -> PictureFiles.webp(scene, false);
            case WEBP_LOSSLESS_1MP -> PictureFiles.webp(scene, true);
            case TIFF_1MP -> PictureFiles.tiff(scene);
        };
    }
}

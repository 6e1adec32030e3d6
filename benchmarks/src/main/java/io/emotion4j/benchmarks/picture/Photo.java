package io.emotion4j.benchmarks.picture;

import java.io.IOException;

/** JPEG files that whole analyses are measured with. */
public enum Photo {
    /** A webcam's frame: 640x480, one face. */
    FRAME(640, 480, 1, false),
    /** A telephone's photo: 12 MP, three faces. */
    PHONE(4000, 3000, 3, false),
    /** The same, progressive. */
    PHONE_PROGRESSIVE(4000, 3000, 3, true),
    /** 2 MP, twenty faces. */
    GROUP(1632, 1224, 20, false),
    /** 2 MP, 77 faces. */
    CROWD(1632, 1224, 77, false),
    /** 2 MP, nobody. */
    EMPTY(1632, 1224, 0, false);

    private final int width;
    private final int height;
    private final int faces;
    private final boolean progressive;

    Photo(int width, int height, int faces, boolean progressive) {
        this.width = width;
        this.height = height;
        this.faces = faces;
        this.progressive = progressive;
    }

    /**
     * {@return a JPEG of 4:3 with one face}
     *
     * @param width in pixels
     * @throws IOException if it cannot be made
     */
    public static byte[] frame(int width) throws IOException {
        return frame(width, 1);
    }

    /**
     * {@return a JPEG of 4:3}
     *
     * @param width in pixels
     * @param faces how many are in it
     * @throws IOException if it cannot be made
     */
    public static byte[] frame(int width, int faces) throws IOException {
        return PictureFiles.jpeg(Scene.draw(width, width * 3 / 4, faces), false);
    }

    /** {@return how many faces are in it} */
    public int faces() {
        return faces;
    }

    /**
     * {@return the JPEG}
     *
     * @throws IOException if it cannot be made
     */
    public byte[] jpeg() throws IOException {
        return PictureFiles.jpeg(Scene.draw(width, height, faces), progressive);
    }
}

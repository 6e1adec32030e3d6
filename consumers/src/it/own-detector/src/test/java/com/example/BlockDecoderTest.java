package com.example;

import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import io.emotion4j.testkit.DecoderContract;
import java.nio.file.Path;

/** The network is a mean over 16 x 16 pixels, and nothing is learnt. */
class BlockDecoderTest extends DecoderContract {

    BlockDecoderTest() {
        super("onnx");
    }

    @Override
    protected Model model() {
        return Model.of(Path.of("src/test/resources/blocks"));
    }

    /** Three red squares, each less red than the one before, on black. */
    @Override
    protected RgbImage pictureWithFaces() {
        byte[] pixels = new byte[160 * 96 * 3];
        for (int square = 0; square < 3; square++) {
            for (int y = 32; y < 64; y++) {
                for (int x = 48 * square; x < 48 * square + 32; x++) {
                    pixels[(y * 160 + x) * 3] = (byte) (250 - 20 * square);
                }
            }
        }
        return RgbImage.of(160, 96, pixels);
    }
}

package io.emotion4j.training.detector;

import io.emotion4j.DecodeLimits;
import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Letterbox;
import io.emotion4j.internal.tensor.Border;
import io.emotion4j.internal.tensor.PixelWriter;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Quantization.Range;
import io.emotion4j.training.torch.ActivationRanges;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Measures which numbers flow between a detector's layers.
 *
 * @since 0.1.0
 */
public final class PictureRanges {

    private static final int LONG_SIDE = 640;
    private static final int CHANNELS = 3;

    private PictureRanges() {}

    /**
     * Shows pictures to the network, as large as detection does it by default.
     *
     * @param network batch normalisation folded; it reads pixels
     * @param pictures files such as the network was trained on
     * @return by value the least and the greatest number
     * @throws IOException when a picture cannot be read, or the engine cannot run the network
     */
    public static Map<String, Range> of(Network network, List<Path> pictures) throws IOException {
        int tile = DetectorInput.SPEC.multipleOf();
        try (ActivationRanges ranges = new ActivationRanges(network)) {
            for (Path file : pictures) {
                RgbImage image = RgbImage.decode(file, DecodeLimits.DEFAULT);
                Letterbox box = Letterbox.within(image.width(), image.height(), LONG_SIDE, tile, false);
                byte[] pixels = new byte[CHANNELS * box.width() * box.height()];
                PixelWriter.write(
                        image, box.toSource(), box.width(), box.height(), Border.constant(0), ByteBuffer.wrap(pixels));
                float[] numbers = new float[pixels.length];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = pixels[i] & 255;
                }
                ranges.show(numbers, 1, box.height(), box.width(), CHANNELS);
            }
            return ranges.ranges();
        }
    }
}

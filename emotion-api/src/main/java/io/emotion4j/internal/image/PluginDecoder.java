package io.emotion4j.internal.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/** Any format, by an ImageIO plug-in. */
final class PluginDecoder {

    private PluginDecoder() {}

    /** The first frame as stored, of the size that the header promised. */
    static BufferedImage decode(ImageReaderSpi plugin, ImageHeader header, byte[] file) throws IOException {
        ImageReader reader = plugin.createReaderInstance();
        try (ByteArrayInput input = new ByteArrayInput(file)) {
            reader.setInput(input, false, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            // The limits were checked against our header; a plug-in that sees another size was never checked.
            if ((long) width * height > header.width() * header.height()) {
                throw new BrokenPictureException(
                        "its header says " + header.size() + ", but its data is " + width + "x" + height);
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }
}

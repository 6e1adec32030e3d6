package io.emotion4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.RgbImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderingTest {

    /** ImageIO writes a cache file on the way to a stream, unless it is told where to keep things. */
    @Test
    void noPictureTouchesTheDisk(@TempDir Path folder) throws Exception {
        Path gone = Files.createDirectory(folder.resolve("cache"));
        ImageIO.setCacheDirectory(gone.toFile());
        try {
            Files.delete(gone);
            RgbImage gray = RgbImage.of(4, 2, new byte[4 * 2 * 3]);
            assertThat(RgbImage.decode(Rendering.jpeg(gray)).width()).isEqualTo(4);
            assertThat(RgbImage.decode(Rendering.png(gray)).toRgbBytes()).isEqualTo(gray.toRgbBytes());
        } finally {
            ImageIO.setCacheDirectory(null);
        }
    }
}

package io.emotion4j.output.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.RgbImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureWriterTest {

    private final BufferedImage picture = new BufferedImage(30, 20, BufferedImage.TYPE_3BYTE_BGR);

    @Test
    void nameDecidesTheFormat(@TempDir Path folder) throws IOException {
        PictureWriter.write(picture, folder.resolve("a.png"));
        PictureWriter.write(picture, folder.resolve("a.JPG"));
        assertThat(Files.readAllBytes(folder.resolve("a.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Files.readAllBytes(folder.resolve("a.JPG"))).startsWith(0xff, 0xd8);
        assertThat(RgbImage.decode(folder.resolve("a.JPG")).width()).isEqualTo(30);
    }

    @Test
    void foldersThatAreMissingAreMade(@TempDir Path folder) throws IOException {
        Path deep = folder.resolve("a/b/c.png");
        PictureWriter.write(picture, deep);
        assertThat(RgbImage.decode(deep).height()).isEqualTo(20);
    }

    @Test
    void longerFileInItsPlaceIsReplacedWhole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.png");
        Files.write(file, new byte[1 << 20]);
        PictureWriter.write(picture, file);
        assertThat(Files.size(file)).isLessThan(1000);
    }

    @Test
    void onlyPngAndJpegCountAsPicturesToWrite() {
        assertThat(PictureWriter.isPicture(Path.of("a.png"))).isTrue();
        assertThat(PictureWriter.isPicture(Path.of("a.JPEG"))).isTrue();
        assertThat(PictureWriter.isPicture(Path.of("a.gif"))).isFalse();
        assertThat(PictureWriter.isPicture(Path.of("folder"))).isFalse();
    }
}

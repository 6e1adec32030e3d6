package io.emotion4j.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library's own decoder of PNG against the JDK's. */
class PngDecoderTest {

    @ParameterizedTest
    @CsvSource({
        BufferedImage.TYPE_3BYTE_BGR + ", 61, 43",
        BufferedImage.TYPE_4BYTE_ABGR + ", 61, 43",
        BufferedImage.TYPE_BYTE_GRAY + ", 61, 43",
        BufferedImage.TYPE_USHORT_GRAY + ", 61, 43",
        BufferedImage.TYPE_BYTE_INDEXED + ", 61, 43",
        // Blocks of several rows, rows longer than a block, and rows of one pixel.
        BufferedImage.TYPE_3BYTE_BGR + ", 700, 300",
        BufferedImage.TYPE_3BYTE_BGR + ", 30000, 3",
        BufferedImage.TYPE_BYTE_GRAY + ", 1, 5000"
    })
    void itMakesWhatTheJdkMakes(int type, int width, int height) throws IOException {
        byte[] png = Encoded.with("png", filled(new BufferedImage(width, height, type), width + type));
        check(png, "type " + type);
    }

    @Test
    void grayWithAlphaAndDeepColoursComeOutAsTheJdkMakesThem() throws IOException {
        for (int colours : new int[] {0, 2, 4, 6}) {
            for (int depth : new int[] {8, 16}) {
                check(PngFile.of(37, 23, colours, depth), "colour type " + colours + " of " + depth + " bits");
            }
        }
    }

    @Test
    void everyFilterIsUndone() throws IOException {
        for (int filter = 0; filter <= 4; filter++) {
            for (int colours : new int[] {0, 2, 4, 6}) {
                check(PngFile.of(37, 23, colours, 8, filter), "colour type " + colours + ", filter " + filter);
            }
        }
        assertThat(PngDecoder.decode(new ImageHeader(37, 23, 1), PngFile.of(37, 23, 2, 8, 5)))
                .as("a filter that there is not")
                .isNull();
    }

    @Test
    void interlacedCutOffAndSpoiledFilesAreLeftToThePlugIn() throws IOException {
        BufferedImage image = filled(new BufferedImage(61, 43, BufferedImage.TYPE_3BYTE_BGR), 1);
        ImageHeader header = new ImageHeader(61, 43, 1);
        assertThat(PngDecoder.decode(header, Encoded.write("png", new IIOImage(image, null, null), true)))
                .isNull();
        byte[] png = Encoded.with("png", image);
        for (int length = 0; length < png.length - 40; length += 7) {
            assertThat(PngDecoder.decode(header, Arrays.copyOf(png, length)))
                    .as("%d bytes", length)
                    .isNull();
        }
        byte[] spoiled = png.clone();
        Arrays.fill(spoiled, spoiled.length / 2, spoiled.length / 2 + 50, (byte) 0xee);
        assertThat(PngDecoder.decode(header, spoiled)).isNull();
    }

    @Test
    void thePngFilesOfSharedComeOutAsTheJdkMakesThem() throws IOException {
        Path shared = Path.of("..", "..", "shared");
        if (!Files.isDirectory(shared)) {
            System.out.println("skipped: ../shared is not on this machine");
            Assumptions.abort("../shared is not on this machine");
        }
        int compared = 0;
        for (String folder : List.of("photos", "cases")) {
            try (Stream<Path> files = Files.walk(shared.resolve(folder))) {
                for (Path file : files.filter(one -> one.toString().endsWith(".png"))
                        .sorted()
                        .toList()) {
                    compared += compared(Files.readAllBytes(file), file.toString()) ? 1 : 0;
                }
            }
        }
        assertThat(compared).as("files that were compared").isPositive();
    }

    private static void check(byte[] png, String what) throws IOException {
        assertThat(compared(png, what)).as(what + " is not left to the plug-in").isTrue();
    }

    /** Whether the decoder took the file at all. */
    private static boolean compared(byte[] png, String what) throws IOException {
        if (ImageFormat.of(png).orElse(null) != ImageFormat.PNG) {
            return false;
        }
        ImageHeader header;
        try {
            header = ImageHeader.read(ImageFormat.PNG, png);
        } catch (BrokenPictureException e) {
            return false;
        }
        if (header.width() * header.height() > 1 << 24) {
            return false;
        }
        byte[] ours = PngDecoder.decode(header, png);
        if (ours == null) {
            return false;
        }
        BufferedImage theirs =
                PluginDecoder.decode(Plugins.best(ImageFormat.PNG).orElseThrow(), header, png);
        assertThat(ours).as(what).isEqualTo(BufferedImages.toRgb(theirs));
        return true;
    }

    private static BufferedImage filled(BufferedImage image, int seed) {
        Random random = new Random(seed);
        WritableRaster raster = image.getRaster();
        int most = (1 << image.getSampleModel().getSampleSize(0)) - 1;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int band = 0; band < raster.getNumBands(); band++) {
                    int soft = (x * (3 + band) + y * 5) % (most + 1);
                    raster.setSample(x, y, band, random.nextInt(4) == 0 ? random.nextInt(most + 1) : soft);
                }
            }
        }
        return image;
    }
}

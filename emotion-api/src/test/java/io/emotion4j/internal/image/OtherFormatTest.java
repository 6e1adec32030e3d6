package io.emotion4j.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.ImageDecodeException;
import io.emotion4j.RgbImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherFormatTest {

    private static String message(byte[] file) {
        try {
            return RgbImage.decode(file).toString();
        } catch (ImageDecodeException e) {
            assertThat(e.reason()).isEqualTo(ImageDecodeException.Reason.UNKNOWN_FORMAT);
            return e.getMessage();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                    0000001866747970686569630000000068656963|HEIC
                    000000186674797061766966000000006d696631|AVIF
                    0000001c667479706d696631000000006d69663161766966|AVIF
                    0000001c667479706d696631000000006d69663168656963|HEIC
                    000000186674797069736f6d0000000069736f6d|video
                    0000000c6a5020200d0a870a|JPEG 2000
                    ff4fff51002f|JPEG 2000
                    ff0afa7f|JPEG XL
                    0000000c4a584c200d0a870a|JPEG XL
                    0000010001001010|ICO
                    3842505300010000|PSD
                    255044462d312e37|PDF
                    2521505320|PostScript
                    504b0304140000|ZIP
                    1f8b0800|gzip
                    50360a3220320a3235350a|Netpbm
                    762f310102000000|OpenEXR
                    ffd800010203|segments are damaged""")
    void formatsThatAreNotReadAreNamedWithAdvice(String hex, String name) {
        assertThat(message(HexFormat.of().parseHex(hex)))
                .contains(name)
                .contains("expected JPEG, PNG, GIF, WebP, BMP or TIFF");
    }

    @Test
    void textIsNamedByWhatItHolds() {
        Map.of(
                        "<!DOCTYPE html><html>", "an HTML page",
                        " \n<html lang='en'>", "an HTML page",
                        "<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG drawing",
                        "<?xml version='1.0'?><!-- made by hand --><svg/>", "an SVG drawing",
                        "<?xml version='1.0'?><feed/>", "an XML document",
                        "{\"error\":\"not found\"}", "text like JSON",
                        "data:image/png;base64,iVBORw0KGgo=", "data URL")
                .forEach((text, name) -> assertThat(message(text.getBytes(StandardCharsets.UTF_8)))
                        .contains(name));
    }

    @Test
    void theGivenCasesAreNamed() {
        Path folder = SharedPhotos.cases("pictures/message");
        Map.of("html.jpg", "an HTML page", "icon.ico", "ICO", "photo.heic", "HEIC")
                .forEach((file, name) -> assertThatExceptionOfType(ImageDecodeException.class)
                        .isThrownBy(() -> RgbImage.decode(folder.resolve(file)))
                        .withMessageContaining(name)
                        .withMessageNotContaining("starts with the bytes"));
    }

    @Test
    void javaAndItsClassesDoNotShowThroughWhereDataIsDamaged() {
        for (String format : new String[] {"png", "gif", "bmp", "tiff"}) {
            byte[] file = Encoded.with(format, Encoded.sample(40, 30));
            byte[] cut = Arrays.copyOf(file, file.length / 2);
            assertThatExceptionOfType(ImageDecodeException.class)
                    .as(format)
                    .isThrownBy(() -> RgbImage.decode(cut))
                    .satisfies(e ->
                            assertThat(e.getMessage()).doesNotContainPattern("Exception|Error|Raster|@|javax?\\."));
        }
    }
}

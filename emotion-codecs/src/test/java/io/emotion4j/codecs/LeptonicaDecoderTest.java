package io.emotion4j.codecs;

import io.emotion4j.testkit.PictureDecoderContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

class LeptonicaDecoderTest extends PictureDecoderContract {

    LeptonicaDecoderTest() {
        super("leptonica");
    }

    @Override
    protected Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : new String[] {"lossy-method-0.webp", "lossy-alpha.webp", "lossless-alpha.webp"}) {
            try (InputStream file = LeptonicaDecoderTest.class.getResourceAsStream("/pictures/" + name)) {
                files.put(name, file.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** libwebp enlarges the colours of lossy files smoothly, the library's plug-in repeats them. */
    @Override
    protected double tolerance(String file) {
        return file.startsWith("lossy") ? 2 : 0;
    }
}

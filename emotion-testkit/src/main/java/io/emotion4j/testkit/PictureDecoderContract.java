package io.emotion4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.spi.PictureDecoder;
import io.emotion4j.spi.PictureFile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is asked of a {@link PictureDecoder}: with it every file, damaged or not, comes out as it does without it, within a tolerance.
 *
 * @since 0.1.0
 */
public abstract class PictureDecoderContract {

    /** Not a power of two, and not a multiple of a block. */
    private static final int WIDTH = 61;

    private static final int HEIGHT = 43;

    private final String name;

    @SuppressWarnings("NullAway.Init")
    private PictureDecoder decoder;

    /**
     * Names the decoder.
     *
     * @param name as {@link PictureDecoder#name} gives it
     */
    protected PictureDecoderContract(String name) {
        this.name = name;
    }

    /** {@return more files to try, by name, each a whole picture: those that Java cannot write, such as WebP} */
    protected Map<String, byte[]> files() {
        return Map.of();
    }

    /**
     * How far the pixels may be from the library's.
     *
     * @param file its name
     * @return the most that the mean of all differences may be, in levels of 255
     */
    protected double tolerance(String file) {
        return 0;
    }

    @BeforeEach
    final void find() {
        List<PictureDecoder> found = ServiceLoader.load(PictureDecoder.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.name().equals(name))
                .toList();
        assertThat(found)
                .as("picture decoders called \"" + name + "\"; check META-INF/services and \"provides\" in module-info")
                .hasSize(1);
        decoder = found.get(0);
        assertThat(decoder.availability().available())
                .as(decoder.availability().detail())
                .isTrue();
    }

    private Map<String, byte[]> all() {
        Map<String, byte[]> all = PictureFiles.of(WIDTH, HEIGHT);
        all.putAll(files());
        return all;
    }

    @Test
    void itTakesAtLeastOneFileOver() {
        List<String> taken = new ArrayList<>();
        all().forEach((file, bytes) -> {
            for (PictureFile.Kind kind : PictureFile.Kind.values()) {
                if (decoder.decodes(kind)) {
                    PictureFile one = PictureFiles.asHandedOver(kind, file, bytes);
                    if (one != null && decoder.decode(one, new byte[one.width() * one.height() * 3])) {
                        taken.add(file);
                    }
                }
            }
        });
        assertThat(taken).isNotEmpty();
    }

    @Test
    void everyPictureComesOutAsWithoutIt() {
        all().forEach((file, bytes) -> TwoDecodings.of(bytes).check(file, tolerance(file)));
    }

    @Test
    void everyOrientationComesOutAsWithoutIt() {
        byte[] jpeg = Objects.requireNonNull(all().get("progressive.jpeg"));
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] turned = PictureFiles.turned(jpeg, orientation);
            TwoDecodings.of(turned).check("orientation " + orientation, tolerance("progressive.jpeg"));
        }
    }

    @Test
    void aFileThatIsCutOffComesOutAsWithoutIt() {
        all().forEach((file, bytes) -> {
            int step = Math.max(1, bytes.length / 40);
            for (int length = 1; length < bytes.length; length += step) {
                byte[] cut = Arrays.copyOf(bytes, length);
                TwoDecodings.of(cut).check(file + " of " + length + " bytes", tolerance(file));
            }
        });
    }

    @Test
    void aDamagedFileEndsInAPictureOrAnError() {
        Random random = new Random(1);
        all().forEach((file, bytes) -> {
            for (int i = 0; i < 40; i++) {
                byte[] damaged = bytes.clone();
                for (int k = random.nextInt(3); k >= 0; k--) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
                TwoDecodings.of(damaged).checkThatEachEnds(file);
            }
        });
    }

    @Test
    void aFileThatIsSmallerThanItsHeaderSaysIsHandedBack() {
        all().forEach((file, bytes) -> {
            for (PictureFile.Kind kind : PictureFile.Kind.values()) {
                PictureFile one = decoder.decodes(kind) ? PictureFiles.asHandedOver(kind, file, bytes) : null;
                if (one != null) {
                    PictureFile larger = new PictureFile(kind, one.bytes(), one.width() + 1, one.height());
                    byte[] rgb = new byte[larger.width() * larger.height() * 3];
                    assertThat(decoder.decode(larger, rgb)).as(file).isFalse();
                }
            }
        });
    }

    @Test
    void manyThreadsMayDecodeAtOnce() throws Exception {
        Map<String, byte[]> all = all();
        Map<String, ByteBuffer> alone = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : all.entrySet()) {
            alone.put(file.getKey(), TwoDecodings.with(file.getValue()));
        }
        List<String> names = List.copyOf(all.keySet());
        Concurrently.check(thread -> {
            for (int i = 0; i < names.size(); i++) {
                String file = names.get((i + thread) % names.size());
                assertThat(TwoDecodings.with(Objects.requireNonNull(all.get(file))))
                        .as(file)
                        .isEqualTo(alone.get(file));
            }
        });
    }

    @Test
    void aReducedPictureHasTheMeansOfThePixels() {
        List<PictureFile.Kind> promised =
                Stream.of(PictureFile.Kind.values()).filter(decoder::reduces).toList();
        Set<PictureFile.Kind> reduced = EnumSet.noneOf(PictureFile.Kind.class);
        all().forEach((file, bytes) -> {
            for (PictureFile.Kind kind : promised) {
                PictureFile one = PictureFiles.asHandedOver(kind, file, bytes);
                for (int reduction = 2; one != null && reduction <= 8; reduction *= 2) {
                    if (TwoDecodings.checkReduced(decoder, one, bytes, reduction, file)) {
                        reduced.add(kind);
                    }
                }
            }
        });
        assertThat(reduced)
                .as("kinds of which a file was reduced, of those that reduces() is true for")
                .containsExactlyInAnyOrderElementsOf(promised);
    }
}

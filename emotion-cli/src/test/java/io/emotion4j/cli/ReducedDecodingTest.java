package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.Analysis;
import io.emotion4j.BoundingBox;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.FaceEmotion;
import io.emotion4j.ImageDecodeException;
import io.emotion4j.testing.TestPictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Large pictures decoded at a part of their size, with the decoders of {@code emotion-codecs}: nearly the same answers. */
class ReducedDecodingTest {

    private static final String DECODERS = "emotion4j.pictureDecoders";

    private static EmotionAnalyzer whole;
    private static EmotionAnalyzer reduced;

    @BeforeAll
    static void open() {
        whole = EmotionAnalyzer.create();
        reduced = EmotionAnalyzer.builder().reducedDecoding(true).build();
    }

    @AfterAll
    static void close() {
        whole.close();
        reduced.close();
    }

    /** At a half and a quarter, of sides that do not divide, and with faces that are too small for the classifier in the small picture. */
    @ParameterizedTest
    @CsvSource({
        "4000, 1, false",
        "4000, 1, true",
        "2003, 1, false",
        "2003, 1, true",
        "4000, 0.1, false",
        "2003, 0.2, true"
    })
    void answersAreNearlyThoseOfTheWholePicture(int width, double part, boolean progressive) throws IOException {
        byte[] jpeg = TestPictures.jpeg(sample(width, part), progressive);
        same(whole.analyze(jpeg), reduced.analyze(jpeg));
    }

    @ParameterizedTest
    @CsvSource({"4000, 3", "4000, 6", "4000, 8", "4002, 6", "4001, 6"})
    void turnedPicturesToo(int width, int orientation) throws IOException {
        byte[] jpeg = turned(TestPictures.jpeg(stored(sample(width, 1), orientation), false), orientation);
        same(whole.analyze(jpeg), reduced.analyze(jpeg));
    }

    @Test
    void itIsTheSmallPictureThatIsDecoded() throws IOException {
        byte[] jpeg = TestPictures.jpeg(sample(4000, 1), true);
        reduced.analyze(jpeg);
        float most = whole.analyze(jpeg).faces().get(0).face().confidence();
        assertThat(reduced.analyze(jpeg).faces().get(0).face().confidence()).isNotEqualTo(most);
        System.setProperty(DECODERS, "false");
        try {
            assertThat(reduced.analyze(jpeg).faces().get(0).face().confidence())
                    .as("without a decoder that reduces")
                    .isEqualTo(most);
        } finally {
            System.clearProperty(DECODERS);
        }
    }

    @Test
    void whatIsNotReducedComesOutAsEver() throws IOException {
        Path sample = Path.of("../samples/seven-expressions.png");
        assertThat(reduced.analyze(sample).faces())
                .isEqualTo(whole.analyze(sample).faces());
        byte[] cut = Arrays.copyOf(TestPictures.jpeg(sample(4000, 1), false), 200);
        String expected = error(whole, cut);
        assertThat(expected).isNotEmpty();
        assertThat(error(reduced, cut)).isEqualTo(expected);
    }

    private static String error(EmotionAnalyzer analyzer, byte[] file) {
        return String.valueOf(catchThrowableOfType(ImageDecodeException.class, () -> analyzer.analyze(file))
                .getMessage());
    }

    @Test
    void whatItCannotGoWithIsRefused() {
        assertThatThrownBy(() -> EmotionAnalyzer.builder()
                        .reducedDecoding(true)
                        .minFaceSize(20)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Options of an EmotionAnalyzer contradict each other: reducedDecoding(true) and minFaceSize(...);"
                                + " leave one out");
    }

    private static void same(Analysis expected, Analysis found) {
        assertThat(found.width()).isEqualTo(expected.width());
        assertThat(found.height()).isEqualTo(expected.height());
        assertThat(expected.faces()).hasSizeGreaterThanOrEqualTo(7);
        assertThat(found.faces()).hasSameSizeAs(expected.faces());
        for (FaceEmotion face : expected.faces()) {
            BoundingBox box = face.face().box();
            FaceEmotion same = found.faces().stream()
                    .filter(other -> other.face().box().iou(box) > 0.5)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no face at " + box));
            float side = Math.max(box.width(), box.height());
            assertThat(same.face().box().x()).isCloseTo(box.x(), within(0.01f * side));
            assertThat(same.face().box().y()).isCloseTo(box.y(), within(0.01f * side));
            assertThat(same.face().box().right()).isCloseTo(box.right(), within(0.01f * side));
            assertThat(same.face().box().bottom()).isCloseTo(box.bottom(), within(0.01f * side));
            face.scores()
                    .forEach((emotion, score) -> assertThat(same.scores().get(emotion))
                            .as(emotion + " at " + box)
                            .isCloseTo(score, within(0.05f)));
        }
    }

    /** The project's sample, over so much of a picture of 4:3. */
    private static BufferedImage sample(int width, double part) throws IOException {
        BufferedImage sample =
                ImageIO.read(Path.of("../samples/seven-expressions.png").toFile());
        int height = width * 3 / 4;
        BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = large.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        int side = (int) (width * Math.sqrt(part));
        graphics.drawImage(
                sample,
                width / 9,
                height / 9,
                side * 8 / 9,
                side * 8 / 9 * sample.getHeight() / sample.getWidth(),
                null);
        graphics.dispose();
        return large;
    }

    /** As a camera stores it that is held so. */
    private static BufferedImage stored(BufferedImage upright, int orientation) {
        int quarters = switch (orientation) {
            case 3 -> 2;
            case 6 -> 3;
            case 8 -> 1;
            default -> throw new IllegalArgumentException("orientation " + orientation);
        };
        int width = quarters == 2 ? upright.getWidth() : upright.getHeight();
        int height = quarters == 2 ? upright.getHeight() : upright.getWidth();
        BufferedImage stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = stored.createGraphics();
        graphics.translate(width / 2.0, height / 2.0);
        graphics.rotate(quarters * Math.PI / 2);
        graphics.translate(-upright.getWidth() / 2.0, -upright.getHeight() / 2.0);
        graphics.drawImage(upright, 0, 0, null);
        graphics.dispose();
        return stored;
    }

    /** With an EXIF segment after the first marker that says nothing but the orientation. */
    private static byte[] turned(byte[] jpeg, int orientation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        });
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}

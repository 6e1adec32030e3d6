package io.emotion4j.output.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.Emotion;
import io.emotion4j.RgbImage;
import io.emotion4j.output.TestFaces;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnnotatorTest {

    private static final RgbImage GRAY = RgbImage.from(filled(640, 480, 0x404040));

    @Test
    void boxHasTheColorOfItsExpression() {
        BufferedImage drawn = Annotator.draw(GRAY, List.of(TestFaces.happy(200, 150, 100, 120)));
        assertThat(colorAt(drawn, 200, 220)).isEqualTo(EmotionColors.of(Emotion.HAPPY));
        assertThat(colorAt(drawn, 300, 220)).isEqualTo(EmotionColors.of(Emotion.HAPPY));
        assertThat(colorAt(drawn, 250, 270)).isEqualTo(EmotionColors.of(Emotion.HAPPY));
        assertThat(colorAt(drawn, 250, 210)).isEqualTo(new Color(0x404040));
    }

    @Test
    void labelStandsAboveTheBoxWithLettersThatDiffer() {
        BufferedImage drawn = Annotator.draw(GRAY, List.of(TestFaces.happy(200, 150, 100, 120)));
        int plate = 0;
        int letters = 0;
        for (int y = 120; y < 145; y++) {
            for (int x = 200; x < 300; x++) {
                plate += colorAt(drawn, x, y).equals(EmotionColors.of(Emotion.HAPPY)) ? 1 : 0;
                letters += colorAt(drawn, x, y).equals(Color.BLACK) ? 1 : 0;
            }
        }
        assertThat(plate).isGreaterThan(500);
        assertThat(letters).isGreaterThan(50);
    }

    @Test
    void landmarksAreWhiteDots() {
        BufferedImage drawn = Annotator.draw(GRAY, List.of(TestFaces.sadWithLandmarks()));
        assertThat(colorAt(drawn, 20, 27).getRed()).isGreaterThan(100);
        assertThat(colorAt(drawn, 26, 35).getRed()).isGreaterThan(100);
    }

    @Test
    void thePictureItselfStaysAsItWas() {
        byte[] before = GRAY.toRgbBytes();
        Annotator.draw(GRAY, List.of(TestFaces.happy(200, 150, 100, 120)));
        assertThat(GRAY.toRgbBytes()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"48,48,336,336", "1,1,320,320", "200,320,200,320", "319,10,638,20", "5000,4,5000,4"})
    void smallPictureIsDrawnEnlargedByAWholeNumber(int width, int height, int drawnWidth, int drawnHeight) {
        RgbImage small = RgbImage.from(filled(width, height, 0));
        BufferedImage drawn = Annotator.draw(small, List.of(TestFaces.happy(0, 0, width, height)));
        assertThat(drawn.getWidth()).isEqualTo(drawnWidth);
        assertThat(drawn.getHeight()).isEqualTo(drawnHeight);
    }

    @ParameterizedTest
    @EnumSource
    void textIsReadableOnTheColorOfEveryExpression(Emotion emotion) {
        double plate = luminance(EmotionColors.of(emotion));
        double text = luminance(EmotionColors.textOn(EmotionColors.of(emotion)));
        assertThat((Math.max(plate, text) + 0.05) / (Math.min(plate, text) + 0.05))
                .as("contrast ratio of WCAG, at least 3 for large text")
                .isGreaterThan(3);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        return Math.pow((channel / 255.0 + 0.055) / 1.055, 2.4);
    }

    private static Color colorAt(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y));
    }

    private static BufferedImage filled(int width, int height, int rgb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }
}

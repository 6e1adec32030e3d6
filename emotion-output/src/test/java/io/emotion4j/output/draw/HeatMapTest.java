package io.emotion4j.output.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.emotion4j.Emotion;
import io.emotion4j.EmotionScores;
import io.emotion4j.OcclusionMap;
import io.emotion4j.RgbImage;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapTest {

    @Test
    void whatMattersIsRedWhatSpeaksAgainstItBlueTheRestAsItWas() {
        BufferedImage drawn = HeatMap.draw(List.of(map(0.5f, 0f, 0f, -0.5f)));
        assertThat(drawn.getWidth()).isEqualTo(504);
        assertThat(red(drawn, 270, 5)).isGreaterThan(blue(drawn, 270, 5) + 80);
        assertThat(blue(drawn, 498, 235)).isGreaterThan(red(drawn, 498, 235) + 50);
        assertThat(drawn.getRGB(498, 5) & 0xffffff).isEqualTo(0x808080);
        assertThat(drawn.getRGB(120, 120) & 0xffffff).isEqualTo(0x808080);
    }

    @Test
    void changesOfNoWeightAreNotBlownUp() {
        BufferedImage drawn = HeatMap.draw(List.of(map(0.0001f, 0f, 0f, 0f)));
        assertThat(Math.abs(red(drawn, 270, 5) - 0x80)).isLessThan(3);
    }

    @Test
    void eachFaceHasARow() {
        OcclusionMap one = map(0.1f, 0f, 0f, 0f);
        assertThat(HeatMap.draw(List.of(one, one, one)).getHeight())
                .isEqualTo(3 * HeatMap.draw(List.of(one)).getHeight());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeatMap.draw(List.of()))
                .withMessageContaining("at least one face, found none");
    }

    private static int red(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) >> 16 & 0xff;
    }

    private static int blue(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xff;
    }

    private static OcclusionMap map(Float... drops) {
        byte[] gray = new byte[48 * 48 * 3];
        Arrays.fill(gray, (byte) 128);
        EmotionScores scores = EmotionScores.of(List.of(Emotion.HAPPY, Emotion.SAD), 0.9f, 0.1f);
        return new OcclusionMap(scores, Emotion.HAPPY, RgbImage.of(48, 48, gray), 2, 2, List.of(drops));
    }
}

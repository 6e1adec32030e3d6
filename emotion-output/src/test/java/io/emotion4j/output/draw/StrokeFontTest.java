package io.emotion4j.output.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.Emotion;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrokeFontTest {

    @ParameterizedTest
    @ValueSource(chars = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '%'})
    void figuresStandOnTheLineAndAreAsHighAsEachOther(char figure) {
        Rectangle2D bounds = StrokeFont.path("" + figure, 0, 100, 1).getBounds2D();
        assertThat(bounds.getMaxY()).isEqualTo(100);
        assertThat(bounds.getHeight()).isEqualTo(StrokeFont.DIGIT_HEIGHT);
    }

    @ParameterizedTest
    @EnumSource
    void labelIsAsWideAsItSays(Emotion emotion) {
        String text = emotion.label() + " 94%";
        Rectangle2D bounds = StrokeFont.path(text, 10, 0, 2).getBounds2D();
        assertThat(bounds.getMinX()).isBetween(9.9, 12.0);
        assertThat(bounds.getWidth()).isBetween(2 * StrokeFont.width(text) - 3, 2 * StrokeFont.width(text) + 0.1);
        assertThat(bounds.getMaxY()).isLessThan(2 * StrokeFont.DESCENT + 0.1);
    }

    @ParameterizedTest
    @ValueSource(
            chars = {
                'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u',
                'v', 'w', 'x', 'y', 'z', '.', '#'
            })
    void everyLetterHasAGlyphOfItsOwn(char letter) {
        assertThat(StrokeFont.path("" + letter, 0, 0, 1).getBounds2D())
                .isNotEqualTo(StrokeFont.path("-", 0, 0, 1).getBounds2D());
        assertThat(StrokeFont.width("" + Character.toUpperCase(letter))).isEqualTo(StrokeFont.width("" + letter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00e4", "\u7b11", "?"})
    void unknownCharacterComesOutAsAHyphen(String unknown) {
        assertThat(StrokeFont.path(unknown, 0, 0, 1).getBounds2D())
                .isEqualTo(StrokeFont.path("-", 0, 0, 1).getBounds2D());
    }
}

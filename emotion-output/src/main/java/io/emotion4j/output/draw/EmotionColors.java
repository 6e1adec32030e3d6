package io.emotion4j.output.draw;

import io.emotion4j.Emotion;
import java.awt.Color;

/** A colour an expression: the palette of Okabe and Ito, whose colours people with colour blindness tell apart. */
final class EmotionColors {

    private EmotionColors() {}

    static Color of(Emotion emotion) {
        return new Color(
                switch (emotion) {
                    case ANGRY -> 0xD55E00;
                    case DISGUST -> 0x009E73;
                    case FEAR -> 0xCC79A7;
                    case HAPPY -> 0xF0E442;
                    case SAD -> 0x0072B2;
                    case SURPRISE -> 0x56B4E9;
                    case NEUTRAL -> 0xE0E0E0;
                    case CONTEMPT -> 0xE69F00;
                });
    }

    /** Black or white, whichever is read better on a colour. */
    static Color textOn(Color background) {
        double luma = 0.299 * background.getRed() + 0.587 * background.getGreen() + 0.114 * background.getBlue();
        return luma > 120 ? Color.BLACK : Color.WHITE;
    }
}

package io.emotion4j.opencv;

import io.emotion4j.model.Model;
import java.net.URL;

/**
 * The cascades that OpenCV brings. One of your own is a model folder with a {@code model.json} of architecture {@code
 * haar-cascade}.
 *
 * @since 0.1.0
 */
public final class HaarCascades {

    private HaarCascades() {}

    /**
     * OpenCV's {@code haarcascade_frontalface_default.xml}, which lies in the jar of its native libraries: frontal, upright faces of 24
     * pixels and more, without landmarks.
     *
     * @return the model, for {@code EmotionAnalyzer.builder().detectorModel(...)}
     */
    public static Model frontalFace() {
        URL descriptor = HaarCascades.class.getResource("/META-INF/emotion4j/opencv/frontal-face/model.json");
        if (descriptor == null) {
            throw new IllegalStateException(
                    "The jar of emotion-opencv lacks META-INF/emotion4j/opencv/frontal-face/model.json; it was repackaged"
                            + " without its resources");
        }
        return Model.named(descriptor.toString());
    }
}

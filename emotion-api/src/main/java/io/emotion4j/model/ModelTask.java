package io.emotion4j.model;

/**
 * What a model is for.
 *
 * @since 0.1.0
 */
public enum ModelTask {
    /** Finds faces; {@code "face-detection"} in a descriptor. */
    FACE_DETECTION("face-detection"),
    /** Scores the expression of a face; {@code "emotion-classification"} in a descriptor. */
    EMOTION_CLASSIFICATION("emotion-classification");

    private final String key;

    ModelTask(String key) {
        this.key = key;
    }

    /** {@return the word that descriptors use} */
    public String key() {
        return key;
    }
}

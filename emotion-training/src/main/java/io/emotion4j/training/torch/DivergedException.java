package io.emotion4j.training.torch;

import io.emotion4j.EmotionException;

/**
 * A training's loss is no number any more: the weights have run away, or the data holds what is no number. The run's checkpoint
 * is that of the last whole epoch.
 *
 * @since 0.1.0
 */
public final class DivergedException extends EmotionException {

    private static final long serialVersionUID = 1L;

    DivergedException(String message) {
        super(message, null);
    }
}

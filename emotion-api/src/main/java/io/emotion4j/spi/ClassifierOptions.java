package io.emotion4j.spi;

import java.util.Objects;

/**
 * What a classifier is opened with. Immutable.
 *
 * @param engine device and threads
 * @param alignment whether landmarks, where a face has them and the model has a template, bring the face upright into
 *     place; else its box is cropped
 */
public record ClassifierOptions(EngineOptions engine, boolean alignment) {

    /** Checks that {@code engine} is not null. */
    public ClassifierOptions {
        Objects.requireNonNull(engine, "engine");
    }

    /** {@return on the processor, with alignment} */
    public static ClassifierOptions defaults() {
        return new ClassifierOptions(EngineOptions.defaults(), true);
    }
}

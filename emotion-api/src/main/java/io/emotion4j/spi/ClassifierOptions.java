package io.emotion4j.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a classifier is opened with. Immutable.
 *
 * @since 0.1.0
 */
public final class ClassifierOptions {

    private static final ClassifierOptions DEFAULTS = builder().build();

    private final EngineOptions engine;
    private final boolean alignment;

    private ClassifierOptions(Builder builder) {
        this.engine = builder.engine;
        this.alignment = builder.alignment;
    }

    /** {@return on the processor, with alignment} */
    public static ClassifierOptions defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that begins with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that begins with these options} */
    public Builder toBuilder() {
        return builder().engine(engine).alignment(alignment);
    }

    /** {@return device and threads} */
    public EngineOptions engine() {
        return engine;
    }

    /**
     * Whether landmarks, where a face has them and the model has a template, bring the face upright into place; else its box is
     * cropped.
     *
     * @return whether
     */
    public boolean alignment() {
        return alignment;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClassifierOptions o && engine.equals(o.engine) && alignment == o.alignment;
    }

    @Override
    public int hashCode() {
        return Objects.hash(engine, alignment);
    }

    @Override
    public String toString() {
        return "ClassifierOptions[engine=" + engine + ", alignment=" + alignment + "]";
    }

    /** Sets options. Not thread-safe. */
    public static final class Builder {

        private EngineOptions engine = EngineOptions.defaults();
        private boolean alignment = true;

        private Builder() {}

        /**
         * Device and threads.
         *
         * @param engine the new value
         * @return this
         */
        public Builder engine(EngineOptions engine) {
            this.engine = Objects.requireNonNull(engine, "engine");
            return this;
        }

        /**
         * Whether landmarks bring a face into place.
         *
         * @param on whether
         * @return this
         */
        public Builder alignment(boolean on) {
            this.alignment = on;
            return this;
        }

        /** {@return the options} */
        public ClassifierOptions build() {
            return new ClassifierOptions(this);
        }
    }
}

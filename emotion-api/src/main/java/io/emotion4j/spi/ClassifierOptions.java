package io.emotion4j.spi;

import io.emotion4j.ClassPrior;
import java.util.Arrays;
import java.util.List;
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
    private final @Nullable ClassPrior prior;
    private final @Nullable Float abstainBelow;

    private ClassifierOptions(Builder builder) {
        this.engine = builder.engine;
        this.alignment = builder.alignment;
        this.prior = builder.prior;
        this.abstainBelow = builder.abstainBelow;
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
        Builder builder = builder().engine(engine).alignment(alignment);
        builder.prior = prior;
        builder.abstainBelow = abstainBelow;
        return builder;
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

    /** {@return how often each expression is expected; null for the model's own correction} */
    public @Nullable ClassPrior prior() {
        return prior;
    }

    /** {@return the probability below which the most probable expression is not told, 0 to 1; null for the model's own} */
    public @Nullable Float abstainBelow() {
        return abstainBelow;
    }

    private List<@Nullable Object> parts() {
        return Arrays.asList(engine, alignment, prior, abstainBelow);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClassifierOptions that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return "ClassifierOptions[engine=" + engine + ", alignment=" + alignment + ", prior=" + prior
                + ", abstainBelow=" + abstainBelow + "]";
    }

    /** Sets options. Not thread-safe. */
    public static final class Builder {

        private EngineOptions engine = EngineOptions.defaults();
        private boolean alignment = true;
        private @Nullable ClassPrior prior;
        private @Nullable Float abstainBelow;

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

        /**
         * How often each expression is expected where the classifier is used.
         *
         * @param prior the expectation
         * @return this
         */
        public Builder prior(ClassPrior prior) {
            this.prior = Objects.requireNonNull(prior, "prior");
            return this;
        }

        /**
         * The probability below which the most probable expression is not told.
         *
         * @param probability 0 to 1
         * @return this
         * @throws IllegalArgumentException if out of range
         */
        public Builder abstainBelow(float probability) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("abstainBelow lies within 0 to 1, found " + probability);
            }
            this.abstainBelow = probability;
            return this;
        }

        /** {@return the options} */
        public ClassifierOptions build() {
            return new ClassifierOptions(this);
        }
    }
}

package io.emotion4j.spi;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where and how wide an engine runs. Immutable.
 *
 * @since 0.1.0
 */
public final class EngineOptions {

    /** The processor. */
    public static final String CPU = "cpu";

    private static final EngineOptions DEFAULTS = builder().build();

    private final String device;
    private final int intraOpThreads;

    private EngineOptions(Builder builder) {
        this.device = builder.device;
        this.intraOpThreads = builder.intraOpThreads;
    }

    /** {@return the processor, one thread a run} */
    public static EngineOptions defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that begins with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that begins with these options} */
    public Builder toBuilder() {
        return builder().device(device).intraOpThreads(intraOpThreads);
    }

    /** {@return {@code "cpu"}, or a kind and a number such as {@code "cuda:0"}; never replaced by another} */
    public String device() {
        return device;
    }

    /** {@return threads that share the work of one run; one is best where many requests run at once} */
    public int intraOpThreads() {
        return intraOpThreads;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EngineOptions o && device.equals(o.device) && intraOpThreads == o.intraOpThreads;
    }

    @Override
    public int hashCode() {
        return Objects.hash(device, intraOpThreads);
    }

    @Override
    public String toString() {
        return "EngineOptions[device=" + device + ", intraOpThreads=" + intraOpThreads + "]";
    }

    /** Sets options; each is checked at once. Not thread-safe. */
    public static final class Builder {

        private static final Pattern DEVICE = Pattern.compile("cpu|[a-z]+:\\d{1,3}");

        private String device = CPU;
        private int intraOpThreads = 1;

        private Builder() {}

        /**
         * The device.
         *
         * @param device {@code "cpu"}, or a kind and a number such as {@code "cuda:0"}
         * @return this
         * @throws IllegalArgumentException if it is not written so
         */
        public Builder device(String device) {
            if (!DEVICE.matcher(device).matches()) {
                throw new IllegalArgumentException(
                        "A device is \"cpu\" or a kind and a number such as \"cuda:0\", found \"" + device + "\"");
            }
            this.device = device;
            return this;
        }

        /**
         * The threads of a run.
         *
         * @param threads at least 1
         * @return this
         * @throws IllegalArgumentException if less than 1
         */
        public Builder intraOpThreads(int threads) {
            if (threads < 1) {
                throw new IllegalArgumentException("intraOpThreads is at least 1, found " + threads);
            }
            this.intraOpThreads = threads;
            return this;
        }

        /** {@return the options} */
        public EngineOptions build() {
            return new EngineOptions(this);
        }
    }
}

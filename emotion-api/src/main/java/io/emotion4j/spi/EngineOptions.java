package io.emotion4j.spi;

import java.util.regex.Pattern;

/**
 * Where and how wide an engine runs. Immutable.
 *
 * @param device {@code "cpu"}, or a kind and a number such as {@code "cuda:0"}; never replaced by another
 * @param intraOpThreads threads that share the work of one run; one is best where many requests run at once
 */
public record EngineOptions(String device, int intraOpThreads) {

    /** The processor. */
    public static final String CPU = "cpu";

    private static final Pattern DEVICE = Pattern.compile("cpu|[a-z]+:\\d{1,3}");

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if the device is not written as above, or there is no thread
     */
    public EngineOptions {
        if (!DEVICE.matcher(device).matches()) {
            throw new IllegalArgumentException(
                    "A device is \"cpu\" or a kind and a number such as \"cuda:0\", found \"" + device + "\"");
        }
        if (intraOpThreads < 1) {
            throw new IllegalArgumentException("intraOpThreads is at least 1, found " + intraOpThreads);
        }
    }

    /** {@return the processor, one thread a run} */
    public static EngineOptions defaults() {
        return new EngineOptions(CPU, 1);
    }
}

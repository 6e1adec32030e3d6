package io.emotion4j.spi;

import io.emotion4j.model.ModelDescriptor;

/**
 * What providers of detectors and of classifiers have in common. Thread-safe, with a public constructor without arguments.
 *
 * @since 0.1.0
 */
public interface EngineProvider {

    /** {@return the name by which callers choose it, as they do an {@linkplain Engine engine}} */
    String name();

    /** {@return among providers that can do the work, the highest number is chosen; the usual engines lie within 0 to 100} */
    int priority();

    /**
     * Whether it works here. The first call may load native libraries.
     *
     * @return the answer; a provider does not throw, though one that does is only passed over, with a warning in the log
     */
    Availability availability();

    /**
     * Whether it can run a model, judging by its format and architecture alone.
     *
     * @param model what the model says about itself
     * @return whether {@code create} may be called with it
     */
    boolean supports(ModelDescriptor model);
}

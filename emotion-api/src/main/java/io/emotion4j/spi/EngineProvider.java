package io.emotion4j.spi;

import io.emotion4j.model.ModelDescriptor;

/** What providers of detectors and of classifiers have in common. Thread-safe, with a public constructor without arguments. */
public interface EngineProvider {

    /** {@return the engine's name, by which callers choose it, such as {@code "onnx"}} */
    String name();

    /** {@return among providers that can do the work, the highest number is chosen; the usual engines lie within 0 to 100} */
    int priority();

    /**
     * Whether the engine works here. The first call may load native libraries.
     *
     * @return the answer; a provider does not throw, though one that does is only passed over
     */
    Availability availability();

    /**
     * Whether the engine can run a model, judging by its format and architecture alone.
     *
     * @param model what the model says about itself
     * @return whether {@code create} may be called with it
     */
    boolean supports(ModelDescriptor model);
}

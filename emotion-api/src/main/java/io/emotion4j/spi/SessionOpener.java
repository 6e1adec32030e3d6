package io.emotion4j.spi;

import io.emotion4j.model.ModelDescriptor;

/** Loads weights into an engine. */
@FunctionalInterface
public interface SessionOpener {

    /**
     * Loads a network. What it took hold of is released again when it throws.
     *
     * @param model what the model says about itself: names of the input and the outputs
     * @param weights the file of the engine's format, its size and hash already checked
     * @param options device and threads
     * @return the session; the caller closes
     * @throws io.emotion4j.NoProviderException if the device that the options name is not there
     * @throws Exception whatever the engine throws; the caller wraps it and names the file
     */
    InferenceSession open(ModelDescriptor model, byte[] weights, EngineOptions options) throws Exception;
}

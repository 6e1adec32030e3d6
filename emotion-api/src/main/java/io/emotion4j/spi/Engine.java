package io.emotion4j.spi;

/**
 * Runs networks: what a backend provides, found with {@link java.util.ServiceLoader}. Thread-safe, with a public constructor
 * without arguments. Every kind of network runs on every engine: see {@link EngineBacked}.
 *
 * @since 0.1.0
 */
public interface Engine {

    /** {@return the name by which callers choose it, such as {@code "onnx"}} */
    String name();

    /** {@return the format of the weights that it loads, as descriptors name it, such as {@code "torchscript"}} */
    String format();

    /** {@return among those that can do the work, the highest number is chosen; the usual engines lie within 0 to 100} */
    int priority();

    /**
     * Whether the engine works here. The first call may load native libraries.
     *
     * @return the answer; an engine does not throw, though one that does is only passed over, with a warning in the log
     */
    Availability availability();

    /**
     * Loads a network. What it took hold of is released again when it throws.
     *
     * @param network names of the input and the outputs
     * @param weights the file of the engine's format, its size and hash already checked
     * @param options device and threads
     * @return the session; the caller closes
     * @throws io.emotion4j.NoProviderException if the device that the options name is not there
     * @throws Exception whatever the engine throws; the caller wraps it and names the file
     */
    InferenceSession open(NetworkSpec network, byte[] weights, EngineOptions options) throws Exception;
}

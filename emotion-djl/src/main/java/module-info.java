/**
 * The PyTorch and TensorFlow backends, engines {@code "pytorch"} and {@code "tensorflow"}, through the Deep Java Library. They
 * are found with {@link java.util.ServiceLoader}; nothing here is to be called.
 *
 * <p>The jars of native libraries belong on the class path, even of a modular program: their names are no module names.
 */
module io.emotion4j.djl {
    requires io.emotion4j.api;
    requires ai.djl.api;
    requires ai.djl.pytorch_engine;
    requires ai.djl.tensorflow_api;
    requires com.google.protobuf;
    requires org.bytedeco.javacpp;
    requires static org.jspecify;

    provides io.emotion4j.spi.Engine with
            io.emotion4j.djl.PyTorchEngine,
            io.emotion4j.djl.TensorFlowEngine;
}

/**
 * The ONNX Runtime backend, engine {@code "onnx"}. It is found with {@link java.util.ServiceLoader}; nothing here is to be
 * called.
 */
module io.emotion4j.onnx {
    requires io.emotion4j.api;
    requires com.microsoft.onnxruntime;
    requires static org.jspecify;

    provides io.emotion4j.spi.Engine with
            io.emotion4j.onnx.OnnxEngine;
}

/** The ONNX Runtime backend, engine {@code "onnx"}. It is found with {@link java.util.ServiceLoader}; nothing here is to be called. */
module io.emotion4j.onnx {
    requires io.emotion4j.api;
    requires static org.jspecify;
    requires com.microsoft.onnxruntime;
}

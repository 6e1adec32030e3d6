/** Makes networks as Keras and TensorFlow save them such as the engines read, and networks of 8-bit numbers. */
@SuppressWarnings(
        "module") // TensorFlow's classes have no module of their own; the program is built later than this module.
module io.emotion4j.convert {
    requires transitive io.emotion4j.api;
    requires com.fasterxml.jackson.databind;
    requires com.google.protobuf;
    requires io.jhdf;
    requires org.tribuo.util.onnx;
    requires static ai.djl.tensorflow_api;
    requires static transitive org.jspecify;

    exports io.emotion4j.convert;

    uses io.emotion4j.spi.Engine;
}

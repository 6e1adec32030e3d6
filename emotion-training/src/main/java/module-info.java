/**
 * Trains facial-expression classifiers and face detectors and writes them as ONNX, TorchScript and SavedModel. Runs on the
 * PyTorch engine of the Deep Java Library.
 */
module io.emotion4j.training {
    requires transitive io.emotion4j.api;
    requires transitive io.emotion4j.evaluation;
    requires ai.djl.api;
    requires ai.djl.pytorch_engine;
    requires ai.djl.tensorflow_api;
    requires com.fasterxml.jackson.databind;
    requires com.google.protobuf;
    requires com.microsoft.onnxruntime;
    requires org.tribuo.util.onnx;
    requires static org.jspecify;

    exports io.emotion4j.training.classifier;
    exports io.emotion4j.training.detector;
    exports io.emotion4j.training.export;
    exports io.emotion4j.training.network;
    exports io.emotion4j.training.run;
    exports io.emotion4j.training.torch;
}

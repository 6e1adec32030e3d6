package io.emotion4j.onnx;

import io.emotion4j.testkit.EngineContract;

class OnnxContractTest extends EngineContract {

    OnnxContractTest() {
        super("onnx");
    }
}

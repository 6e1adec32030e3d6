package io.emotion4j.djl;

import io.emotion4j.testkit.EngineContract;

class TensorFlowContractTest extends EngineContract {

    TensorFlowContractTest() {
        super("tensorflow");
    }
}

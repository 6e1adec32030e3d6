package io.emotion4j.djl;

import io.emotion4j.testkit.EngineContract;

class PyTorchContractTest extends EngineContract {

    PyTorchContractTest() {
        super("pytorch");
    }
}

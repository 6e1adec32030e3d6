package io.emotion4j.training.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/** The way to the engine: loaded without any network access (DJL asks a cloud address at its start unless told not to). */
final class TorchRuntime {

    static {
        if (System.getProperty("ai.djl.offline") == null) {
            System.setProperty("ai.djl.offline", "true");
        }
    }

    private TorchRuntime() {}

    static PtNDManager newManager() {
        Engine.getEngine("PyTorch");
        return (PtNDManager) NDManager.newBaseManager(Device.cpu(), "PyTorch");
    }

    static void setThreads(int threads) {
        Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(threads);
        JniUtils.setGraphExecutorOptimize(false);
    }

    static void setSeed(long seed) {
        Engine.getEngine("PyTorch").setRandomSeed((int) seed);
    }
}

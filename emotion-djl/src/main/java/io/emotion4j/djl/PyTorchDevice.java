package io.emotion4j.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import io.emotion4j.NoProviderException;
import io.emotion4j.spi.EngineOptions;

/** Finds the device that was asked for, or says why it cannot be. */
final class PyTorchDevice {

    private static final String CUDA = "cuda:";

    private PyTorchDevice() {}

    /**
     * Finds the device.
     *
     * @throws NoProviderException if it is not there
     */
    static Device of(String name, Engine engine) {
        if (name.equals(EngineOptions.CPU)) {
            return Device.cpu();
        }
        if (!name.startsWith(CUDA)) {
            throw new NoProviderException(
                    "Engine 'pytorch' knows devices \"cpu\" and \"cuda:0\", \"cuda:1\" and so on, " + "found \"" + name
                            + "\"");
        }
        if (!engine.hasCapability(StandardCapabilities.CUDA)) {
            throw new NoProviderException(
                    "Engine 'pytorch' cannot run on \"" + name + "\": expected a build of PyTorch with "
                            + "CUDA, found one without; name the folder of one by -DPYTORCH_LIBRARY_PATH=FOLDER and its kind by "
                            + "-DPYTORCH_FLAVOR=cu128, or use device \"cpu\"");
        }
        int number = Integer.parseInt(name.substring(CUDA.length()));
        if (number >= engine.getGpuCount()) {
            throw new NoProviderException("Engine 'pytorch' cannot run on \"" + name + "\": found "
                    + engine.getGpuCount() + " GPUs; check the driver, or use device \"cpu\"");
        }
        return Device.gpu(number);
    }
}

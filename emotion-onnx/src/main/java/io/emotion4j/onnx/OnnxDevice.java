package io.emotion4j.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import io.emotion4j.NoProviderException;
import io.emotion4j.spi.EngineOptions;
import java.util.Set;

/** Puts a session on the device that was asked for, or says why it cannot be there. */
final class OnnxDevice {

    private static final String CUDA = "cuda:";

    private OnnxDevice() {}

    /**
     * Chooses the device.
     *
     * @throws NoProviderException if it is not there
     */
    static void choose(String device, OrtSession.SessionOptions options) {
        if (device.equals(EngineOptions.CPU)) {
            return;
        }
        if (!device.startsWith(CUDA)) {
            throw new NoProviderException(
                    "Engine 'onnx' knows devices \"cpu\" and \"cuda:0\", \"cuda:1\" and so on, found \"" + device
                            + "\"");
        }
        Set<OrtProvider> found = OrtEnvironment.getAvailableProviders();
        if (!found.contains(OrtProvider.CUDA)) {
            throw new NoProviderException(
                    "Engine 'onnx' cannot run on \"" + device + "\": expected a build of ONNX Runtime with "
                            + "CUDA, found one with " + found + "; replace com.microsoft.onnxruntime:onnxruntime by "
                            + "com.microsoft.onnxruntime:onnxruntime_gpu of the same version, or use device \"cpu\"");
        }
        try {
            options.addCUDA(Integer.parseInt(device.substring(CUDA.length())));
        } catch (OrtException e) {
            throw new NoProviderException(
                    "Engine 'onnx' cannot run on \"" + device + "\": " + e.getMessage()
                            + "; check the GPU's driver, CUDA and cuDNN, or use device \"cpu\"",
                    e);
        }
    }
}

package io.emotion4j.djl;

import java.util.Optional;

/** Whether the jars that TensorFlow needs are there, and what to add where they are not. */
final class TensorFlowJars {

    /** DJL's API jar was made with its first release candidate, which this release follows without a change of the C API. */
    private static final String VERSION = "1.0.0";

    private TensorFlowJars() {}

    /** {@return what is missing and what to add; empty where TensorFlow can be loaded} */
    static Optional<String> missing() {
        if (!NativeJars.has("org/tensorflow/TensorFlow.class")) {
            return Optional.of("TensorFlow's Java API is not on the class path; add ai.djl.tensorflow:tensorflow-api");
        }
        String machine = NativeJars.javacppPlatform();
        if (hasLibrary(machine) || isForGpu()) {
            return Optional.empty();
        }
        return Optional.of("TensorFlow's native library for " + machine + " is not on the class path; add "
                + "org.tensorflow:tensorflow-core-native:" + VERSION + ":" + machine + " without its dependencies");
    }

    /** {@return whether the library is one that can use a GPU} */
    static boolean isForGpu() {
        return hasLibrary(NativeJars.javacppPlatform() + "-gpu");
    }

    private static boolean hasLibrary(String machine) {
        return NativeJars.has(
                "org/tensorflow/internal/c_api/" + machine + "/" + System.mapLibraryName("jnitensorflow"));
    }
}

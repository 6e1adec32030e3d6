package io.emotion4j.djl;

import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Whether the jars that PyTorch needs are there. DJL would fetch those that are not; this finds out first and says what
 * to add.
 */
final class PyTorchJars {

    private PyTorchJars() {}

    /** {@return what is missing and what to add; empty where PyTorch can be loaded} */
    static Optional<String> missing() {
        List<Properties> engine = NativeJars.properties("pytorch-engine.properties");
        if (engine.isEmpty()) {
            return Optional.of("DJL's PyTorch engine is not on the class path; add ai.djl.pytorch:pytorch-engine");
        }
        String pytorch = engine.get(0).getProperty("pytorch_version");
        String jni = pytorch + "-" + engine.get(0).getProperty("djl_version");
        String machine = NativeJars.djlPlatform();
        boolean library = library().isPresent()
                || NativeJars.properties("native/lib/pytorch.properties").stream()
                        .anyMatch(jar -> jar.getProperty("classifier", "").endsWith(machine)
                                && jar.getProperty("version", "").startsWith(pytorch));
        boolean bridge = NativeJars.properties("jnilib/pytorch.properties").stream()
                .anyMatch(jar -> jni.equals(jar.getProperty("jni_version")));
        if (library && bridge) {
            return Optional.empty();
        }
        return Optional.of("PyTorch's native libraries for " + machine + " are not on the class path; add"
                + (library ? "" : " ai.djl.pytorch:pytorch-native-cpu:" + pytorch + ":" + machine)
                + (library || bridge ? "" : " and")
                + (bridge ? "" : " ai.djl.pytorch:pytorch-jni:" + jni));
    }

    /** A PyTorch that lies elsewhere on the machine, as DJL lets one say. */
    static Optional<String> library() {
        String property = System.getProperty("PYTORCH_LIBRARY_PATH");
        return Optional.ofNullable(property != null ? property : System.getenv("PYTORCH_LIBRARY_PATH"));
    }
}

package io.emotion4j.internal.natives;

import java.nio.file.Path;

/**
 * What JavaCPP reads from system properties, said before any of its classes loads. A property that the application has set stays as
 * it is.
 */
public final class JavaCppSettings {

    private JavaCppSettings() {}

    /** {@return the folder that JavaCPP then unpacks libraries into, for messages} */
    public static synchronized Path apply() {
        // Else JavaCPP refuses to allocate when all of the process, engines too, is larger than the Java heap may grow.
        setUnlessSet("org.bytedeco.javacpp.maxBytes", "0");
        setUnlessSet("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        Path cache = NativeCache.folder();
        if (cache == null) {
            return Path.of(System.getProperty("user.home", "."), ".javacpp").toAbsolutePath();
        }
        setUnlessSet("org.bytedeco.javacpp.cachedir", cache.toString());
        return cache;
    }

    /**
     * Sets a system property.
     *
     * @param property its name
     * @param value what it becomes where the application has not set it
     */
    public static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}

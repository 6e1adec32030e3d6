package io.emotion4j.djl;

import io.emotion4j.internal.natives.NativeCache;
import java.nio.file.Path;

/**
 * What the libraries below read from system properties, said before any of their classes loads. A property that the
 * application has set stays as it is.
 */
final class NativeSettings {

    private NativeSettings() {}

    /** {@return the folder that libraries are unpacked into or below} */
    static Path folder() {
        Path cache = NativeCache.folder();
        return cache != null
                ? cache
                : Path.of(System.getProperty("user.home", ".")).toAbsolutePath();
    }

    static synchronized void apply() {
        // Else DJL asks a cloud address where it runs, and fetches native libraries that it does not find.
        setUnlessSet("ai.djl.offline", "true");
        // Else JavaCPP refuses to allocate when all of the process, other engines too, is larger than the Java heap may
        // grow.
        setUnlessSet("org.bytedeco.javacpp.maxBytes", "0");
        setUnlessSet("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        Path cache = NativeCache.folder();
        if (cache != null) {
            // Else each has its own below the home folder.
            setUnlessSet("ENGINE_CACHE_DIR", cache.toString());
            setUnlessSet("org.bytedeco.javacpp.cachedir", cache.toString());
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}

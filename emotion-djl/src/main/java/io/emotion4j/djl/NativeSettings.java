package io.emotion4j.djl;

import io.emotion4j.internal.natives.JavaCppSettings;
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
        JavaCppSettings.setUnlessSet("ai.djl.offline", "true");
        JavaCppSettings.apply();
        Path cache = NativeCache.folder();
        if (cache != null) {
            // Else DJL has its own below the home folder.
            JavaCppSettings.setUnlessSet("ENGINE_CACHE_DIR", cache.toString());
        }
    }
}

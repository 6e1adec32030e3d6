package io.emotion4j.djl;

/**
 * What the libraries below read from system properties, said before any of their classes loads. A property that the
 * application has set stays as it is.
 */
final class NativeSettings {

    /** Names the folder into which native libraries are unpacked; else each library has its own below the home folder. */
    static final String CACHE = "emotion4j.nativeCache";

    private NativeSettings() {}

    static synchronized void apply() {
        // Else DJL asks a cloud address where it runs, and fetches native libraries that it does not find.
        setUnlessSet("ai.djl.offline", "true");
        // Else JavaCPP refuses to allocate when all of the process, other engines too, is larger than the Java heap may
        // grow.
        setUnlessSet("org.bytedeco.javacpp.maxBytes", "0");
        setUnlessSet("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        String cache = System.getProperty(CACHE);
        if (cache != null) {
            setUnlessSet("ENGINE_CACHE_DIR", cache);
            setUnlessSet("org.bytedeco.javacpp.cachedir", cache);
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}

package io.emotion4j.opencv;

import io.emotion4j.internal.natives.NativeCache;
import io.emotion4j.internal.natives.NativeFailure;
import io.emotion4j.spi.Availability;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_objdetect;
import org.jspecify.annotations.Nullable;

/** Loads OpenCV's libraries, which JavaCPP unpacks once, into the native cache where the application names one. */
final class OpenCvNatives {

    private static @Nullable Availability loaded;

    private OpenCvNatives() {}

    static synchronized Availability load() {
        if (loaded == null) {
            Path folder = settings();
            try {
                Loader.load(opencv_objdetect.class);
                loaded = Availability.yes("OpenCV " + opencv_core.CV_VERSION + " on cpu");
            } catch (LinkageError | RuntimeException e) {
                loaded = Availability.no(NativeFailure.explain(e, folder)
                        + "; its libraries are org.bytedeco:opencv, org.bytedeco:openblas and org.bytedeco:javacpp with"
                        + " the classifier " + Loader.getPlatform());
            }
        }
        return loaded;
    }

    /** As the engines have them; a property that the application has set stays as it is. */
    private static Path settings() {
        // Else JavaCPP refuses to allocate when all of the process is larger than the Java heap may grow.
        setUnlessSet("org.bytedeco.javacpp.maxBytes", "0");
        setUnlessSet("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        Path cache = NativeCache.folder();
        if (cache == null) {
            return Path.of(System.getProperty("user.home", "."), ".javacpp").toAbsolutePath();
        }
        setUnlessSet("org.bytedeco.javacpp.cachedir", cache.toString());
        return cache;
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}

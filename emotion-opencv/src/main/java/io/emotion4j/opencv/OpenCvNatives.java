package io.emotion4j.opencv;

import io.emotion4j.internal.natives.Detached;
import io.emotion4j.internal.natives.JavaCppSettings;
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
            loaded = Detached.call(OpenCvNatives::loadNow);
        }
        return loaded;
    }

    private static Availability loadNow() {
        Path folder = JavaCppSettings.apply();
        try {
            Loader.load(opencv_objdetect.class);
            return Availability.yes("OpenCV " + opencv_core.CV_VERSION + " on cpu");
        } catch (LinkageError | RuntimeException e) {
            return Availability.no(NativeFailure.explain(e, folder)
                    + "; its libraries are org.bytedeco:opencv, org.bytedeco:openblas and org.bytedeco:javacpp with"
                    + " the classifier " + Loader.getPlatform());
        }
    }
}

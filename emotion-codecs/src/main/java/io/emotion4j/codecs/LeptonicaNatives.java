package io.emotion4j.codecs;

import io.emotion4j.internal.natives.Detached;
import io.emotion4j.internal.natives.JavaCppSettings;
import io.emotion4j.internal.natives.NativeFailure;
import io.emotion4j.spi.Availability;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.leptonica.global.leptonica;
import org.jspecify.annotations.Nullable;

/** Loads Leptonica's libraries, which JavaCPP unpacks once, into the native cache where the application names one. */
final class LeptonicaNatives {

    private static @Nullable Availability loaded;

    private LeptonicaNatives() {}

    static synchronized Availability load() {
        if (loaded == null) {
            loaded = Detached.call(LeptonicaNatives::loadNow);
        }
        return loaded;
    }

    private static Availability loadNow() {
        Path folder = JavaCppSettings.apply();
        try {
            Loader.load(leptonica.class);
            // It would write to the process's standard error.
            leptonica.setMsgSeverity(leptonica.L_SEVERITY_NONE);
            return Availability.yes("Leptonica " + leptonica.LIBLEPT_MAJOR_VERSION + "."
                    + leptonica.LIBLEPT_MINOR_VERSION + "." + leptonica.LIBLEPT_PATCH_VERSION);
        } catch (LinkageError | RuntimeException e) {
            return Availability.no(NativeFailure.explain(e, folder)
                    + "; progressive JPEG and WebP are decoded without it. Its libraries are"
                    + " org.bytedeco:leptonica and org.bytedeco:javacpp with the classifier "
                    + Loader.getPlatform());
        }
    }
}

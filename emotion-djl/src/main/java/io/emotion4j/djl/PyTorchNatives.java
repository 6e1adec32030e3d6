package io.emotion4j.djl;

import ai.djl.util.Platform;
import ai.djl.util.Utils;
import io.emotion4j.internal.natives.NativeCache;
import io.emotion4j.internal.natives.NativeLibrary;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Unpacks PyTorch's libraries to where DJL looks for them. DJL does so, too, but takes a file that is there for one that is whole, and
 * leaves folders behind where it is killed.
 */
final class PyTorchNatives {

    private static final String ENGINE = "pytorch";

    private PyTorchNatives() {}

    /** Unpacks what is not there or not whole. */
    static void unpack() throws IOException {
        Platform platform = Platform.detectPlatform(ENGINE);
        List<NativeLibrary> libraries = new ArrayList<>();
        for (Map.Entry<String, String> file : files(platform).entrySet()) {
            URL url = NativeJars.loader().getResource(file.getValue());
            if (url == null) {
                // Not as DJL's jars are: it knows what to do, or says what it lacks.
                return;
            }
            libraries.add(NativeLibrary.at(file.getKey(), url));
        }
        String kind = platform.getVersion() + "-" + platform.getFlavor() + "-" + platform.getClassifier();
        Path folder = Utils.getEngineCacheDir(ENGINE).toAbsolutePath();
        NativeCache.fill(folder.resolve(kind), libraries);
    }

    /** Names as DJL gives them, and where they lie in its jars. */
    private static Map<String, String> files(Platform platform) {
        String flavor = platform.getFlavor();
        String machine = platform.getClassifier();
        String bridge = System.mapLibraryName("djl_torch");
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : platform.getLibraries()) {
            files.put(name, ENGINE + "/" + flavor + "/" + machine + "/" + name);
        }
        files.put(platform.getApiVersion() + "-" + bridge, "jnilib/" + machine + "/" + flavor + "/" + bridge);
        return files;
    }
}

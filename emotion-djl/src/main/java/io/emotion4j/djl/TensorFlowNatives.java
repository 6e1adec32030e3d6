package io.emotion4j.djl;

import io.emotion4j.internal.natives.NativeCache;
import io.emotion4j.internal.natives.NativeLibrary;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.ClassProperties;
import org.bytedeco.javacpp.Loader;
import org.tensorflow.internal.c_api.presets.tensorflow;

/**
 * Unpacks TensorFlow's libraries to where JavaCPP looks for them, and has them loaded before any class of TensorFlow asks for them: once
 * such a class has failed to initialize it fails for ever. JavaCPP unpacks, too, but into another folder where it cannot write into the
 * one that it was given.
 */
final class TensorFlowNatives {

    private TensorFlowNatives() {}

    /** Loads them; after a failure it may be tried again. */
    static void load() throws IOException {
        ClassProperties properties = Loader.loadProperties(tensorflow.class, Loader.loadProperties(), true);
        List<String> names = new ArrayList<>(properties.get("platform.preload"));
        names.addAll(properties.get("platform.link"));
        names.add(properties.getProperty("platform.library"));
        Map<String, URL[]> found = new LinkedHashMap<>();
        for (String name : names) {
            URL[] urls = Loader.findLibrary(tensorflow.class, properties, name);
            if (urls.length > 0) {
                found.put(name, urls);
            }
        }
        unpack(found.values());
        for (Map.Entry<String, URL[]> library : found.entrySet()) {
            Loader.loadLibrary(tensorflow.class, library.getValue(), library.getKey());
        }
    }

    private static void unpack(Iterable<URL[]> found) throws IOException {
        Path named = NativeCache.folder();
        if (named != null) {
            NativeCache.makeFolder(named);
        }
        // What it has used before, it goes on using.
        Path cache = Loader.getCacheDir().getCanonicalFile().toPath();
        Map<Path, List<NativeLibrary>> folders = new LinkedHashMap<>();
        for (URL[] urls : found) {
            URLConnection connection = urls[0].openConnection();
            if (connection instanceof JarURLConnection jar) {
                Path entry = Path.of(jar.getEntryName());
                Path file = cache.resolve(Path.of(jar.getJarFile().getName()).getFileName())
                        .resolve(entry);
                folders.computeIfAbsent(file.getParent(), folder -> new ArrayList<>())
                        .add(NativeLibrary.at(file.getFileName().toString(), urls[0]));
            }
        }
        for (Map.Entry<Path, List<NativeLibrary>> folder : folders.entrySet()) {
            NativeCache.fill(folder.getKey(), folder.getValue());
        }
    }
}

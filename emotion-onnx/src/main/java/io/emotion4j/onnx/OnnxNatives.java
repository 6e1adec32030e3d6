package io.emotion4j.onnx;

import ai.onnxruntime.OrtEnvironment;
import io.emotion4j.internal.natives.NativeCache;
import io.emotion4j.internal.natives.NativeLibrary;
import io.emotion4j.internal.natives.PassingFolder;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks ONNX Runtime's libraries and has them loaded. The binding does so, too, but leaves a folder behind at each start, 24 MB where it
 * is killed, and reports neither a full disk nor a damaged file as such.
 */
final class OnnxNatives {

    /** By which an application says where the libraries are; then nothing is unpacked here. */
    private static final String PATH = "onnxruntime.native.path";

    private static final List<String> NEEDED = List.of("onnxruntime", "onnxruntime4j_jni");
    /** Lies beside them on Windows. */
    private static final String SHARED = "onnxruntime_providers_shared";
    /** Builds for other devices unpack more, when it is asked for; that is left to the binding. */
    private static final List<String> DEVICES = List.of(
            "onnxruntime_providers_cuda",
            "onnxruntime_providers_rocm",
            "onnxruntime_providers_openvino",
            "webgpu_dawn");

    private final OnnxBinding binding;

    OnnxNatives(OnnxBinding binding) {
        this.binding = binding;
    }

    /** {@return the folder that is unpacked into} */
    static Path folder() {
        Path cache = NativeCache.folder();
        return cache == null ? PassingFolder.temporary() : cache;
    }

    /** Loads them; after a failure it may be tried again. */
    void load() throws ReflectiveOperationException, IOException {
        if (System.getProperty(PATH) != null || !DEVICES.stream().allMatch(name -> find(name) == null)) {
            binding.load();
        } else {
            loadUnpacked(libraries());
        }
        File empty = binding.temporaryFolder();
        if (empty != null && empty.exists() && !empty.delete()) {
            empty.deleteOnExit();
        }
    }

    private void loadUnpacked(List<NativeLibrary> libraries) throws ReflectiveOperationException, IOException {
        Path cache = NativeCache.folder();
        if (cache == null) {
            try (PassingFolder folder = PassingFolder.in(PassingFolder.temporary())) {
                folder.unpack(libraries);
                loadFrom(folder.path());
            }
            return;
        }
        Path cached = cache.resolve("onnxruntime-" + implementation() + "-" + binding.platform());
        NativeCache.fill(cached, libraries);
        try (PassingFolder folder = PassingFolder.in(cached)) {
            folder.link(cached, libraries);
            loadFrom(folder.path());
        } catch (IOException | UnsupportedOperationException e) {
            // A cache that cannot be written, or a file system without such links: this loader is then the only one
            // that can load it.
            loadFrom(cached);
        }
    }

    private static String implementation() {
        String version = OrtEnvironment.class.getPackage().getImplementationVersion();
        return version == null ? "unversioned" : version;
    }

    /** Another class loader's binding would read the property, too. */
    private void loadFrom(Path folder) throws ReflectiveOperationException, IOException {
        synchronized (Runtime.getRuntime()) {
            System.setProperty(PATH, folder.toString());
            try {
                binding.load();
            } finally {
                System.clearProperty(PATH);
            }
        }
    }

    private List<NativeLibrary> libraries() throws ReflectiveOperationException, IOException {
        List<NativeLibrary> libraries = new ArrayList<>();
        for (String name : NEEDED) {
            URL url = find(name);
            if (url == null) {
                throw new IOException("The jar of ONNX Runtime has no " + fileName(name) + " for " + binding.platform()
                        + "; use another machine, or name the folder of one by -D" + PATH + "=FOLDER");
            }
            libraries.add(NativeLibrary.at(fileName(name), url));
        }
        URL shared = find(SHARED);
        if (shared != null) {
            libraries.add(NativeLibrary.at(fileName(SHARED), shared));
        }
        return libraries;
    }

    private @Nullable URL find(String name) {
        try {
            return OrtEnvironment.class.getResource("native/" + binding.platform() + "/" + fileName(name));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private static String fileName(String library) {
        return System.mapLibraryName(library).replace("jnilib", "dylib");
    }
}

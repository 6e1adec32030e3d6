package io.emotion4j.model;

import io.emotion4j.ModelLoadException;
import io.emotion4j.internal.json.JsonException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model: its descriptor, and the place from which its files are read. Holds nothing open. Immutable, thread-safe.
 *
 * <p>Nothing is downloaded but from an address that the caller named, and nothing is kept on disk but in a folder that
 * the caller named.
 *
 * @since 0.1.0
 */
public final class Model {

    static final int MAX_DESCRIPTOR_BYTES = 1 << 20;
    static final int MAX_FILE_BYTES = Integer.MAX_VALUE - 16;

    private static final String DESCRIPTOR = "model.json";

    private final ModelDescriptor descriptor;
    private final String location;
    private final ModelSource source;
    private final @Nullable ModelCache cache;

    private Model(byte[] json, String location, ModelSource source, @Nullable ModelCache cache) {
        this(parse(json, location), location, source, cache);
    }

    private Model(ModelDescriptor descriptor, String location, ModelSource source, @Nullable ModelCache cache) {
        this.descriptor = descriptor;
        this.location = location;
        this.source = source;
        this.cache = cache;
    }

    static Model of(ModelSource source, String descriptorName) {
        String location = source.nameOf(descriptorName);
        return new Model(readDescriptor(source, descriptorName, location), location, source, null);
    }

    /** {@return this model, of whose files some lie at other addresses} */
    Model withFilesAt(Map<String, String> addresses) {
        return new Model(descriptor, location, new ScatteredSource(source, Map.copyOf(addresses)), cache);
    }

    /**
     * A model on disk.
     *
     * @param path a descriptor, a folder that holds a {@code model.json}, or a zip file of one; of a zip file nothing is unpacked to disk
     * @return the model
     * @throws ModelLoadException if the descriptor is missing or wrong, or a zip file is damaged or has entries that lead out of it
     */
    public static Model of(Path path) {
        Place place = place(path);
        return of(place.source(), place.descriptor());
    }

    /** Where the files lie, and what the descriptor is called there. */
    record Place(ModelSource source, String descriptor) {}

    static Place place(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve(DESCRIPTOR) : path;
        if (Files.isRegularFile(file) && ZipSource.isZip(file)) {
            return new Place(ZipSource.of(file), DESCRIPTOR);
        }
        Path name = file.getFileName();
        if (name == null || !Files.isRegularFile(file)) {
            throw new ModelLoadException("No model at " + path + ": expected a descriptor, or a folder with a "
                    + DESCRIPTOR + "; found " + (Files.isDirectory(path) ? "a folder without one" : "nothing there"));
        }
        Path folder = file.toAbsolutePath().getParent();
        return new Place(new FolderSource(Objects.requireNonNull(folder, "a file lies in a folder")), name.toString());
    }

    /**
     * A model in memory.
     *
     * @param files by their paths: {@code model.json}, and those that it names. The arrays are not copied and not to be changed
     * @return the model
     * @throws ModelLoadException if there is no descriptor, or it is wrong
     */
    public static Model of(Map<String, byte[]> files) {
        return of(new MemorySource(Map.copyOf(files)), DESCRIPTOR);
    }

    /**
     * A model at an address. Its files lie beside the descriptor and are fetched when they are first needed.
     *
     * @param descriptor address of a descriptor: {@code https}, {@code http}, {@code file} or {@code jar}
     * @param sha256 the descriptor's SHA-256 in hexadecimal digits, which pins those of the files too
     * @param cache folder that keeps what was fetched; null keeps nothing
     * @return the model
     * @throws ModelLoadException if the descriptor cannot be fetched, differs from its hash, or is wrong
     */
    public static Model of(URI descriptor, String sha256, @Nullable Path cache) {
        String location = descriptor.toString();
        int slash = location.lastIndexOf('/') + 1;
        UrlSource source = new UrlSource(location.substring(0, slash));
        ModelCache kept = cache == null ? null : new ModelCache(cache);
        String expected = sha256.toLowerCase(Locale.ROOT);
        try {
            byte[] json = kept == null ? null : kept.find(expected);
            if (json == null) {
                json = readDescriptor(source, location.substring(slash), location);
                String found = Checksum.sha256(json);
                if (!found.equals(expected)) {
                    throw new ModelLoadException("Descriptor " + location
                            + " is not the one that was named: expected SHA-256 " + expected + ", found " + found);
                }
                if (kept != null) {
                    kept.keep(expected, json);
                }
            }
            return new Model(json, location, source, kept);
        } catch (IOException e) {
            throw unusable(cache, e);
        }
    }

    /**
     * The models on the class path or module path: those that a {@code META-INF/emotion4j/models.index} lists. Their weights may lie in other jars, one
     * a format, at the same path: see {@link #has}.
     *
     * @return the models, in the order of the index; the first of a task is that task's default
     * @throws ModelLoadException if a descriptor that the index lists is missing or wrong
     */
    public static List<Model> shipped() {
        return shippedFor(null);
    }

    private static List<Model> shippedFor(@Nullable ModelTask task) {
        ClassLoader own = Model.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? ShippedModels.find(task, own) : ShippedModels.find(task, context, own);
    }

    /**
     * The default model for a task: the first that is {@linkplain #shipped() shipped}.
     *
     * @param task what it is for
     * @return the model
     * @throws ModelLoadException if there is none, or a descriptor that an index lists before it is missing or wrong
     */
    public static Model shipped(ModelTask task) {
        List<Model> first = shippedFor(task);
        if (first.isEmpty()) {
            throw new ModelLoadException("No model for " + task.key() + " is shipped with this program: add "
                    + "io.emotion4j:emotion-models (a module that uses it says `requires io.emotion4j.models`), or name "
                    + "a model of yours, such as Model.of(Path.of(\"model.json\"))");
        }
        return first.get(0);
    }

    /**
     * One of the models on the class path or module path, such as {@code fer-resnet-int8}.
     *
     * @param id its descriptor's id
     * @return the model
     * @throws ModelLoadException if there is none of that id, or a descriptor that an index lists is missing or wrong
     */
    public static Model shipped(String id) {
        return ModelName.shipped(id)
                .orElseThrow(() -> new ModelLoadException(
                        "No model '" + id + "' is shipped with this program; it has " + ModelName.ids()));
    }

    /**
     * The model that a user names: what lies on disk comes first, then an address, then the id of a shipped model.
     *
     * @param name a descriptor, a folder with a {@code model.json} or a zip file of one; or an address such as {@code
     *     https://example.org/model.json#sha256=...}, whose hash may be left out where it begins with {@code file:} or {@code jar:}; or
     *     an id such as {@code fer-resnet-int8}
     * @return the model
     * @throws ModelLoadException if there is none, its descriptor cannot be read or is wrong, or the hash of an address is missing or
     *     differs
     */
    public static Model named(String name) {
        return ModelName.find(name);
    }

    /** {@return what the model says about itself} */
    public ModelDescriptor descriptor() {
        return descriptor;
    }

    /** {@return where the descriptor was found, for messages} */
    public String location() {
        return location;
    }

    /**
     * Whether a file is there, as far as that is known without looking.
     *
     * @param file one of the descriptor's files
     * @return false for weights of a {@linkplain #shipped shipped} model in a format whose jar is not on the class path or module path
     */
    public boolean has(ModelFile file) {
        return source.has(file.path());
    }

    /**
     * Reads a file of the model and checks its size and hash.
     *
     * @param file one of the descriptor's files
     * @return its bytes
     * @throws ModelLoadException if it is missing, or differs in size or SHA-256
     */
    public byte[] read(ModelFile file) {
        if (cache == null) {
            return fetch(file);
        }
        try {
            byte[] bytes = cache.find(file.sha256());
            if (bytes == null) {
                bytes = fetch(file);
                cache.keep(file.sha256(), bytes);
            }
            return bytes;
        } catch (IOException e) {
            throw unusable(cache.folder(), e);
        }
    }

    private byte[] fetch(ModelFile file) {
        String name = source.nameOf(file.path());
        try {
            byte[] bytes = source.read(file.path(), (int) file.bytes() + 1);
            Checksum.check(name, file, bytes);
            return bytes;
        } catch (IOException e) {
            throw new ModelLoadException(
                    "Model '" + descriptor.id() + "' needs file " + name + ", which cannot be read: " + e, e);
        }
    }

    /** {@return the model's id, version and place} */
    @Override
    public String toString() {
        return descriptor.id() + " " + descriptor.version() + " (" + location + ")";
    }

    private static byte[] readDescriptor(ModelSource source, String name, String location) {
        byte[] json;
        try {
            json = source.read(name, MAX_DESCRIPTOR_BYTES + 1);
        } catch (IOException e) {
            throw new ModelLoadException("Descriptor " + location + " cannot be read: " + e, e);
        }
        if (json.length > MAX_DESCRIPTOR_BYTES) {
            throw new ModelLoadException("Descriptor " + location + " is larger than " + MAX_DESCRIPTOR_BYTES
                    + " bytes; name a model.json, not the weights");
        }
        return json;
    }

    private static ModelDescriptor parse(byte[] json, String location) {
        try {
            return DescriptorReader.read(DescriptorText.object(json));
        } catch (JsonException e) {
            throw new ModelLoadException("Descriptor " + location + " is wrong: " + e.getMessage(), e);
        }
    }

    private static ModelLoadException unusable(@Nullable Path cache, IOException e) {
        return new ModelLoadException("The model cache " + cache + " cannot be used: " + e, e);
    }
}

package io.emotion4j.model;

import io.emotion4j.ModelLoadException;
import io.emotion4j.internal.fetch.Fetch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of models that were fetched: each a folder or a zip file named by its id. Several threads and processes may add to one at a time.
 * Nothing is fetched but from an address that the caller named, and nothing is kept whose SHA-256 is not the one that was named.
 * Immutable, thread-safe.
 *
 * @since 0.1.0
 */
public final class ModelStore {

    /** The system property that names the folder of {@link #ofUser}. */
    public static final String PROPERTY = "emotion4j.models";

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final Path folder;

    private ModelStore(Path folder) {
        this.folder = folder;
    }

    /** Is told how far the fetching of a file is. */
    public interface Progress {

        /**
         * Called now and then.
         *
         * @param address of the file
         * @param done bytes that are there
         * @param total bytes of the whole; -1 where that is not known
         */
        void at(URI address, long done, long total);
    }

    /**
     * The models in a folder.
     *
     * @param folder need not be there
     * @return the store
     */
    public static ModelStore at(Path folder) {
        return new ModelStore(folder);
    }

    /** {@return the user's models, which {@link Model#named} finds by id: in {@code .emotion4j/models} of the home folder, or where system property {@value #PROPERTY} says} */
    public static ModelStore ofUser() {
        String named = System.getProperty(PROPERTY);
        return at(
                named == null ? Path.of(System.getProperty("user.home", "."), ".emotion4j", "models") : Path.of(named));
    }

    /** {@return the folder} */
    public Path folder() {
        return folder;
    }

    /**
     * Looks for a model.
     *
     * @param id of it
     * @return the model, where it is there
     * @throws ModelLoadException if it is there and its descriptor is wrong
     */
    public Optional<Model> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Path plain = folder.resolve(id);
        Path zip = folder.resolve(id + ".zip");
        if (Files.isRegularFile(plain.resolve("model.json"))) {
            return Optional.of(Model.of(plain));
        }
        return Files.isRegularFile(zip) ? Optional.of(Model.of(zip)) : Optional.empty();
    }

    /**
     * Fetches a model, unless it is there.
     *
     * @param address of a zip file of a model, or of a descriptor beside which its files lie: {@code https}, {@code http} or {@code file}
     * @param sha256 that of the zip file or the descriptor
     * @param offline whether nothing may be fetched
     * @param progress is told how far it is
     * @return the model, whose files all have their sizes and hashes
     * @throws ModelLoadException if what was fetched is no model
     * @throws IllegalArgumentException if the hash is none
     * @throws IOException if it cannot be fetched or kept; what came before a connection was cut stays for the next call
     */
    public Model add(URI address, String sha256, boolean offline, Progress progress) throws IOException {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "A SHA-256 has 64 hexadecimal digits, found \"" + sha256 + "\"; whoever offers the file tells it");
        }
        Path fetched = fetch(address, sha256.toLowerCase(Locale.ROOT), Model.MAX_FILE_BYTES, offline, progress);
        if (ZipSource.isZip(fetched)) {
            Model model = Model.of(fetched);
            described(model.descriptor()).forEach(model::read);
            Path place = folder.resolve(model.descriptor().id() + ".zip");
            if (Files.exists(place) && Files.mismatch(place, fetched) >= 0) {
                throw taken(place);
            }
            Path copy = Files.createTempFile(folder, "model", ".part");
            Files.copy(fetched, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE);
            return Model.of(place);
        }
        return add(Model.of(fetched), fetched, address, offline, progress);
    }

    /**
     * The public networks that the library knows by hash, and describes, though it does not bring their weights.
     *
     * @return their descriptors: files with hash and size, licence, and the figure that they have on public data
     */
    public static List<ModelDescriptor> known() {
        return KnownModels.ids().stream()
                .flatMap(id -> KnownModels.descriptor(id).stream())
                .map(KnownModels::parse)
                .toList();
    }

    /**
     * Adds one of the {@linkplain #known() known} networks, unless it is there.
     *
     * @param id of it
     * @param weights address of its weight file: {@code https}, {@code http} or {@code file}; further files of it lie beside
     * @param offline whether nothing may be fetched
     * @param progress is told how far it is
     * @return the model
     * @throws IllegalArgumentException if no such network is known
     * @throws IOException if the weights cannot be fetched or kept, or are other ones
     */
    public Model addKnown(String id, URI weights, boolean offline, Progress progress) throws IOException {
        byte[] descriptor = KnownModels.descriptor(id)
                .orElseThrow(() -> new IllegalArgumentException("No network '" + id + "' is known; there are "
                        + KnownModels.ids() + ", and any other by address and SHA-256"));
        Path place = folder.resolve(id);
        if (Files.exists(place)) {
            return Model.of(place);
        }
        ModelFile file =
                KnownModels.parse(descriptor).files().values().iterator().next();
        Map<String, Path> fetched = new LinkedHashMap<>();
        for (ModelFile part : file.all()) {
            URI address = part.equals(file) ? weights : weights.resolve(part.path());
            fetched.put(part.path(), fetch(address, part.sha256(), part.bytes(), offline, progress));
        }
        Path whole = Files.createTempDirectory(folder, "model");
        try {
            for (Map.Entry<String, Path> part : fetched.entrySet()) {
                Files.copy(part.getValue(), whole.resolve(part.getKey()));
            }
            Files.write(whole.resolve("model.json"), descriptor);
            moveInto(whole, place);
        } finally {
            delete(whole);
        }
        return Model.of(place);
    }

    private Model add(Model model, Path descriptor, URI address, boolean offline, Progress progress)
            throws IOException {
        Path place = folder.resolve(model.descriptor().id());
        if (Files.exists(place)) {
            if (Files.mismatch(place.resolve("model.json"), descriptor) >= 0) {
                throw taken(place);
            }
            return Model.of(place);
        }
        Path whole = Files.createTempDirectory(folder, "model");
        try {
            for (ModelFile file : described(model.descriptor())) {
                Path fetched = fetch(address.resolve(file.path()), file.sha256(), file.bytes(), offline, progress);
                Path copy = whole.resolve(file.path());
                Files.createDirectories(Objects.requireNonNull(copy.getParent(), "it lies in a folder"));
                Files.copy(fetched, copy);
            }
            Files.copy(descriptor, whole.resolve("model.json"));
            moveInto(whole, place);
        } finally {
            delete(whole);
        }
        return Model.of(place);
    }

    /** Another thread or process may have been faster: then the same lies there. */
    private static void moveInto(Path whole, Path place) throws IOException {
        try {
            Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isRegularFile(place.resolve("model.json"))) {
                throw e;
            }
        }
    }

    private Path fetch(URI address, String sha256, long mostBytes, boolean offline, Progress progress)
            throws IOException {
        return new Fetch(address, sha256, mostBytes, (done, total) -> progress.at(address, done, total))
                .into(folder.resolve("fetched"), offline);
    }

    private static List<ModelFile> described(ModelDescriptor model) {
        List<ModelFile> files = new ArrayList<>();
        model.files().values().forEach(file -> files.addAll(file.all()));
        GoldenSpec golden = model.golden();
        if (golden != null) {
            files.add(golden.file());
        }
        Stream.of(Optional.ofNullable(model.card()), Optional.ofNullable(model.evaluation()))
                .flatMap(Optional::stream)
                .forEach(files::add);
        return files.stream().distinct().toList();
    }

    private static IOException taken(Path place) {
        return new IOException(place + " is there already, and is another model of the same id; remove it first");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

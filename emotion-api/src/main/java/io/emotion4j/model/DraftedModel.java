package io.emotion4j.model;

import io.emotion4j.internal.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ModelDraft} found. Immutable, thread-safe.
 *
 * @since 0.1.0
 */
public final class DraftedModel {

    private final List<DraftNote> guesses;
    private final List<DraftNote> missing;
    private final @Nullable ModelDescriptor descriptor;
    private final List<Path> files;

    DraftedModel(
            List<DraftNote> guesses, List<DraftNote> missing, @Nullable ModelDescriptor descriptor, List<Path> files) {
        this.guesses = List.copyOf(guesses);
        this.missing = List.copyOf(missing);
        this.descriptor = descriptor;
        this.files = List.copyOf(files);
    }

    /** {@return what was decided without being told, each with its reason} */
    public List<DraftNote> guesses() {
        return guesses;
    }

    /** {@return what has to be told before there is a descriptor; empty where there is one} */
    public List<DraftNote> missing() {
        return missing;
    }

    /**
     * The descriptor.
     *
     * @return it
     * @throws IllegalStateException if something is {@linkplain #missing() missing}
     */
    public ModelDescriptor descriptor() {
        if (descriptor == null) {
            throw new IllegalStateException("The model cannot be described yet; still missing: "
                    + missing.stream().map(DraftNote::toString).collect(Collectors.joining("; ")));
        }
        return descriptor;
    }

    /**
     * Makes a model folder: copies of the files, unless they lie there, and {@code model.json} last of all.
     *
     * @param folder is made where there is none
     * @return the model
     * @throws IllegalStateException if something is missing
     * @throws IOException if a {@code model.json} or another file of a weight file's name is there already, or something cannot be written
     */
    public Model write(Path folder) throws IOException {
        String json = descriptor().toJson();
        Path target = folder.resolve("model.json");
        if (Files.exists(target)) {
            throw new IOException(target + " is there already; remove it first, or name another folder");
        }
        List<Path> copied = new ArrayList<>();
        for (Path file : files) {
            Path copy = folder.resolve(String.valueOf(file.getFileName()));
            boolean there = Files.exists(copy);
            if (there && !Files.isSameFile(copy, file) && Files.mismatch(copy, file) >= 0) {
                throw new IOException(copy + " is there already, and is another file than " + file
                        + "; remove it first, or name another folder");
            }
            if (!there) {
                copied.add(file);
            }
        }
        for (Path file : copied) {
            WholeFile.write(folder.resolve(String.valueOf(file.getFileName())), out -> Files.copy(file, out));
        }
        WholeFile.write(target, out -> out.write(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return Model.of(target);
    }
}

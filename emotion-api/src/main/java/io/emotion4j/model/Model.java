package io.emotion4j.model;

import io.emotion4j.ModelLoadException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model: its descriptor, and the place from which its files are read. Holds nothing open. Immutable, thread-safe.
 *
 * <p>Nothing is downloaded but from an address that the caller named, and nothing is kept on disk but in a folder that
 * the caller named.
 */
public final class Model {

    private final ModelDescriptor descriptor;
    private final ModelSource source;

    private Model(ModelDescriptor descriptor, ModelSource source) {
        this.descriptor = descriptor;
        this.source = source;
    }

    /**
     * A model on disk.
     *
     * @param path a descriptor, or a folder that holds a {@code model.json}
     * @return the model
     * @throws ModelLoadException if the descriptor is missing or wrong
     */
    public static Model of(Path path) {
        throw new UnsupportedOperationException();
    }

    /**
     * A model at an address. Its files lie beside the descriptor and are fetched when they are first needed.
     *
     * @param descriptor address of a descriptor: {@code https}, {@code http}, {@code file} or {@code jar}
     * @param sha256 the descriptor's SHA-256, which pins those of the files too
     * @param cache folder that keeps what was fetched; null keeps nothing
     * @return the model
     * @throws ModelLoadException if the descriptor cannot be fetched, differs from its hash, or is wrong
     */
    public static Model of(URI descriptor, String sha256, @Nullable Path cache) {
        throw new UnsupportedOperationException();
    }

    /**
     * The models on the class path: those that a {@code META-INF/emotion4j/models.index} lists.
     *
     * @return the models, in the order of the index; the first of a task is that task's default
     * @throws ModelLoadException if a descriptor that the index lists is missing or wrong
     */
    public static List<Model> shipped() {
        throw new UnsupportedOperationException();
    }

    /** {@return what the model says about itself} */
    public ModelDescriptor descriptor() {
        return descriptor;
    }

    /** {@return where the descriptor was found, for messages} */
    public String location() {
        return source.toString();
    }

    /**
     * Reads a file of the model and checks its size and hash.
     *
     * @param file one of the descriptor's files
     * @return its bytes
     * @throws ModelLoadException if it is missing, or differs in size or SHA-256
     */
    public byte[] read(ModelFile file) {
        throw new UnsupportedOperationException();
    }
}

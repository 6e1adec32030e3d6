package io.emotion4j.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file of a model. Whoever reads it checks size and hash.
 *
 * @param path relative to the descriptor, with forward slashes, never upwards
 * @param sha256 64 lower-case hexadecimal digits
 * @param bytes size, 1 to 2147483631
 * @param data further files that belong to it: ONNX's external data, where weights do not lie in the file itself
 * @param stages the further networks of a detector of several, in order, each a file of its own
 * @since 0.1.0
 */
public record ModelFile(String path, String sha256, long bytes, List<ModelFile> data, List<ModelFile> stages) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is not as said above
     */
    public ModelFile {
        data = List.copyOf(data);
        stages = List.copyOf(stages);
        if (path.isEmpty()
                || path.matches("/.*|.*[\\\\:].*")
                || Arrays.asList(path.split("/", -1)).contains("..")) {
            throw new SpecException(
                    "path", "must lie at or below the descriptor, with forward slashes, found \"" + path + "\"");
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw new SpecException("sha256", "must be 64 lower-case hexadecimal digits, found \"" + sha256 + "\"");
        }
        if (bytes < 1 || bytes > Model.MAX_FILE_BYTES) {
            throw new SpecException("bytes", "must lie within 1 to " + Model.MAX_FILE_BYTES + ", found " + bytes);
        }
    }

    /**
     * A file that is whole by itself.
     *
     * @param path relative to the descriptor, with forward slashes, never upwards
     * @param sha256 64 lower-case hexadecimal digits
     * @param bytes size
     */
    public ModelFile(String path, String sha256, long bytes) {
        this(path, sha256, bytes, List.of(), List.of());
    }

    /**
     * A file whose weights lie, all or in part, beside it.
     *
     * @param path relative to the descriptor, with forward slashes, never upwards
     * @param sha256 64 lower-case hexadecimal digits
     * @param bytes size
     * @param data the files beside it
     */
    public ModelFile(String path, String sha256, long bytes, List<ModelFile> data) {
        this(path, sha256, bytes, data, List.of());
    }

    /**
     * Describes a file by its content.
     *
     * @param path relative to the descriptor, with forward slashes, never upwards
     * @param content all its bytes, at least one
     * @return the file, whole by itself
     */
    public static ModelFile of(String path, byte[] content) {
        return new ModelFile(path, Checksum.sha256(content), content.length);
    }

    /** {@return this file, its data, and its stages with theirs: all that has to lie on disk} */
    public List<ModelFile> all() {
        List<ModelFile> all = new ArrayList<>(List.of(this));
        for (ModelFile file : data) {
            all.addAll(file.all());
        }
        for (ModelFile file : stages) {
            all.addAll(file.all());
        }
        return all;
    }
}

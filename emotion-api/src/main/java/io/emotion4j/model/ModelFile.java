package io.emotion4j.model;

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
 * @since 0.1.0
 */
public record ModelFile(String path, String sha256, long bytes, List<ModelFile> data) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is not as said above
     */
    public ModelFile {
        data = List.copyOf(data);
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
        this(path, sha256, bytes, List.of());
    }
}

package io.emotion4j.model;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A file of a model. Whoever reads it checks size and hash.
 *
 * @param path relative to the descriptor, with forward slashes, never upwards
 * @param sha256 64 lower-case hexadecimal digits
 * @param bytes size, 1 to 2147483631
 * @since 0.1.0
 */
public record ModelFile(String path, String sha256, long bytes) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is not as said above
     */
    public ModelFile {
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
}

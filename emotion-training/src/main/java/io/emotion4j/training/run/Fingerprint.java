package io.emotion4j.training.run;

import io.emotion4j.evaluation.data.AnnotatedPicture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a run's data was, to tell later whether it is still the same.
 *
 * @param option that named it, with what else belongs to it
 * @param path as it was given
 * @param files how many
 * @param bytes of all files
 * @param sha256 of the file; of several files: of the name, a line feed and the content of each in turn
 * @since 0.1.0
 */
public record Fingerprint(String option, String path, int files, long bytes, String sha256) {

    /**
     * Of a file, or of all files at or below a folder.
     *
     * @param option that named it
     * @param path file or folder
     * @return what it is
     * @throws IOException if it cannot be read
     */
    public static Fingerprint of(String option, Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return of(option, path, path, List.of(path));
        }
        try (Stream<Path> all = Files.walk(path)) {
            return of(
                    option,
                    path,
                    path,
                    all.filter(Files::isRegularFile).sorted().toList());
        }
    }

    /**
     * Of an index and every picture that it names.
     *
     * @param option that named it
     * @param index JSON lines, or a folder of pictures
     * @param pictures what it names
     * @return what they are
     * @throws IOException if one cannot be read
     */
    public static Fingerprint of(String option, Path index, List<AnnotatedPicture> pictures) throws IOException {
        boolean folder = Files.isDirectory(index);
        Path whole = index.toAbsolutePath();
        List<Path> files = new ArrayList<>();
        if (!folder) {
            files.add(whole);
        }
        pictures.stream().map(p -> p.file().toAbsolutePath()).sorted().forEach(files::add);
        return of(option, index, folder ? whole : Objects.requireNonNull(whole.getParent(), "a file's folder"), files);
    }

    /** Of files that belong together, {@code path} naming them; their names count from {@code root} on. */
    private static Fingerprint of(String option, Path path, Path root, List<Path> files) throws IOException {
        MessageDigest digest = digest();
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        for (Path file : files) {
            if (files.size() > 1) {
                String name = root.relativize(file).toString().replace('\\', '/');
                digest.update((name + '\n').getBytes(StandardCharsets.UTF_8));
            }
            try (InputStream in = Files.newInputStream(file)) {
                for (int count; (count = in.read(buffer)) > 0; bytes += count) {
                    digest.update(buffer, 0, count);
                }
            }
        }
        return new Fingerprint(
                option, path.toString(), files.size(), bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Compares it with what was there before.
     *
     * @param other of another start
     * @return whether it is the same data, wherever it lies
     */
    public boolean sameAs(Fingerprint other) {
        return option.equals(other.option) && sha256.equals(other.sha256);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}

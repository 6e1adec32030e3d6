package io.emotion4j.model;

import io.emotion4j.ModelLoadException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Files in a zip file, which are read where they are: nothing is unpacked to disk. Not more of a file is inflated than its descriptor says
 * that it has.
 *
 * @param zip the file
 * @param folder that of the descriptor in it, with a slash at its end; empty for the outermost
 */
record ZipSource(Path zip, String folder) implements ModelSource {

    /** A model has a few files. */
    static final int MOST_ENTRIES = 1000;

    private static final String DESCRIPTOR = "model.json";

    /** Whether a file begins as zip files do. */
    static boolean isZip(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        } catch (IOException e) {
            // Whoever reads it says why that cannot be done.
            return false;
        }
    }

    /**
     * Finds the descriptor: the {@code model.json} at the top, or that of the one folder there that has one.
     *
     * @throws ModelLoadException if it is no whole zip file, has more entries than a model needs, names that lead out of it, or not one
     *     descriptor
     */
    static ZipSource of(Path file) {
        List<String> descriptors = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw wrong(file, "it has " + zip.size() + " entries, expected at most " + MOST_ENTRIES);
            }
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                if (name.matches("(/|[A-Za-z]:).*|.*\\\\.*|(.*/)?[.][.](/.*)?")) {
                    throw wrong(
                            file, "its entry '" + name + "' leads out of it; make the zip again, of the folder alone");
                }
                if (name.matches("([^/]+/)?" + DESCRIPTOR)) {
                    descriptors.add(name);
                }
            }
        } catch (ZipException e) {
            throw wrong(file, e.getMessage() + "; it is cut off or damaged: copy it again");
        } catch (IOException e) {
            throw new ModelLoadException("The zip file " + file + " cannot be read: " + e, e);
        }
        if (descriptors.contains(DESCRIPTOR)) {
            return new ZipSource(file, "");
        }
        if (descriptors.size() != 1) {
            throw wrong(
                    file,
                    descriptors.isEmpty()
                            ? "it holds no " + DESCRIPTOR
                                    + ", neither at its top nor in a folder there. If these are weights"
                                    + " (TorchScript files are zip files, too), name what describes them; `emotion4j models init`"
                                    + " writes one"
                            : "it holds several: " + descriptors + "; expected one model");
        }
        String only = descriptors.get(0);
        return new ZipSource(file, only.substring(0, only.length() - DESCRIPTOR.length()));
    }

    private static ModelLoadException wrong(Path file, String reason) {
        return new ModelLoadException("No model in the zip file " + file + ": " + reason);
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            ZipEntry entry = file.getEntry(folder + path);
            if (entry == null || entry.isDirectory()) {
                throw new NoSuchFileException(nameOf(path));
            }
            try (InputStream in = file.getInputStream(entry)) {
                return in.readNBytes(limit);
            }
        }
    }

    @Override
    public String nameOf(String path) {
        return zip + "!/" + folder + path;
    }

    @Override
    public List<String> names() throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder))
                    .map(entry -> entry.getName().substring(folder.length()))
                    .toList();
        }
    }
}

package io.emotion4j.model;

import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import io.emotion4j.internal.onnx.NetworkCheck;
import io.emotion4j.internal.onnx.OnnxFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the files that a descriptor names: whether each is there, is the one that was described, and is of its format.
 *
 * @param source where they lie
 * @param problems takes what is wrong
 */
record FileProblems(ModelSource source, List<String> problems) {

    private static final String NO_HASH = "0".repeat(64);

    private static final String DIFFERS = "; copy the file again, or write that if it is the right one";

    /**
     * Looks at a file that is no weights, such as the card.
     *
     * @param key the descriptor's
     * @param entry what it says
     */
    void named(String key, JsonObject entry) throws IOException {
        Described file = described(entry);
        if (file != null) {
            read(key, file);
        }
    }

    /**
     * Looks at a file of weights, and those beside it in which it keeps some.
     *
     * @param format of it
     * @param key the descriptor's
     * @param entry what it says
     * @return the file's content, with what lies beside it where it is a network in ONNX; null where it is none of its format
     */
    byte @Nullable [] weights(String format, String key, JsonObject entry) throws IOException {
        Described file = described(entry);
        byte[] bytes = file == null ? null : read(key, file);
        if (file == null || bytes == null) {
            return null;
        }
        String name = source.nameOf(file.path());
        String other = WeightsContent.problem(format, bytes);
        if (other != null) {
            problems.add(name + ": " + other);
        }
        Map<String, byte[]> data = new HashMap<>();
        boolean whole = data(key, entry, data);
        if (!format.equals("onnx") || other != null) {
            return other == null ? bytes : null;
        }
        OnnxFile network = OnnxFile.of(bytes);
        byte[] all = beside(key, file, network, data) && whole ? merged(name, file, network, data) : bytes;
        if (all != null) {
            NetworkCheck.weights(all == bytes ? network : OnnxFile.of(all))
                    .forEach(problem -> problems.add(name + ": " + problem));
        }
        return all;
    }

    /** {@return whether every file that is listed could be read} */
    private boolean data(String key, JsonObject entry, Map<String, byte[]> read) throws IOException {
        boolean whole = true;
        try {
            int number = 0;
            for (JsonObject beside : entry.objects("data")) {
                Described file = described(beside);
                byte[] bytes = file == null ? null : read(key + ".data[" + number + "]", file);
                number++;
                whole &= bytes != null;
                if (file != null) {
                    read.put(file.path(), bytes == null ? new byte[0] : bytes);
                }
            }
        } catch (JsonException e) {
            // Told already.
            return false;
        }
        return whole;
    }

    /** {@return whether the network finds its weights in the files that are listed} */
    private boolean beside(String key, Described file, OnnxFile network, Map<String, byte[]> data) throws IOException {
        Set<String> needed = new LinkedHashSet<>();
        network.dataFiles().forEach(name -> needed.add(path(file, name)));
        for (String path : data.keySet()) {
            if (!needed.contains(path)) {
                problems.add(source.nameOf(file.path()) + ": no weights of it lie in " + path + ", which \"" + key
                        + ".data\" lists; " + (needed.isEmpty() ? "take it out" : "they lie in " + needed));
            }
        }
        boolean whole = true;
        for (String path : needed) {
            if (!data.containsKey(path)) {
                whole = false;
                problems.add(source.nameOf(file.path()) + ": weights of it lie in " + path + ", which \"" + key
                        + ".data\" does not list; " + toAdd(path));
            }
        }
        return whole && !needed.isEmpty() && data.keySet().containsAll(needed);
    }

    private String toAdd(String path) throws IOException {
        try {
            byte[] bytes = source.read(path, Model.MAX_FILE_BYTES);
            return "add {\"path\": \"" + path + "\", \"sha256\": \"" + Checksum.sha256(bytes) + "\", \"bytes\": "
                    + bytes.length + "}";
        } catch (NoSuchFileException e) {
            return "there is no such file: copy it from where the network was exported, and add it with its hash";
        }
    }

    private byte @Nullable [] merged(String name, Described file, OnnxFile network, Map<String, byte[]> data) {
        try {
            return network.withData(location -> data.getOrDefault(path(file, location), new byte[0]));
        } catch (IllegalArgumentException e) {
            problems.add(name + ": " + e.getMessage() + "; the files are not of one export: copy both again");
            return null;
        }
    }

    private static String path(Described file, String location) {
        return file.path().substring(0, file.path().lastIndexOf('/') + 1) + location.replaceFirst("^[.]/", "");
    }

    /**
     * What can be read of an entry that names its file at least: the rest is told already.
     *
     * @param path of the file
     * @param sha256 null where it is none
     * @param bytes -1 where they are none
     */
    private record Described(String path, @Nullable String sha256, long bytes) {}

    private static @Nullable Described described(JsonObject entry) {
        String path = part(() -> new ModelFile(entry.string("path"), NO_HASH, 1).path());
        if (path == null) {
            return null;
        }
        String sha256 = part(() -> new ModelFile(path, entry.string("sha256"), 1).sha256());
        Long bytes = part(() -> new ModelFile(path, NO_HASH, entry.whole("bytes")).bytes());
        return new Described(path, sha256, bytes == null ? -1 : bytes);
    }

    private static <T> @Nullable T part(PartCheck.Value<T> value) {
        try {
            return value.read();
        } catch (JsonException | SpecException e) {
            return null;
        }
    }

    private byte @Nullable [] read(String key, Described file) throws IOException {
        String name = source.nameOf(file.path());
        byte[] bytes;
        try {
            bytes = source.read(file.path(), Model.MAX_FILE_BYTES);
        } catch (NoSuchFileException e) {
            problems.add(name + ": no such file, named by \"" + key + ".path\"; beside the descriptor lie "
                    + source.names().stream().sorted().limit(20).toList());
            return null;
        }
        String found = Checksum.sha256(bytes);
        if (file.bytes >= 0 && bytes.length != file.bytes) {
            problems.add(name + ": \"" + key + ".bytes\" is " + file.bytes() + ", but the file has " + bytes.length
                    + DIFFERS);
        }
        if (file.sha256 != null && !found.equals(file.sha256)) {
            problems.add(
                    name + ": \"" + key + ".sha256\" is " + file.sha256() + ", but the file's is " + found + DIFFERS);
        }
        return bytes;
    }
}

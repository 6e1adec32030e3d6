package io.emotion4j.model;

import io.emotion4j.ModelLoadException;
import io.emotion4j.internal.files.FileKind;
import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import io.emotion4j.internal.mtcnn.MtcnnModel;
import io.emotion4j.internal.onnx.NetworkCheck;
import io.emotion4j.internal.onnx.OnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is wrong with a model on disk, told at once: its descriptor, its files, and where the two say different things. No
 * engine is needed. What only shows when a network runs is not looked for.
 *
 * @since 0.1.0
 */
public final class ModelProblems {

    private static final List<String> FORMATS = List.of("onnx", "torchscript", "savedmodel", "opencv-cascade");

    private static final String DIFFERS = "; copy the file again, or write that if it is the right one";

    private final Model.Place place;
    private final ModelSource source;
    private final String descriptor;
    private final List<String> problems = new ArrayList<>();

    private ModelProblems(Model.Place place) {
        this.place = place;
        this.source = place.source();
        this.descriptor = source.nameOf(place.descriptor());
    }

    /**
     * Looks at a model.
     *
     * @param path a descriptor, a folder that holds a {@code model.json}, or a zip file of one
     * @return a problem each, with the file, what was found and expected, and what to do; empty where there is none
     * @throws IOException if a file is there but cannot be read
     */
    public static List<String> of(Path path) throws IOException {
        Path file = (Files.isDirectory(path) ? path.resolve("model.json") : path).toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            return List.of(file + ": no such file; expected a descriptor, or a folder with a model.json");
        }
        try {
            ModelProblems check = new ModelProblems(Model.place(file));
            check.run();
            return check.problems;
        } catch (ModelLoadException e) {
            return List.of(file + ": " + e.getMessage());
        }
    }

    private void run() throws IOException {
        JsonObject[] json = new JsonObject[1];
        byte[] bytes = source.read(place.descriptor(), Model.MAX_DESCRIPTOR_BYTES);
        for (String problem : DescriptorCheck.of(bytes, found -> json[0] = found)) {
            problems.add(descriptor + ": " + problem);
        }
        if (json[0] == null) {
            return;
        }
        boolean readable = problems.isEmpty();
        List<@Nullable OnnxFile> networks = new ArrayList<>();
        try {
            JsonObject files = json[0].object("files");
            for (String format : files.keys()) {
                if (!FORMATS.contains(format)) {
                    problems.add(descriptor + ": Key \"files." + format
                            + "\" is a format that no engine of this library" + " reads; they read " + FORMATS);
                }
                JsonObject first = files.object(format);
                add(networks, format, file(format, format, first));
                int number = 0;
                for (JsonObject stage : first.objects("stages")) {
                    add(networks, format, file(format, format + ".stages[" + number++ + "]", stage));
                }
            }
            for (String key : List.of("golden", "card", "evaluation")) {
                if (json[0].keys().contains(key)) {
                    file(key, "", json[0].object(key));
                }
            }
        } catch (JsonException e) {
            // Told already.
            readable = false;
        }
        if (readable) {
            together(Model.of(source, place.descriptor()).descriptor(), networks);
        }
    }

    private static void add(List<@Nullable OnnxFile> networks, String format, @Nullable OnnxFile network) {
        if (format.equals("onnx")) {
            networks.add(network);
        }
    }

    /** What does not fit together in a descriptor that can be read, and the networks in ONNX, null where one cannot be. */
    private void together(ModelDescriptor model, List<@Nullable OnnxFile> networks) {
        if (!model.architecture().equals(MtcnnModel.ARCHITECTURE)) {
            model.files().forEach((format, file) -> {
                if (!file.stages().isEmpty()) {
                    problems.add(descriptor + ": Key \"files." + format + ".stages\" lists further networks, but"
                            + " architecture \"" + model.architecture() + "\" is of one; leave it out");
                }
            });
            compare("", model, networks.isEmpty() ? null : networks.get(0));
            return;
        }
        List<String> wrong = MtcnnModel.problems(model);
        wrong.forEach(problem -> problems.add(descriptor + ": " + problem));
        if (wrong.isEmpty() && !networks.isEmpty()) {
            int number = 0;
            for (ModelDescriptor described : MtcnnModel.networks(model, "onnx")) {
                compare(described.id() + ": ", described, networks.get(number++));
            }
        }
    }

    private void compare(String of, ModelDescriptor model, @Nullable OnnxFile network) {
        if (network != null) {
            for (String problem : NetworkCheck.of(model, network)) {
                problems.add(descriptor + ": " + of + problem);
            }
        }
    }

    /** Looks at one file, as far as its entry can be read: of a format, or without a name of a key at the top; returns the network of an ONNX file that is one. */
    private @Nullable OnnxFile file(String format, String name, JsonObject entry) throws IOException {
        String key = "\"" + (name.isEmpty() ? format : "files." + name) + ".";
        String sha256;
        long size;
        String path;
        try {
            path = entry.string("path");
            sha256 = entry.string("sha256");
            size = entry.whole("bytes");
            new ModelFile(path, sha256, Math.max(1, size));
        } catch (JsonException | SpecException e) {
            // Told already.
            return null;
        }
        String file = source.nameOf(path);
        byte[] bytes;
        try {
            bytes = source.read(path, Model.MAX_FILE_BYTES);
        } catch (NoSuchFileException e) {
            problems.add(file + ": no such file, named by " + key + "path\"; beside the descriptor lie " + names());
            return null;
        }
        String found = Checksum.sha256(bytes);
        if (bytes.length != size) {
            problems.add(file + ": " + key + "bytes\" is " + size + ", but the file has " + bytes.length + DIFFERS);
        }
        if (!found.equals(sha256)) {
            problems.add(file + ": " + key + "sha256\" is " + sha256 + ", but the file's is " + found + DIFFERS);
        }
        String other = WeightsContent.problem(format, bytes);
        if (other != null) {
            problems.add(file + ": " + other);
        }
        return format.equals("onnx") ? network(file, bytes) : null;
    }

    private @Nullable OnnxFile network(String file, byte[] bytes) {
        String kind = FileKind.of(bytes);
        try {
            if (kind.isEmpty()) {
                return OnnxFile.of(bytes);
            }
            problems.add(file + ": expected a network in ONNX, but " + kind);
        } catch (IllegalArgumentException e) {
            problems.add(file + ": expected a network in ONNX, but " + e.getMessage()
                    + "; the file is cut off or damaged: copy it again");
        }
        return null;
    }

    private List<String> names() throws IOException {
        return source.names().stream().sorted().limit(20).toList();
    }
}

package io.emotion4j.model;

import io.emotion4j.ModelLoadException;
import io.emotion4j.internal.haar.HaarModel;
import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import io.emotion4j.internal.mtcnn.MtcnnModel;
import io.emotion4j.internal.onnx.NetworkCheck;
import io.emotion4j.internal.onnx.OnnxFile;
import io.emotion4j.internal.onnx.SavedModelSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is wrong with a model on disk, told at once: its descriptor, its files, and where the two say different things. No
 * engine is needed. What only shows when a network runs is not looked for.
 *
 * @since 0.1.0
 */
public final class ModelProblems {

    private static final List<String> NETWORKS = List.of("onnx", "torchscript", "savedmodel");

    private final Model.Place place;
    private final ModelSource source;
    private final String descriptor;
    private final Set<String> problems = new LinkedHashSet<>();

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
            return List.copyOf(check.problems);
        } catch (ModelLoadException e) {
            return List.of(file + ": " + e.getMessage());
        }
    }

    private void run() throws IOException {
        DescriptorCheck.Result found = DescriptorCheck.of(source.read(place.descriptor(), Model.MAX_DESCRIPTOR_BYTES));
        found.problems().forEach(this::ofDescriptor);
        JsonObject json = found.json();
        ModelDescriptor model = found.model();
        if (json == null || model == null) {
            return;
        }
        Map<String, List<byte @Nullable []>> weights = weights(json, model.architecture());
        if (model.architecture().equals(MtcnnModel.ARCHITECTURE)) {
            cascade(model, found.unreadable(), weights.getOrDefault("onnx", List.of()));
            return;
        }
        if (model.architecture().equals(HaarModel.ARCHITECTURE)) {
            HaarModel.problems(model, found.unreadable()).forEach(this::ofDescriptor);
            return;
        }
        model.files().forEach((format, file) -> {
            if (!file.stages().isEmpty() && !model.architecture().isEmpty()) {
                ofDescriptor("Key \"files." + format + ".stages\" lists further networks, but architecture \""
                        + model.architecture() + "\" is of one; leave it out");
            }
        });
        weights.forEach((format, files) -> compare("", model, found.unreadable(), format, files.get(0)));
    }

    private void ofDescriptor(String problem) {
        problems.add(descriptor + ": " + problem);
    }

    /** {@return the content of each format's file and of its stages, null where there is none that can be read} */
    private Map<String, List<byte @Nullable []>> weights(JsonObject json, String architecture) throws IOException {
        Map<String, List<byte @Nullable []>> weights = new LinkedHashMap<>();
        List<String> found = new ArrayList<>();
        FileProblems look = new FileProblems(source, found);
        try {
            JsonObject files = json.object("files");
            for (String format : files.keys()) {
                format(format, architecture);
                List<byte @Nullable []> contents = new ArrayList<>();
                weights.put(format, contents);
                JsonObject first = files.object(format);
                contents.add(look.weights(format, "files." + format, first));
                int number = 0;
                for (JsonObject stage : first.objects("stages")) {
                    contents.add(look.weights(format, "files." + format + ".stages[" + number++ + "]", stage));
                }
            }
            for (String key : List.of("golden", "card", "evaluation")) {
                if (json.keys().contains(key)) {
                    look.named(key, json.object(key));
                }
            }
        } catch (JsonException e) {
            // Told already.
            weights.values().removeIf(List::isEmpty);
        }
        problems.addAll(found);
        return weights;
    }

    private void format(String format, String architecture) {
        boolean haar = architecture.equals(HaarModel.ARCHITECTURE);
        if (haar && (format.equals(HaarModel.XML) || format.equals(HaarModel.RESOURCE))) {
            return;
        }
        List<String> all = new ArrayList<>(NETWORKS);
        all.add(HaarModel.XML);
        if (!all.contains(format)) {
            ofDescriptor(
                    "Key \"files." + format + "\" is a format that no engine of this library reads; they read " + all);
        } else if (haar) {
            ofDescriptor("Key \"files." + format + "\" is a network, but architecture \"" + architecture
                    + "\" is a cascade of OpenCV's; expected \"" + HaarModel.XML + "\"");
        } else if (format.equals(HaarModel.XML) && !architecture.isEmpty()) {
            ofDescriptor("Key \"files." + format + "\" is a cascade of OpenCV's, but architecture \"" + architecture
                    + "\" is a network; expected one of " + NETWORKS + ", or architecture \"" + HaarModel.ARCHITECTURE
                    + "\"");
        }
    }

    private void cascade(ModelDescriptor model, Set<String> unreadable, List<byte @Nullable []> networks) {
        List<String> wrong = MtcnnModel.problems(model, unreadable);
        wrong.forEach(this::ofDescriptor);
        if (wrong.isEmpty() && unreadable.isEmpty() && model.has("onnx") && networks.size() == 3) {
            int number = 0;
            for (ModelDescriptor described : MtcnnModel.networks(model, "onnx")) {
                compare(described.id() + ": ", described, Set.of(), "onnx", networks.get(number++));
            }
        }
    }

    private void compare(
            String of, ModelDescriptor model, Set<String> unreadable, String format, byte @Nullable [] weights) {
        List<String> different = List.of();
        if (weights != null && format.equals("onnx")) {
            different = NetworkCheck.of(model, OnnxFile.of(weights), unreadable);
        } else if (weights != null && format.equals("savedmodel")) {
            different = NetworkCheck.of(model, SavedModelSignature.of(weights), unreadable);
        }
        different.forEach(problem -> ofDescriptor(of + problem));
    }
}

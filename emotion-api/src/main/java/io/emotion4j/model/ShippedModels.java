package io.emotion4j.model;

import io.emotion4j.ModelLoadException;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The models that a {@code META-INF/emotion4j/models.index} lists. A folder below META-INF is no package, so such resources
 * are found in named modules too.
 */
final class ShippedModels {

    static final String INDEX = "META-INF/emotion4j/models.index";

    private ShippedModels() {}

    /**
     * Reads models one after the other.
     *
     * @param loaders where the indexes are looked for
     * @param task of the model that is looked for; null: all
     * @return the models in the order of the index, only the first where a task is given
     */
    static List<Model> find(@Nullable ModelTask task, ClassLoader... loaders) {
        List<Model> models = new ArrayList<>();
        for (String index : indexes(loaders)) {
            // The descriptors lie in the same jar as the index.
            String root = index.substring(0, index.length() - INDEX.length());
            for (String path : lines(root)) {
                Model model = read(root, path, loaders);
                if (task == null) {
                    models.add(model);
                } else if (model.descriptor().task() == task) {
                    return List.of(model);
                }
            }
        }
        return models;
    }

    private static Set<String> indexes(ClassLoader... loaders) {
        Set<String> indexes = new LinkedHashSet<>();
        for (ClassLoader loader : loaders) {
            try {
                for (URL index : Collections.list(loader.getResources(INDEX))) {
                    indexes.add(index.toExternalForm());
                }
            } catch (IOException e) {
                throw new ModelLoadException("Cannot look for " + INDEX + " on the class path: " + e.getMessage(), e);
            }
        }
        return indexes;
    }

    private static Model read(String root, String path, ClassLoader... loaders) {
        int slash = path.lastIndexOf('/') + 1;
        Model model = Model.of(new UrlSource(root + path.substring(0, slash)), path.substring(slash));
        return withItsWeights(model, path.substring(0, slash), loaders);
    }

    /** Weights may lie in another jar than their descriptor, a format in each, which need not be there. */
    private static Model withItsWeights(Model model, String folder, ClassLoader... loaders) {
        Map<String, String> places = new HashMap<>();
        for (ModelFile weights : model.descriptor().files().values()) {
            for (ModelFile file : weights.all()) {
                URL place = find(folder + file.path(), loaders);
                places.put(file.path(), place == null ? "" : place.toExternalForm());
            }
        }
        return model.withFilesAt(places);
    }

    private static @Nullable URL find(String path, ClassLoader... loaders) {
        for (ClassLoader loader : loaders) {
            URL place = loader.getResource(path);
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private static List<String> lines(String root) {
        UrlSource source = new UrlSource(root);
        try {
            String text = new String(source.read(INDEX, Model.MAX_DESCRIPTOR_BYTES), StandardCharsets.UTF_8);
            List<String> lines = new ArrayList<>();
            for (String line : text.split("\n", -1)) {
                if (!line.isBlank()) {
                    lines.add(line.strip());
                }
            }
            return lines;
        } catch (IOException e) {
            throw new ModelLoadException("Cannot read " + source.nameOf(INDEX) + ": " + e.getMessage(), e);
        }
    }
}

package io.emotion4j.model;

import io.emotion4j.ModelLoadException;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models that a {@code META-INF/emotion4j/models.index} lists. A folder below META-INF is no package, so such resources
 * are found in named modules too.
 */
final class ShippedModels {

    static final String INDEX = "META-INF/emotion4j/models.index";

    private ShippedModels() {}

    /** {@return the models in the order of the index, each read when it is asked for} */
    static Stream<Model> find(ClassLoader... loaders) {
        Set<String> indexes = new LinkedHashSet<>();
        for (ClassLoader loader : loaders) {
            try {
                Collections.list(loader.getResources(INDEX)).stream()
                        .map(URL::toExternalForm)
                        .forEach(indexes::add);
            } catch (IOException e) {
                throw new ModelLoadException("Cannot look for " + INDEX + " on the class path: " + e.getMessage(), e);
            }
        }
        // The descriptors lie in the same jar as the index.
        return indexes.stream()
                .map(index -> index.substring(0, index.length() - INDEX.length()))
                .flatMap(root -> lines(root).stream().map(path -> read(root, path, loaders)));
    }

    private static Model read(String root, String path, ClassLoader... loaders) {
        int slash = path.lastIndexOf('/') + 1;
        Model model = Model.of(new UrlSource(root + path.substring(0, slash)), path.substring(slash));
        return withItsWeights(model, path.substring(0, slash), loaders);
    }

    /** Weights may lie in another jar than their descriptor, a format in each, which need not be there. */
    private static Model withItsWeights(Model model, String folder, ClassLoader... loaders) {
        Map<String, String> places = new HashMap<>();
        model.descriptor().files().values().stream()
                .flatMap(file -> file.all().stream())
                .forEach(file -> {
                    URL place = find(folder + file.path(), loaders);
                    places.put(file.path(), place == null ? "" : place.toExternalForm());
                });
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
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new ModelLoadException("Cannot read " + source.nameOf(INDEX) + ": " + e.getMessage(), e);
        }
    }
}

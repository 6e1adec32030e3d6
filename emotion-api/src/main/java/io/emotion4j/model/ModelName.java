package io.emotion4j.model;

import io.emotion4j.ModelLoadException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the model that a user names in one word. */
final class ModelName {

    /** A letter alone is a drive of Windows. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?|file|jar):.*");

    private static final String HASH = "sha256=";

    private ModelName() {}

    static Model find(String name) {
        if (onDisk(name)) {
            return Model.of(Path.of(name));
        }
        if (ADDRESS.matcher(name).matches()) {
            return at(name);
        }
        return shipped(name)
                .or(() -> ModelStore.ofUser().find(name))
                .orElseThrow(() -> new ModelLoadException("No model '" + name
                        + "': expected a descriptor or a folder with a model.json, an address, or the id of a shipped model, of which"
                        + " there are " + ids() + ", or of one in "
                        + ModelStore.ofUser().folder() + " (emotion4j models add)"));
    }

    static Optional<Model> shipped(String id) {
        return Model.shipped().stream()
                .filter(model -> model.descriptor().id().equals(id))
                .findFirst();
    }

    static List<String> ids() {
        return Model.shipped().stream().map(model -> model.descriptor().id()).toList();
    }

    private static boolean onDisk(String name) {
        try {
            return !name.isEmpty() && Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Model at(String name) {
        int cut = name.indexOf('#');
        String address = cut < 0 ? name : name.substring(0, cut);
        String fragment = cut < 0 ? "" : name.substring(cut + 1);
        if (fragment.startsWith(HASH)) {
            return Model.of(uri(address), fragment.substring(HASH.length()), null);
        }
        if (address.regionMatches(true, 0, "http", 0, 4) || !fragment.isEmpty()) {
            throw new ModelLoadException("A model at an address is named with the SHA-256 of its descriptor, such as "
                    + address + "#sha256=0123..., found '" + name + "'");
        }
        int slash = address.lastIndexOf('/') + 1;
        return Model.of(new UrlSource(uri(address.substring(0, slash)).toString()), address.substring(slash));
    }

    private static URI uri(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new ModelLoadException("No model '" + address + "': " + e.getMessage(), e);
        }
    }
}

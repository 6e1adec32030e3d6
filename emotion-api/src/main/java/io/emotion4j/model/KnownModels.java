package io.emotion4j.model;

import io.emotion4j.ModelLoadException;
import io.emotion4j.internal.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Descriptors, with hash, licence and figure, of public networks whose weights do not come with the library. */
final class KnownModels {

    private static final String FOLDER = "/META-INF/emotion4j/known/";

    private KnownModels() {}

    static List<String> ids() {
        return new String(read("index"), StandardCharsets.UTF_8).lines().toList();
    }

    static Optional<byte[]> descriptor(String id) {
        return ids().contains(id) ? Optional.of(read(id + ".json")) : Optional.empty();
    }

    static ModelDescriptor parse(byte[] descriptor) {
        try {
            return DescriptorReader.read(DescriptorText.object(descriptor));
        } catch (JsonException e) {
            throw new ModelLoadException("A descriptor that comes with the library is wrong: " + e.getMessage(), e);
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = KnownModels.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new ModelLoadException("The library's jar lacks " + FOLDER + name + "; get it again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ModelLoadException("Cannot read " + FOLDER + name + ": " + e.getMessage(), e);
        }
    }
}

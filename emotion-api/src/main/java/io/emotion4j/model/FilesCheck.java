package io.emotion4j.model;

import io.emotion4j.internal.json.JsonException;
import io.emotion4j.internal.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong in what a descriptor says of files. */
record FilesCheck(PartCheck check, JsonObject json) {

    private static final Map<String, Object> RIGHT = Map.of("path", "file", "sha256", "0".repeat(64), "bytes", 1.0);

    /** {@return the weight files that can be read, by format} */
    Map<String, ModelFile> weights() {
        Map<String, ModelFile> files = new LinkedHashMap<>();
        check.part(() -> {
            JsonObject formats = json.object("files");
            if (formats.keys().isEmpty()) {
                throw new JsonException("Key \"files\" is empty; a model has at least one weight file");
            }
            for (String format : formats.keys()) {
                check.part(() -> {
                    ModelFile file = weight("files." + format, formats.object(format));
                    if (file != null) {
                        files.put(format, file);
                    }
                });
            }
        });
        return files;
    }

    /** {@return a file that is named at the top; null where there is none, or it cannot be read} */
    @Nullable
    ModelFile named(String key) {
        ModelFile[] found = new ModelFile[1];
        if (json.keys().contains(key)) {
            check.part(() -> {
                JsonObject file = json.object(key);
                check.unknownKeys(key, file, DescriptorKeys.of("file"));
                found[0] = check.read(file, RIGHT, Map.of(), DescriptorReader::file);
            });
        }
        return found[0];
    }

    private @Nullable ModelFile weight(String name, JsonObject file) throws JsonException {
        check.unknownKeys(name, file, DescriptorKeys.of("weights"));
        for (String list : List.of("data", "stages")) {
            int number = 0;
            for (JsonObject further : file.objects(list)) {
                weight(name + "." + list + "[" + number++ + "]", further);
            }
        }
        return check.read(file, RIGHT, Map.of(), DescriptorReader::file);
    }
}

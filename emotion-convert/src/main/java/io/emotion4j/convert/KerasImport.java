package io.emotion4j.convert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.emotion4j.ModelLoadException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Keras's files: HDF5 with the description as an attribute ({@code .h5}), or a zip of both ({@code .keras}). */
final class KerasImport {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The first that names layers and settings as this class expects. */
    private static final int OLDEST = 2;

    private KerasImport() {}

    private record Parts(@Nullable String description, Hdf5Arrays weights, String version) {}

    static ImportedWeights of(Path file, @Nullable Path architecture) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Parts parts = parts(file, bytes);
        String description = parts.description;
        if (architecture != null) {
            description = Files.readString(architecture);
        } else if (description == null) {
            throw new ModelLoadException(
                    "The Keras file " + file + " has weights alone, no description of the layers: give "
                            + "what model.to_json() writes (--architecture FILE), or save the whole model with model.save(...)");
        }
        JsonNode model = json(architecture == null ? file : architecture, description);
        int major = major(parts.version, model);
        if (major < OLDEST) {
            throw new ModelLoadException("The Keras file " + file + " was written by Keras " + major
                    + ", expected 2 or newer; load and save it with Keras 2");
        }
        OnnxNodes nodes = new OnnxNodes();
        List<String> notes = new KerasNetwork(nodes, KerasWeights.of(parts.weights), major).write(KerasLayer.of(model));
        return new ImportedWeights(baseName(file) + ".onnx", nodes.bytes(), notes);
    }

    private static Parts parts(Path file, byte[] bytes) throws IOException {
        if (Hdf5Arrays.isHdf5(bytes)) {
            Hdf5Arrays content = hdf5(file, bytes);
            return new Parts(
                    content.texts().get("model_config"),
                    content,
                    content.texts().getOrDefault("keras_version", ""));
        }
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return new Parts(
                        new String(entry(zip, file, "config.json"), StandardCharsets.UTF_8),
                        hdf5(file, entry(zip, file, "model.weights.h5")),
                        json(file, new String(entry(zip, file, "metadata.json"), StandardCharsets.UTF_8))
                                .path("keras_version")
                                .asText());
            } catch (ZipException e) {
                throw new ModelLoadException(
                        file + " is a zip file that ends early or is damaged (" + e.getMessage() + "); copy it again",
                        e);
            }
        }
        throw new ModelLoadException(
                file + " is no Keras file: expected HDF5 (.h5) or a zip file with config.json and "
                        + "model.weights.h5 (.keras), found neither; for ONNX, TorchScript or a frozen saved_model.pb use models init");
    }

    private static Hdf5Arrays hdf5(Path file, byte[] bytes) {
        try {
            return Hdf5Arrays.read(bytes);
        } catch (IOException e) {
            throw new ModelLoadException("The Keras file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] entry(ZipFile zip, Path file, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ModelLoadException("The zip file " + file + " has no " + name + ", it has "
                    + zip.stream().map(ZipEntry::getName).limit(10).toList()
                    + "; a .keras file has config.json, metadata.json and model.weights.h5");
        }
        return zip.getInputStream(entry).readAllBytes();
    }

    private static JsonNode json(Path file, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ModelLoadException(
                    "The description of the layers in " + file + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Of the file, or of the description by {@code to_json()}; 2 where neither tells. */
    private static int major(String version, JsonNode model) {
        String found = version.isEmpty() ? model.path("keras_version").asText() : version;
        return found.matches("\\d+\\..*") ? Integer.parseInt(found.substring(0, found.indexOf('.'))) : OLDEST;
    }

    private static String baseName(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}

package io.emotion4j.testkit;

import io.emotion4j.model.GoldenSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A copy of a model, in one format, that a test may spoil. */
final class SpoiledModel {

    private final Path folder;
    private final ModelDescriptor descriptor;
    private final ModelFile weights;

    private SpoiledModel(Path folder, ModelDescriptor descriptor, ModelFile weights) {
        this.folder = folder;
        this.descriptor = descriptor;
        this.weights = weights;
    }

    static SpoiledModel copy(Model model, String format, Path folder) throws IOException {
        ModelDescriptor descriptor = Descriptors.withFormats(model.descriptor(), List.of(format));
        ModelFile weights = descriptor.files().values().iterator().next();
        SpoiledModel copy = new SpoiledModel(folder, descriptor, weights);
        for (ModelFile file : weights.all()) {
            copy.write(file, model.read(file));
        }
        GoldenSpec golden = descriptor.golden();
        if (golden != null) {
            copy.write(golden.file(), model.read(golden.file()));
        }
        return copy;
    }

    /** {@return the weights' file name, which errors must tell} */
    String weights() {
        return Path.of(weights.path()).getFileName().toString();
    }

    /** {@return the model, read from the folder} */
    Model model() throws IOException {
        return model(descriptor);
    }

    void deleteWeights() throws IOException {
        Files.delete(folder.resolve(weights.path()));
    }

    /** One bit of one byte in the middle; size and descriptor stay as they are. */
    void tamperWithWeights() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(weights.path()));
        bytes[bytes.length / 2] ^= 1;
        write(weights, bytes);
    }

    /** {@return the model with other weights, of which the descriptor says the right size and hash} */
    Model modelWithWeights(byte[] bytes) throws IOException {
        write(weights, bytes);
        ModelFile described =
                new ModelFile(weights.path(), sha256(bytes), bytes.length, weights.data(), weights.stages());
        String format = descriptor.files().keySet().iterator().next();
        return model(Descriptors.withFiles(descriptor, Map.of(format, described)));
    }

    byte[] readWeights() throws IOException {
        return Files.readAllBytes(folder.resolve(weights.path()));
    }

    private Model model(ModelDescriptor described) throws IOException {
        Files.write(folder.resolve("model.json"), described.toJson().getBytes(StandardCharsets.UTF_8));
        return Model.of(folder);
    }

    private void write(ModelFile file, byte[] bytes) throws IOException {
        Path target = folder.resolve(file.path());
        Files.createDirectories(target.getParent());
        Files.write(target, bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256", e);
        }
    }
}

package io.emotion4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emotion4j.ModelLoadException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shipped model whose weights lie in several jars, a format in each. */
class ScatteredWeightsTest {

    private static final String FOLDER = "META-INF/emotion4j/models/plain/";

    @TempDir
    private Path folder;

    @Test
    void weightsOfAnotherJarBelongToTheModel() throws IOException {
        Path models = models();
        Path weights = weights("two".getBytes(StandardCharsets.US_ASCII));
        try (URLClassLoader loader = loader(models, weights)) {
            Model model = only(loader);
            assertThat(model.descriptor().files()).containsOnlyKeys("onnx", "torchscript");
            assertThat(model.read(model.descriptor().files().get("torchscript")))
                    .asString()
                    .isEqualTo("two");
            assertThat(model.read(model.descriptor().files().get("onnx")))
                    .asString()
                    .isEqualTo("one");
        }
    }

    @Test
    void formatWhoseJarIsNotThereSaysSo() throws IOException {
        try (URLClassLoader loader = loader(models())) {
            Model model = only(loader);
            assertThat(model.has(model.descriptor().files().get("onnx"))).isTrue();
            ModelFile file = model.descriptor().files().get("torchscript");
            assertThat(model.has(file)).isFalse();
            assertThatThrownBy(() -> model.read(file))
                    .isInstanceOf(ModelLoadException.class)
                    .hasMessageContaining(FOLDER + "model.pt, which cannot be read")
                    .hasMessageContaining("io.emotion4j:emotion-models-pytorch");
        }
    }

    @Test
    void otherWeightsAtThatPathAreRefused() throws IOException {
        Path models = models();
        Path weights = weights("six".getBytes(StandardCharsets.US_ASCII));
        try (URLClassLoader loader = loader(models, weights)) {
            Model model = only(loader);
            ModelFile file = model.descriptor().files().get("torchscript");
            assertThatThrownBy(() -> model.read(file))
                    .isInstanceOf(ModelLoadException.class)
                    .hasMessageContaining(weights.getFileName() + "/" + FOLDER + "model.pt")
                    .hasMessageContaining("SHA-256");
        }
    }

    private static Model only(ClassLoader loader) {
        List<Model> models = ShippedModels.find(null, loader);
        assertThat(models).hasSize(1);
        return models.get(0);
    }

    private static URLClassLoader loader(Path... roots) throws IOException {
        URL[] urls = new URL[roots.length];
        for (int i = 0; i < roots.length; i++) {
            urls[i] = roots[i].toUri().toURL();
        }
        return new URLClassLoader(urls, null);
    }

    private Path models() throws IOException {
        Path root = folder.resolve("models");
        Path place = Files.createDirectories(root.resolve(FOLDER));
        ModelOnDisk.classifier(place)
                .put("model.onnx", "one".getBytes(StandardCharsets.US_ASCII))
                .with(
                        "files",
                        "{" + file("onnx", "model.onnx", "one") + "," + file("torchscript", "model.pt", "two") + "}")
                .write();
        Files.writeString(root.resolve(ShippedModels.INDEX), FOLDER + "model.json\n");
        return root;
    }

    private static String file(String format, String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        return "\"" + format + "\": {\"path\": \"" + name + "\", \"sha256\": \"" + Checksum.sha256(bytes)
                + "\", \"bytes\": " + bytes.length + "}";
    }

    private Path weights(byte[] content) throws IOException {
        Path root = Files.createDirectories(folder.resolve("weights"));
        Path place = Files.createDirectories(root.resolve(FOLDER));
        Files.write(place.resolve("model.pt"), content);
        return root;
    }
}

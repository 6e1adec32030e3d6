package io.emotion4j.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.ModelLoadException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTest {

    @TempDir
    Path folder;

    @Test
    void aFolderAndItsDescriptorNameTheSameModel() {
        ModelOnDisk.classifier(folder).write();
        assertThat(Model.of(folder).descriptor())
                .isEqualTo(Model.of(folder.resolve("model.json")).descriptor());
    }

    @Test
    void aSecondDescriptorInAFolderIsAModelOfItsOwn() throws IOException {
        String text = ModelOnDisk.classifier(folder).with("id", "\"variant\"").text();
        Files.writeString(folder.resolve("variant.json"), text);
        Model model = Model.of(folder.resolve("variant.json"));
        assertThat(model.descriptor().id()).isEqualTo("variant");
        assertThat(model.read(onnx(model))).hasSize(4);
    }

    @Test
    void anEvaluationIsReadLikeEveryOtherFile() {
        byte[] json = "{\"accuracy\": 0.5}".getBytes(UTF_8);
        Model model = ModelOnDisk.classifier(folder)
                .withNamed("evaluation", "evaluation.json", json)
                .write();
        ModelFile evaluation = model.descriptor().evaluation();
        assertThat(evaluation).isNotNull();
        assertThat(model.read(evaluation)).isEqualTo(json);
    }

    @Test
    void aModelMayHaveNoEvaluation() {
        assertThat(ModelOnDisk.classifier(folder).write().descriptor().evaluation())
                .isNull();
    }

    @Test
    void aFolderWithoutDescriptorIsNamed() {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Model.of(folder))
                .withMessageContaining(folder.toString())
                .withMessageContaining("a folder without one");
    }

    @Test
    void aDescriptorThatIsNotThereIsNamed() {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Model.of(folder.resolve("none.json")))
                .withMessageContaining("none.json")
                .withMessageContaining("nothing there");
    }

    @Test
    void weightsGivenInPlaceOfADescriptorAreRefused() throws IOException {
        Files.write(folder.resolve("model.onnx"), new byte[] {8, (byte) 0xff, 0});
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Model.of(folder.resolve("model.onnx")))
                .withMessageContaining("expected a descriptor in JSON, not the weights");
        Files.writeString(folder.resolve("model.h5"), "\u0089HDF\r\n", java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Model.of(folder.resolve("model.h5")))
                .withMessageContaining("It is no descriptor in JSON: it is an HDF5 file");
    }

    @Test
    void aLargeFileGivenInPlaceOfADescriptorIsRefusedUnread() throws IOException {
        Files.write(folder.resolve("model.onnx"), new byte[Model.MAX_DESCRIPTOR_BYTES + 10]);
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Model.of(folder.resolve("model.onnx")))
                .withMessageContaining("name a model.json, not the weights");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Model model = ModelOnDisk.classifier(folder).write();
        Files.delete(folder.resolve("model.onnx"));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> model.read(onnx(model)))
                .withMessageContaining(folder.resolve("model.onnx").toString());
    }

    @Test
    void aShorterAndALongerFileAreNamedWithBothSizes() {
        ModelOnDisk files = ModelOnDisk.classifier(folder);
        Model model = files.write();
        files.put("model.onnx", new byte[] {1, 2, 3});
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> model.read(onnx(model)))
                .withMessageContaining("model.onnx")
                .withMessageContaining("expected 4 bytes, found 3 bytes");
        files.put("model.onnx", new byte[] {1, 2, 3, 4, 5});
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> model.read(onnx(model)))
                .withMessageContaining("expected 4 bytes, found more");
    }

    @Test
    void aTamperedFileIsNamedWithBothHashes() {
        ModelOnDisk files = ModelOnDisk.classifier(folder);
        Model model = files.write();
        byte[] tampered = {1, 2, 3, 5};
        files.put("model.onnx", tampered);
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> model.read(onnx(model)))
                .withMessageContaining(folder.resolve("model.onnx").toString())
                .withMessageContaining("expected SHA-256 " + onnx(model).sha256())
                .withMessageContaining("found " + Checksum.sha256(tampered));
    }

    @Test
    void aModelAtAnAddressIsPinnedByItsHash() {
        ModelOnDisk files = ModelOnDisk.classifier(folder);
        files.write();
        URI address = folder.resolve("model.json").toUri();
        String sha256 = Checksum.sha256(files.text().getBytes(UTF_8));
        Model model = Model.of(address, sha256.toUpperCase(Locale.ROOT), null);
        assertThat(model.read(onnx(model))).hasSize(4);
        String other = "0".repeat(64);
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Model.of(address, other, null))
                .withMessageContaining("expected SHA-256 " + other)
                .withMessageContaining(sha256);
    }

    @Test
    void anAddressThatCannotBeReachedIsNamed() {
        URI address = folder.resolve("none/model.json").toUri();
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Model.of(address, "0".repeat(64), null))
                .withMessageContaining(address.toString());
    }

    @Test
    void whatWasFetchedOnceIsTakenFromTheCache(@TempDir Path cache) throws IOException {
        ModelOnDisk files = ModelOnDisk.classifier(folder);
        files.write();
        URI address = folder.resolve("model.json").toUri();
        String sha256 = Checksum.sha256(files.text().getBytes(UTF_8));
        Model first = Model.of(address, sha256, cache);
        first.read(onnx(first));
        Files.delete(folder.resolve("model.json"));
        Files.delete(folder.resolve("model.onnx"));
        Model second = Model.of(address, sha256, cache);
        assertThat(second.read(onnx(second))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aDamagedFileInTheCacheIsFetchedAgain(@TempDir Path cache) throws IOException {
        ModelOnDisk files = ModelOnDisk.classifier(folder);
        files.write();
        URI address = folder.resolve("model.json").toUri();
        Model model = Model.of(address, Checksum.sha256(files.text().getBytes(UTF_8)), cache);
        model.read(onnx(model));
        Files.write(cache.resolve(onnx(model).sha256()), new byte[] {9});
        assertThat(model.read(onnx(model))).containsExactly(1, 2, 3, 4);
        assertThat(cache.resolve(onnx(model).sha256())).hasBinaryContent(new byte[] {1, 2, 3, 4});
    }

    @Test
    void aTamperedFileIsNotKept(@TempDir Path cache) {
        ModelOnDisk files = ModelOnDisk.classifier(folder);
        files.write();
        Model model = Model.of(
                folder.resolve("model.json").toUri(),
                Checksum.sha256(files.text().getBytes(UTF_8)),
                cache);
        files.put("model.onnx", new byte[] {1, 2, 3, 5});
        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(() -> model.read(onnx(model)));
        assertThat(cache.resolve(onnx(model).sha256())).doesNotExist();
    }

    @Test
    void modelsInAJarAreFoundThroughItsIndexInOrder() throws IOException {
        Path jar = folder.resolve("with space.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(
                    zip,
                    ShippedModels.INDEX,
                    "META-INF/emotion4j/models/b/model.json\n\nMETA-INF/emotion4j/models/a/model.json\n");
            for (String id : new String[] {"a", "b"}) {
                String text = ModelOnDisk.classifier(folder)
                        .with("id", "\"" + id + "\"")
                        .text();
                put(zip, "META-INF/emotion4j/models/" + id + "/model.json", text);
                put(zip, "META-INF/emotion4j/models/" + id + "/model.onnx", "\1\2\3\4");
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertThat(ShippedModels.find(null, loader, loader))
                    .extracting(model -> model.descriptor().id())
                    .containsExactly("b", "a");
            Model model = ShippedModels.find(null, loader).get(1);
            assertThat(model.read(onnx(model))).containsExactly(1, 2, 3, 4);
            assertThat(model.location()).contains("with%20space.jar").endsWith("/a/model.json");
        }
    }

    @Test
    void anIndexThatNamesAMissingDescriptorIsAnError() throws IOException {
        Path index = folder.resolve(ShippedModels.INDEX);
        Files.createDirectories(index.getParent());
        Files.writeString(index, "META-INF/emotion4j/models/none/model.json");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThatExceptionOfType(ModelLoadException.class)
                    .isThrownBy(() -> ShippedModels.find(null, loader))
                    .withMessageContaining("none/model.json");
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    private static ModelFile onnx(Model model) {
        ModelFile file = model.descriptor().files().get("onnx");
        assertThat(file).isNotNull();
        return file;
    }

    @Test
    void shippedModelThatIsNotThereIsNamed() {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Model.shipped("no-such-model"))
                .withMessageContaining("'no-such-model'");
    }
}

package io.emotion4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.emotion4j.ModelLoadException;
import io.emotion4j.internal.fetch.CuttingServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {

    private static final byte[] WEIGHTS = {1, 2, 3, 4};

    @TempDir
    Path folder;

    private byte[] descriptor = {};
    private CuttingServer server;
    private ModelStore store;

    @BeforeEach
    void serve() throws IOException {
        descriptor = ModelOnDisk.classifier(folder).text().getBytes(StandardCharsets.UTF_8);
        server = new CuttingServer().file("/m/model.json", descriptor).file("/m/model.onnx", WEIGHTS);
        store = ModelStore.at(folder.resolve("models"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aDescriptorComesWithItsFilesAndIsFoundByItsId() throws IOException {
        server.cuts.add(3);
        Model model = add("/m/model.json", descriptor);
        assertThat(model.location())
                .isEqualTo(folder.resolve("models/scorer/model.json").toString());
        assertThat(store.find("scorer")).isPresent();
        assertThat(model.read(Objects.requireNonNull(model.descriptor().files().get("onnx"))))
                .isEqualTo(WEIGHTS);
        int answers = server.answers.get();
        add("/m/model.json", descriptor);
        assertThat(server.answers).hasValue(answers);
        assertThat(store.find("../m")).isEmpty();
        assertThat(store.find("other")).isEmpty();
    }

    @Test
    void aUserNamesItByItsId() throws IOException {
        add("/m/model.json", descriptor);
        System.setProperty(ModelStore.PROPERTY, folder.resolve("models").toString());
        try {
            assertThat(Model.named("scorer").descriptor().id()).isEqualTo("scorer");
        } finally {
            System.clearProperty(ModelStore.PROPERTY);
        }
    }

    @Test
    void aZipStaysOne() throws IOException {
        byte[] zip = zip("model.json", descriptor, "model.onnx", WEIGHTS);
        server.file("/m.zip", zip);
        assertThat(add("/m.zip", zip).location()).isEqualTo(folder.resolve("models/scorer.zip") + "!/model.json");
        assertThat(store.find("scorer")).isPresent();
        byte[] other = zip("model.json", descriptor, "model.onnx", WEIGHTS, "more", WEIGHTS);
        server.file("/other.zip", other);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> add("/other.zip", other))
                .withMessageContaining("scorer.zip is there already, and is another model of the same id");
    }

    @Test
    void aFileThatDiffersFromTheDescriptorIsRefusedAndNoModelAppears() throws IOException {
        server.file("/m/model.onnx", new byte[] {9, 9, 9, 9});
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> add("/m/model.json", descriptor))
                .withMessageContaining("/m/model.onnx is not the file that was named");
        assertThat(store.find("scorer")).isEmpty();
        byte[] zip = zip("model.json", descriptor, "model.onnx", new byte[] {9, 9, 9, 9});
        server.file("/m.zip", zip);
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> add("/m.zip", zip))
                .withMessageContaining("differs from its descriptor");
        assertThat(store.find("scorer")).isEmpty();
        assertThat(folder.resolve("models").toFile().list()).containsExactly("fetched");
    }

    @Test
    void withoutAHashNothingIsFetched() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.add(server.at("/m/model.json"), "12", false, (address, done, total) -> {}))
                .withMessageContaining("A SHA-256 has 64 hexadecimal digits, found \"12\"");
        assertThat(server.answers).hasValue(0);
    }

    @Test
    void knownNetworksAreDescribedAndTheirWeightsTakenFromWhereTheUserSays() {
        assertThat(ModelStore.known())
                .extracting(ModelDescriptor::id)
                .containsExactly("mini-xception", "yunet-n", "yunet-s", "scrfd-500m", "scrfd-2.5g", "mtcnn");
        assertThat(ModelStore.known()).allSatisfy(known -> {
            assertThat(known.files()).hasSize(1);
            assertThat(known.license()).isNotEmpty();
            assertThat(known.source()).startsWith("https://");
            assertThat(known.metrics()).isNotEmpty();
        });
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() ->
                        store.addKnown("yunet-n", server.at("/m/model.onnx"), false, (address, done, total) -> {}))
                .withMessageContaining("/m/model.onnx is not the file that was named");
        assertThat(store.find("yunet-n")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.addKnown("x", server.at("/m/model.onnx"), false, (address, done, total) -> {}))
                .withMessageContaining("No network 'x' is known; there are [mini-xception, ");
    }

    private Model add(String path, byte[] file) throws IOException {
        return store.add(server.at(path), Checksum.sha256(file), false, (address, done, total) -> {});
    }

    private static byte[] zip(Object... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) entries[i]));
                out.write((byte[]) entries[i + 1]);
            }
        }
        return bytes.toByteArray();
    }
}

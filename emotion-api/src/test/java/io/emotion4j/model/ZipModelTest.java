package io.emotion4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.ModelLoadException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipModelTest {

    private static final byte[] WEIGHTS = {1, 2, 3, 4};

    @TempDir
    Path folder;

    private byte[] descriptor = {};

    @BeforeEach
    void describe() {
        descriptor = ModelOnDisk.classifier(folder).text().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aZipOfTheFilesOrOfTheirFolderIsAModelAndNothingIsUnpacked() throws IOException {
        for (String inside : new String[] {"", "my-model/"}) {
            Path zip = zip(Map.of(inside + "model.json", descriptor, inside + "model.onnx", WEIGHTS));
            long before = count();
            Model model = Model.named(zip.toString());
            assertThat(model.descriptor().id()).isEqualTo("scorer");
            assertThat(model.location()).isEqualTo(zip + "!/" + inside + "model.json");
            assertThat(model.read(file(model))).isEqualTo(WEIGHTS);
            assertThat(count()).isEqualTo(before);
        }
    }

    @Test
    void sizeAndHashAreChecked() throws IOException {
        Model other = Model.of(zip(Map.of("model.json", descriptor, "model.onnx", new byte[] {1, 2, 3, 5})));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> other.read(file(other)))
                .withMessageContaining("m.zip!/model.onnx differs from its descriptor: expected SHA-256");
        Model larger = Model.of(zip(Map.of("model.json", descriptor, "model.onnx", new byte[1 << 24])));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> larger.read(file(larger)))
                .withMessageContaining("expected 4 bytes, found more");
        Model without = Model.of(zip(Map.of("model.json", descriptor)));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> without.read(file(without)))
                .withMessageContaining("needs file " + folder.resolve("m.zip") + "!/model.onnx");
    }

    @Test
    void namesThatLeadOutAreRefused() throws IOException {
        for (String name : new String[] {"../model.onnx", "a/../../b", "/etc/x", "a\\..\\b", "C:/x", ".."}) {
            Path zip = zip(Map.of("model.json", descriptor, name, WEIGHTS));
            assertThatExceptionOfType(ModelLoadException.class)
                    .isThrownBy(() -> Model.of(zip))
                    .withMessageContaining("its entry '" + name + "' leads out of it");
        }
    }

    @Test
    void aDescriptorThatInflatesWithoutEndIsRefused() throws IOException {
        byte[] huge = new byte[1 << 26];
        Arrays.fill(huge, (byte) ' ');
        Path zip = zip(Map.of("model.json", huge));
        assertThat(Files.size(zip)).isLessThan(1 << 17);
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Model.of(zip))
                .withMessageContaining("larger than 1048576 bytes");
    }

    @Test
    void moreEntriesThanAModelNeedsAreRefused() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= ZipSource.MOST_ENTRIES; i++) {
            many.put("f" + i, WEIGHTS);
        }
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Model.of(zip(many)))
                .withMessageContaining("it has 1001 entries, expected at most 1000");
    }

    @Test
    void whatIsNoZipOfOneModelIsNamed() throws IOException {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Model.of(zip(Map.of("archive/constants.pkl", WEIGHTS))))
                .withMessageContaining("it holds no model.json")
                .withMessageContaining("TorchScript files are zip files, too");
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Model.of(zip(Map.of("a/model.json", descriptor, "b/model.json", descriptor))))
                .withMessageContaining("it holds several")
                .withMessageContaining("a/model.json");
        Path whole = zip(Map.of("model.json", descriptor));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Model.of(cut))
                .withMessageContaining("it is cut off or damaged: copy it again");
    }

    @Test
    void allMistakesAreToldOfAZipToo() throws IOException {
        Path zip = zip(Map.of("in/model.json", descriptor, "in/other.onnx", WEIGHTS));
        assertThat(ModelProblems.of(zip))
                .containsExactly(
                        zip + "!/in/model.onnx: no such file, named by \"files.onnx.path\"; beside the descriptor lie"
                                + " [model.json, other.onnx]");
    }

    @Test
    void filesInMemoryAreAModel() {
        Model model = Model.of(Map.of("model.json", descriptor, "model.onnx", WEIGHTS));
        assertThat(model.read(file(model))).isEqualTo(WEIGHTS);
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Model.of(Map.of("model.onnx", WEIGHTS)))
                .withMessageContaining("memory:model.json")
                .withMessageContaining("there are [model.onnx]");
        Model without = Model.of(Map.of("model.json", descriptor));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> without.read(file(without)))
                .withMessageContaining("needs file memory:model.onnx");
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.count();
        }
    }

    private static ModelFile file(Model model) {
        return Objects.requireNonNull(model.descriptor().files().get("onnx"));
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        Path zip = folder.resolve("m.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return zip;
    }
}

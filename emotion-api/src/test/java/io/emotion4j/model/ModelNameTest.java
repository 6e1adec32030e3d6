package io.emotion4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.ModelLoadException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelNameTest {

    @TempDir
    Path folder;

    @Test
    void aFolderADescriptorAndTheirAddressNameTheSameModel() throws Exception {
        ModelDescriptor expected = ModelOnDisk.classifier(folder).write().descriptor();
        Path file = folder.resolve("model.json");
        String hash = Checksum.sha256(Files.readAllBytes(file));
        for (String name : new String[] {
            folder.toString(), file.toString(), file.toUri().toString(), file.toUri() + "#sha256=" + hash
        }) {
            Model found = Model.named(name);
            assertThat(found.descriptor()).as(name).isEqualTo(expected);
            assertThat(found.read(expected.files().get("onnx"))).isNotEmpty();
        }
    }

    @Test
    void anAddressOnTheNetNeedsAHash() {
        for (String name : new String[] {"https://example.org/model.json", "HTTP://example.org/m#sha1=0"}) {
            assertThatExceptionOfType(ModelLoadException.class)
                    .isThrownBy(() -> Model.named(name))
                    .withMessageContaining("#sha256=0123...");
        }
    }

    @Test
    void anAddressWhoseHashDiffersIsRefused() {
        ModelOnDisk.classifier(folder).write();
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Model.named(folder.resolve("model.json").toUri() + "#sha256=00"))
                .withMessageContaining("is not the one that was named");
    }

    @Test
    void aNameThatIsNothingSaysWhatItMayBe() {
        for (String name : new String[] {"fer-resnot", "", "a\0b"}) {
            assertThatExceptionOfType(ModelLoadException.class)
                    .isThrownBy(() -> Model.named(name))
                    .withMessageContaining(
                            "expected a descriptor or a folder with a model.json, an address, or the id");
        }
    }
}

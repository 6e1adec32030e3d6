package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsAddTest {

    private static final Path YUNET = Path.of("..", "..", "shared", "models", "yunet", "yunet_n_dynamic.onnx");

    @TempDir
    Path folder;

    @Test
    void withoutAHashNothingIsFetched() {
        Run run = Run.of("models", "add", "http://127.0.0.1:9/m.zip", "--models", folder);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "A model is fetched only with the SHA-256 that it must have, such as http://127.0.0.1:9/m.zip#sha256=")
                .contains("Known by id are [mini-xception, ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsNotThereIsSaidInOneLine() {
        String hash = "0".repeat(64);
        Run offline =
                Run.of("models", "add", "http://127.0.0.1:9/m.zip#sha256=" + hash, "--models", folder, "--offline");
        assertThat(offline.code()).isEqualTo(1);
        assertThat(offline.err()).contains("Offline, and http://127.0.0.1:9/m.zip was not fetched before");
        Run missing = Run.of("models", "add", folder.resolve("none.zip") + "#sha256=" + hash, "--models", folder);
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("No file " + folder.resolve("none.zip"));
        assertThat(Run.of("models", "add", "yunet-n", "--models", folder).err())
                .contains("The program knows 'yunet-n' (https://")
                .contains("say --from ADDRESS, or --from FILE");
    }

    @Test
    void aKnownNetworkRunsOnceItsWeightsAreThere() throws IOException {
        if (!Files.exists(YUNET)) {
            System.out.println("Skipped: no " + YUNET);
        }
        Assumptions.assumeTrue(Files.exists(YUNET), "skipped: ../shared/models/yunet is not on this machine");
        Run added = Run.of("models", "add", "yunet-n", "--from", YUNET, "--models", folder);
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(Run.of("models", "check", folder.resolve("yunet-n")).code()).isZero();
        System.setProperty("emotion4j.models", folder.toString());
        try {
            Run faces =
                    Run.of(Path.of("..", "samples", "one-face.jpg"), "--detector-model", "yunet-n", "--format", "csv");
            assertThat(faces.out().strip().lines()).hasSize(2);
        } finally {
            System.clearProperty("emotion4j.models");
        }
    }
}

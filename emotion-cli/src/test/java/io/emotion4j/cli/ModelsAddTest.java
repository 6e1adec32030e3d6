package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsAddTest {

    private static final Path SAMPLE = Path.of("..", "samples", "one-face.jpg");

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
        Path yunet = shared("yunet").resolve("yunet_n_dynamic.onnx");
        Run added = Run.of("models", "add", "yunet-n", "--from", yunet, "--models", folder);
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

    @Test
    void threeNetworksOfOneModelComeFromOnePlace() throws IOException {
        Path weights = shared("mtcnn");
        try (FileServer server = FileServer.of(weights)) {
            Run added = Run.of("models", "add", "mtcnn", "--from", server.address("pnet.onnx"), "--models", folder);
            assertThat(added.code()).as(added.err()).isZero();
            assertThat(server.asked()).containsExactly("/pnet.onnx", "/rnet.onnx", "/onet.onnx");
            Run again = Run.of("models", "add", "mtcnn", "--from", server.address("pnet.onnx"), "--models", folder);
            assertThat(again.code()).as(again.err()).isZero();
            assertThat(server.asked()).hasSize(3);
        }
        Run check = Run.of("models", "check", folder.resolve("mtcnn"), "--picture", SAMPLE);
        assertThat(check.code()).as(check.out()).isZero();
        assertThat(check.out()).contains("ok   onnx 3 ", "ok   answers      one-face.jpg: 1 face");
    }

    @Test
    void ofThreeNetworksNoneIsKeptWhereOneIsAnother() throws IOException {
        Path weights = shared("mtcnn");
        Path wrong = folder.resolve("wrong");
        Files.createDirectory(wrong);
        for (String name : new String[] {"pnet.onnx", "rnet.onnx", "onet.onnx"}) {
            Files.copy(weights.resolve(name), wrong.resolve(name));
        }
        byte[] bytes = Files.readAllBytes(wrong.resolve("onet.onnx"));
        bytes[bytes.length / 2]++;
        Files.write(wrong.resolve("onet.onnx"), bytes);
        Path models = folder.resolve("models");
        try (FileServer server = FileServer.of(wrong)) {
            String from = server.address("pnet.onnx");
            Run refused = Run.of("models", "add", "mtcnn", "--from", from, "--models", models);
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).contains("onet.onnx").contains("SHA-256");
            assertThat(models.resolve("mtcnn")).doesNotExist();

            Files.copy(weights.resolve("onet.onnx"), wrong.resolve("onet.onnx"), StandardCopyOption.REPLACE_EXISTING);
            Run added = Run.of("models", "add", "mtcnn", "--from", from, "--models", models);
            assertThat(added.code()).as(added.err()).isZero();
            assertThat(server.asked())
                    .as("what was right is not fetched twice")
                    .containsExactly("/pnet.onnx", "/rnet.onnx", "/onet.onnx", "/onet.onnx");
        }
        assertThat(models.resolve("mtcnn/onet.onnx")).hasSameBinaryContentAs(weights.resolve("onet.onnx"));
    }

    private static Path shared(String name) {
        Path path = Path.of("..", "..", "shared", "models", name);
        if (!Files.exists(path)) {
            System.out.println("Skipped: no " + path);
        }
        Assumptions.assumeTrue(Files.exists(path), "skipped: ../shared/models/" + name + " is not on this machine");
        return path;
    }
}

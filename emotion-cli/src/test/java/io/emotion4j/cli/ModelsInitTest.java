package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/model-format.md, with the weights of a public network that come without a descriptor. */
class ModelsInitTest {

    private static final Path SHARED = Path.of("..", "..", "shared");

    @TempDir
    Path folder;

    @Test
    void theOwnerOfMiniXceptionGetsFromItsWeightsToItsFigure() throws IOException {
        String weights = shared("models/mini_xception/mini_xception.onnx").toString();
        String data = shared("datasets/fer2013").toString();
        String model = folder.resolve("mini-xception").toString();
        String docs = Files.readString(Path.of("..", "docs", "model-format.md"));
        for (String line :
                docs.substring(docs.indexOf("```sh\n") + 6).split("\n```", 2)[0].split("\n")) {
            Object[] words = line.replace("mini_xception.onnx", weights)
                    .replace("FER2013", data)
                    .replace(" mini-xception", " " + model)
                    .split(" ");
            assertThat(words[0]).isEqualTo("./emotion4j");
            Run run = Run.of(java.util.Arrays.copyOfRange(words, 1, words.length));
            assertThat(run.code()).as(line + "\n" + run.err()).isZero();
            if (line.contains("models check")) {
                assertThat(run.out())
                        .contains("answers as its golden vector says")
                        .doesNotContain("FAIL");
            }
            if (line.contains("evaluate-classifier")) {
                assertThat(run.out()).contains("65.5 %");
            }
        }
        assertThat(docs).contains("65.5 %");
    }

    @Test
    void detectorsAreKnownByTheirOutputs() throws IOException {
        for (String[] known : new String[][] {
            {"models/yunet/yunet_s_dynamic.onnx", "yunet"}, {"models/scrfd/scrfd_500m_kps_dynamic.onnx", "scrfd"}
        }) {
            Path out = folder.resolve(known[1]);
            Run init = Run.of("models", "init", shared(known[0]), "--out", out);
            assertThat(init.code()).as(init.err()).isZero();
            assertThat(init.out()).contains("guessed  architecture = " + known[1]);
            assertThat(Run.of("models", "golden", out).code()).isZero();
            assertThat(Run.of("models", "check", out).out()).contains("answers as its golden vector says");
            Run faces = Run.of(Path.of("..", "samples", "one-face.jpg"), "--detector-model", out, "--format", "csv");
            assertThat(faces.out().strip().lines()).hasSize(2);
        }
    }

    @Test
    void optionsThatLackAreNamedAndNothingIsWritten() throws IOException {
        Path weights = shared("models/mini_xception/mini_xception.onnx");
        Run run = Run.of("models", "init", weights, "--out", folder.resolve("out"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("emotion4j models init: --labels: no file tells what the 7 scores stand for")
                .contains("emotion4j models init: --scale: no file tells how pixels become numbers");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void wrongOptionsAreNamed() throws IOException {
        assertThat(Run.of("models", "init", "x.onnx", "--scale", "a/b").err())
                .contains("--scale: expected a number, or a fraction such as 1/255, found 'a/b'");
        assertThat(Run.of("models", "init", "x.onnx", "--mean", "1").err())
                .contains("--mean and --std go with --scale");
        assertThat(Run.of("models", "init", "x.onnx", "--size", "64").err())
                .contains("--size: expected WIDTHxHEIGHT in pixels, such as 64x64, found 64");
        assertThat(Run.of("models", "init", folder.resolve("x.onnx")).err())
                .contains("No weights at " + folder.resolve("x.onnx"))
                .contains("found nothing there");
    }

    private static Path shared(String path) {
        Path file = SHARED.resolve(path);
        if (!Files.exists(file)) {
            System.out.println("Skipped: no " + file);
        }
        Assumptions.assumeTrue(Files.exists(file), "skipped: ../shared/" + path + " is not on this machine");
        return file;
    }
}

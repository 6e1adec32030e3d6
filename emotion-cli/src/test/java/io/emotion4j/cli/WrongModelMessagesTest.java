package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user reads who opens one of the wrong models of ../shared/cases without checking it first. */
class WrongModelMessagesTest {

    private static final Path SHARED = Path.of("..", "..", "shared");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cases/models/05-6-labels|has 6 labels, but output 'scores' of the network has 7 numbers a face|maxBatch",
                "cases/models/06b-nhwc-for-nchw|(NHWC), but the network takes [?, 1, 48, 48]; write \"layout\": \"NCHW\"|maxBatch",
                "cases/models/12-truncated|expected a network in ONNX, but it ends early: a field at byte 23 has 289234 bytes, "
                        + "found 144607; the file is cut off or damaged: copy it again|protobuf",
                "cases/models/14-keras-h5-as-onnx|expected a network in ONNX, but it is an HDF5 file|protobuf",
                "cases/models/24-bom|It begins with a byte order mark (EF BB BF)|expected a value",
                "cases/models/26-arch-unknown|no engine reads \"architecture\": \"efficientnet-b0\", they read "
                        + "[softmax-classifier]|fault",
                "models/mini_xception/mini_xception.onnx|it is a network in ONNX. Name the folder or the model.json that describes "
                        + "it; where there is none yet, `emotion4j models init` writes one|UTF-8",
                "models/mini_xception/mini_xception.pt|If these are weights (TorchScript files are zip files, too), name what describes "
                        + "them; `emotion4j models init` writes one|UTF-8",
            })
    void itSaysWhatIsWrong(String model, String expected, String misleading) {
        Path file = SHARED.resolve(model);
        if (!Files.exists(file)) {
            System.out.println("Skipped: no " + file);
        }
        Assumptions.assumeTrue(Files.exists(file), "skipped: ../shared/" + model + " is not on this machine");
        Run run = Run.of("--crops", Path.of("..", "samples", "one-face.jpg"), "--classifier-model", file);
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains(expected).doesNotContain(misleading);
    }
}

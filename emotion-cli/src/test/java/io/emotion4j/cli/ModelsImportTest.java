package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.model.ModelProblems;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a Keras file to a model that answers. */
class ModelsImportTest {

    private static final String CONFIG = """
            {"class_name": "Sequential", "config": {"name": "fer", "layers": [
              {"class_name": "Conv2D", "config": {"name": "conv", "batch_input_shape": [null, 24, 24, 1], "kernel_size": [3, 3],
                "strides": [2, 2], "padding": "same", "activation": "relu", "use_bias": true}},
              {"class_name": "GlobalAveragePooling2D", "config": {"name": "pool"}},
              {"class_name": "Dense", "config": {"name": "scores", "units": 7, "activation": "softmax", "use_bias": true}}]}}""";

    @TempDir
    Path folder;

    private Path h5(String config) {
        Path file = folder.resolve("fer.h5");
        Random random = new Random(3);
        try (WritableHdfFile out = HdfFile.write(file)) {
            out.putAttribute("model_config", config);
            WritableGroup weights = out.putGroup("model_weights");
            float[][][][] kernel = new float[3][3][1][5];
            for (float[][][] row : kernel) {
                for (float[][] place : row) {
                    place[0] = row(random, 5);
                }
            }
            WritableGroup conv = weights.putGroup("conv").putGroup("conv");
            conv.putDataset("kernel:0", kernel);
            conv.putDataset("bias:0", row(random, 5));
            float[][] dense = new float[5][];
            for (int i = 0; i < 5; i++) {
                dense[i] = row(random, 7);
            }
            WritableGroup scores = weights.putGroup("scores").putGroup("scores");
            scores.putDataset("kernel:0", dense);
            scores.putDataset("bias:0", row(random, 7));
        }
        return file;
    }

    private static float[] row(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @Test
    void kerasFileBecomesAModelThatIsRightAndRuns() throws IOException {
        Path out = folder.resolve("fer");
        Run run = Run.of(
                "models",
                "import",
                h5(CONFIG),
                "--out",
                out,
                "--labels",
                "angry,disgust,fear,happy,sad,surprise,neutral",
                "--scale",
                "1/255");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("read     1 x Conv2D")
                .contains("guessed  layout = NCHW")
                .contains("wrote    ");
        assertThat(run.code()).isZero();
        assertThat(Files.list(out))
                .extracting(path -> path.getFileName().toString())
                .containsExactlyInAnyOrder("fer.onnx", "model.json");
        assertThat(out.resolve("model.json"))
                .content()
                .contains("\"id\" : \"fer\"")
                .contains("\"kind\" : \"probabilities\"");
        assertThat(Run.of("models", "golden", out).code()).isZero();
        assertThat(ModelProblems.of(out)).isEmpty();
        Run faces = Run.of("--crops", Path.of("..", "samples", "one-face.jpg"), "--classifier-model", out);
        assertThat(faces.code()).isZero();
    }

    @Test
    void whatNoFileTellsIsAskedForAndNothingIsWritten() {
        Path out = folder.resolve("fer");
        Run run = Run.of("models", "import", h5(CONFIG), "--out", out);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("emotion4j models import: --labels: ").contains("--scale: ");
        assertThat(out).doesNotExist();
    }

    @Test
    void unknownLayerAndMissingEngineAreSaid() throws IOException {
        Run lambda = Run.of(
                "models", "import", h5(CONFIG.replace("\"GlobalAveragePooling2D\"", "\"Lambda\"")), "--out", folder);
        assertThat(lambda.code()).isEqualTo(3);
        assertThat(lambda.err()).contains("layers that the importer does not know: Lambda ('pool'); it knows ");
        Path saved = Files.createDirectory(folder.resolve("saved"));
        Files.write(saved.resolve("saved_model.pb"), new byte[] {8, 1});
        Run tensorFlow = Run.of("models", "import", saved, "--out", folder);
        assertThat(tensorFlow.code()).isEqualTo(3);
        assertThat(tensorFlow.err())
                .contains(
                        "A SavedModel's variables are read by TensorFlow, which is not there: io.emotion4j:emotion-djl is not on "
                                + "the class path; on the command line, give --engine tensorflow");
    }
}

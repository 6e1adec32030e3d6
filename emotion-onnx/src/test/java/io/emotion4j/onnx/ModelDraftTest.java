package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.ModelLoadException;
import io.emotion4j.RgbImage;
import io.emotion4j.model.DraftNote;
import io.emotion4j.model.DraftedModel;
import io.emotion4j.model.GoldenPair;
import io.emotion4j.model.GoldenSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelDraft;
import io.emotion4j.model.ModelProblems;
import io.emotion4j.model.ScoresSpec;
import io.emotion4j.spi.EngineOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a weight file alone to a model that is described, checked, and has a golden pair. */
class ModelDraftTest {

    @TempDir
    Path folder;

    @Test
    void whatNoFileTellsIsAskedForAndNothingIsWritten() throws IOException {
        DraftedModel drafted =
                ModelDraft.of(List.of(weights(TinyOnnx.brightness()))).look();
        assertThat(drafted.missing()).extracting(DraftNote::setting).containsExactly("labels", "scale");
        assertThat(drafted.missing().get(0).reason()).startsWith("no file tells what the 3 scores stand for");
        assertThatIllegalStateException()
                .isThrownBy(() -> drafted.write(folder.resolve("out")))
                .withMessageContaining("still missing: labels: no file tells");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void everyGuessIsToldWithItsReason() throws IOException {
        DraftedModel drafted = tiny().look();
        assertThat(drafted.guesses())
                .extracting(DraftNote::toString)
                .containsExactly(
                        "layout = NCHW: the network takes [any, 1, 4, 4]",
                        "architecture = softmax-classifier: output 'logits' has one row of 3 numbers a picture",
                        "channels = GRAY: the network takes one channel",
                        "kind = logits: on 3 pictures they are no distribution; the network ends in MatMul",
                        "margin = 0.0: whether it was trained with more about the face's box cannot be seen",
                        "id = my-net: the name of the file");
        assertThat(drafted.descriptor().input().maxBatch()).isZero();
    }

    @Test
    void theModelAnswersAndChangesOfItsFilesAreFoundOut() throws IOException {
        Path out = folder.resolve("out");
        tiny().id("tiny").look().write(out);
        assertThat(ModelProblems.of(out)).isEmpty();
        assertThat(brightest(out)).isEqualTo("happy");

        GoldenSpec golden = GoldenPair.write(out, null, null, EngineOptions.defaults());
        assertThat(Model.of(out).descriptor().golden()).isEqualTo(golden);
        assertThat(brightest(out)).isEqualTo("happy");

        byte[] exchanged = TinyOnnx.network("input", "logits", new float[48], 3);
        ModelDescriptor plain = Model.of(out).descriptor();
        Files.write(out.resolve("my net.onnx"), exchanged);
        Path other = folder.resolve("other");
        ModelDescriptor wrong = plain.toBuilder()
                .files(ModelDraft.of(List.of(out.resolve("my net.onnx")))
                        .labels(List.of("sad", "neutral", "happy"))
                        .values(1, List.of(), List.of())
                        .look()
                        .descriptor()
                        .files())
                .build();
        Files.createDirectories(other);
        Files.writeString(other.resolve("model.json"), wrong.toJson());
        Files.write(other.resolve("my net.onnx"), exchanged);
        Files.copy(
                out.resolve(golden.file().path()), other.resolve(golden.file().path()));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> brightest(other))
                .withMessageContaining("fails its golden check");
    }

    @Test
    void theGoldenPairChangesNothingElseInTheDescriptor() throws IOException {
        Path out = folder.resolve("out");
        tiny().look().write(out);
        Path file = out.resolve("model.json");
        String odd = Files.readString(file).replace("\"happy\"", "\t\"HAPPINESS\"");
        Files.writeString(file, odd);
        GoldenPair.write(file, null, null, EngineOptions.defaults());
        String once = Files.readString(file);
        int kept = odd.lastIndexOf('}');
        assertThat(once).startsWith(odd.substring(0, kept).stripTrailing()).contains("\"golden\" : {");
        GoldenPair.write(file, RgbImage.of(1, 1, new byte[3]), null, EngineOptions.defaults());
        assertThat(Files.readString(file).replaceAll("(?s)\"golden\" : .*", ""))
                .isEqualTo(once.replaceAll("(?s)\"golden\" : .*", ""));
        assertThat(brightest(out)).isEqualTo("happy");
    }

    @Test
    void anAnswerThatIsNoNumberIsNotKept() throws IOException {
        float[] broken = new float[48];
        broken[3] = Float.POSITIVE_INFINITY;
        Path file = weights(TinyOnnx.network("input", "logits", broken, 3));
        ModelDraft.of(List.of(file))
                .labels(List.of("sad", "neutral", "happy"))
                .values(1, List.of(), List.of())
                .kind(ScoresSpec.Kind.LOGITS)
                .look()
                .write(folder);
        String before = Files.readString(folder.resolve("model.json"));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> GoldenPair.write(folder, null, null, EngineOptions.defaults()))
                .withMessageContaining("not a finite number");
        assertThat(folder.resolve("model.json")).hasContent(before);
    }

    @Test
    void whatIsThereStays() throws IOException {
        DraftedModel drafted = tiny().look();
        drafted.write(folder);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> drafted.write(folder))
                .withMessageContaining("model.json is there already; remove it first, or name another folder");
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("my net.onnx"), "mine");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> drafted.write(other))
                .withMessageContaining("is there already, and is another file than");
        assertThat(other.resolve("my net.onnx")).hasContent("mine");
    }

    @Test
    void filesThatAreNoNetworkAreNamedAsWhatTheyAre() throws IOException {
        Path h5 = weights("\u0089HDF\r\n rest".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> ModelDraft.of(List.of(h5)).look())
                .withMessageContaining("my net.onnx are of no format that an engine of this library reads")
                .withMessageContaining("it is an HDF5 file, as Keras saves models (.h5)");
        byte[] cut = java.util.Arrays.copyOf(TinyOnnx.brightness(), 100);
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> ModelDraft.of(List.of(weights(cut))).look())
                .withMessageContaining("it ends early")
                .withMessageContaining("cut off or damaged");
        Path again = weights(TinyOnnx.brightness());
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> ModelDraft.of(List.of(again, again)).look())
                .withMessageContaining("Two files are in onnx");
    }

    private ModelDraft tiny() throws IOException {
        return ModelDraft.of(List.of(weights(TinyOnnx.brightness())))
                .labels(List.of("sadness", "neutral", "happy"))
                .values(1 / 255f, List.of(0.5f), List.of(0.5f));
    }

    private Path weights(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("my net.onnx"), bytes);
    }

    private static String brightest(Path model) {
        byte[] white = new byte[4 * 4 * 3];
        java.util.Arrays.fill(white, (byte) 255);
        try (EmotionClassifier classifier =
                EmotionAnalyzer.builder().classifierModel(Model.of(model)).buildClassifier()) {
            return classifier.classifyCrop(RgbImage.of(4, 4, white)).top().label();
        }
    }
}

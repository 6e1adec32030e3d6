package io.emotion4j.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.model.DraftNote;
import io.emotion4j.model.DraftedModel;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelDraft;
import io.emotion4j.model.ModelTask;
import io.emotion4j.model.ScoresSpec;
import io.emotion4j.spi.EngineOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights that are no ONNX file: a SavedModel tells its signature, a TorchScript module nothing. */
class ModelDraftOnDjlTest {

    private static final List<String> LABELS =
            List.of("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral");

    @TempDir
    Path folder;

    @Test
    void aSavedModelTellsItsInputAndOutputs() throws IOException {
        Model shipped = Model.shipped(ModelTask.EMOTION_CLASSIFICATION);
        ModelDescriptor expected = shipped.descriptor();
        Path file = weights(shipped, "savedmodel", "saved_model.pb");
        DraftedModel drafted = ModelDraft.of(List.of(file))
                .labels(LABELS)
                .values(
                        expected.input().scale(),
                        expected.input().mean(),
                        expected.input().std())
                .scores(Objects.requireNonNull(expected.scores()).output())
                .engine("tensorflow", EngineOptions.defaults())
                .look();
        assertThat(drafted.descriptor().input()).isEqualTo(expected.input());
        assertThat(drafted.descriptor().outputs()).containsExactlyInAnyOrderElementsOf(expected.outputs());
        assertThat(Objects.requireNonNull(drafted.descriptor().scores()).kind()).isEqualTo(ScoresSpec.Kind.LOGITS);
    }

    @Test
    void aTorchScriptModuleIsAskedForItsSizeAndTriedForTheRest() throws IOException {
        Path file = weights(Model.shipped(ModelTask.EMOTION_CLASSIFICATION), "torchscript", "model.pt");
        ModelDraft draft = ModelDraft.of(List.of(file))
                .labels(LABELS)
                .values(1 / 255f, List.of(0.5f), List.of(0.25f))
                .engine("pytorch", EngineOptions.defaults());
        assertThat(draft.look().missing()).extracting(DraftNote::setting).containsExactly("size");
        draft.size(48, 48);
        DraftedModel drafted = draft.look();
        assertThat(drafted.guesses())
                .extracting(DraftNote::toString)
                .contains(
                        "channels = GRAY: the network runs with 1 channels",
                        "outputs = output0,output1: the network gives 2, and a TorchScript module names none");
        assertThat(drafted.missing())
                .extracting(DraftNote::toString)
                .containsExactly(
                        "scores: several outputs could be the scores: ['output0' with 1 rows of 7, 'output1' with 1 rows"
                                + " of 7]; name one of them");
        assertThat(draft.scores("output0").look().descriptor().labels()).hasSize(7);
    }

    private Path weights(Model model, String format, String name) throws IOException {
        byte[] bytes =
                model.read(Objects.requireNonNull(model.descriptor().files().get(format)));
        return Files.write(folder.resolve(name), bytes);
    }
}

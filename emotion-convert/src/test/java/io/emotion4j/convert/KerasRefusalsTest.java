package io.emotion4j.convert;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emotion4j.ModelLoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of Keras that cannot be read, or hold what the importer does not know. */
class KerasRefusalsTest {

    @TempDir
    Path folder;

    @Test
    void unknownLayersAreAllNamedBesideTheKnown() {
        String config = """
                {"class_name": "Sequential", "config": {"name": "s", "layers": [
                  {"class_name": "InputLayer", "config": {"batch_input_shape": [null, 9, 9, 1], "name": "i"}},
                  {"class_name": "Lambda", "config": {"name": "lambda_1"}},
                  {"class_name": "LSTM", "config": {"name": "memory"}}]}}""";
        Path h5 = folder.resolve("odd.h5");
        new KerasFile().writeH5(h5, config, "2.9.0");
        assertThatThrownBy(() -> WeightsImport.of(h5, null))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith(
                        "The Keras model has layers that the importer does not know: Lambda ('lambda_1'), "
                                + "LSTM ('memory'); it knows Activation, ActivityRegularization, Add, AlphaDropout, Average, ")
                .hasMessageEndingWith("Export the model as a SavedModel, which may have any layer");
    }

    @Test
    void missingWeightIsNamedWithWhatIsThere() {
        KerasFile file = new KerasFile();
        file.weight("model_weights/conv2d/conv2d/bias:0", 0, 1, 4);
        Path h5 = folder.resolve("half.h5");
        file.writeH5(h5, SequentialKeras.CONFIG, "2.9.0");
        assertThatThrownBy(() -> WeightsImport.of(h5, null))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage(
                        "Layer 'conv2d' has no weight 'kernel' in the file, it has [bias]; if the file holds no weights of "
                                + "it, save the whole model once more");
    }

    @Test
    void olderDamagedAndOtherFilesAreToldApart() throws IOException {
        Path old = folder.resolve("old.h5");
        new KerasFile().writeH5(old, SequentialKeras.CONFIG, "1.2.2");
        assertThatThrownBy(() -> WeightsImport.of(old, null))
                .hasMessage("The Keras file " + old
                        + " was written by Keras 1, expected 2 or newer; load and save it with Keras 2");
        Path cut = folder.resolve("cut.h5");
        Path whole = folder.resolve("whole.h5");
        SequentialKeras.of("model_weights/").file().writeH5(whole, SequentialKeras.CONFIG, "2.9.0");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> WeightsImport.of(cut, null))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("The Keras file " + cut + " cannot be read: it is cut off or damaged as HDF5 (")
                .hasMessageEndingWith("); copy it again");
        Path text = Files.writeString(folder.resolve("text.h5"), "no weights");
        assertThatThrownBy(() -> WeightsImport.of(text, null))
                .hasMessageStartingWith(text + " is no Keras file: expected HDF5 (.h5) or a zip file with config.json");
        assertThatThrownBy(() -> WeightsImport.of(folder.resolve("gone.h5"), null))
                .hasMessageContaining("found nothing there");
        assertThatThrownBy(() -> WeightsImport.of(folder, null))
                .hasMessage(
                        "The folder " + folder
                                + " has no saved_model.pb, as a SavedModel has, and no model.json of TensorFlow.js; give the folder in which it lies");
    }
}

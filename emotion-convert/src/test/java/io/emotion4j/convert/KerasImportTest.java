package io.emotion4j.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emotion4j.ModelLoadException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keras is not here: its files are written by {@link KerasFile}, its answers computed by {@link Hwc}. */
class KerasImportTest {

    @TempDir
    Path folder;

    @Test
    void sequentialModelInH5AnswersAsItsLayersAreDefined() throws Exception {
        SequentialKeras written = SequentialKeras.of("model_weights/");
        Path h5 = folder.resolve("my_fer.h5");
        written.file().writeH5(h5, SequentialKeras.CONFIG, "2.9.0");
        ImportedWeights imported = WeightsImport.of(h5, null);
        assertThat(imported.fileName()).isEqualTo("my_fer.onnx");
        assertThat(imported.notes()).contains("1 x Conv2D", "2 x Dense", "1 x DepthwiseConv2D");
        KerasAnswers.assertSame(KerasAnswers.run(imported, "pixels", written.pixels(), 9, 10, 1), written.answer());
    }

    @Test
    void weightsAloneTakeTheDescriptionFromItsFile() throws Exception {
        SequentialKeras written = SequentialKeras.of("");
        Path h5 = folder.resolve("weights.h5");
        written.file().writeH5(h5, null, "2.9.0");
        assertThatThrownBy(() -> WeightsImport.of(h5, null))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("The Keras file " + h5 + " has weights alone, no description of the layers: give what "
                        + "model.to_json() writes (--architecture FILE), or save the whole model with model.save(...)");
        Path json = Files.writeString(folder.resolve("fer.json"), SequentialKeras.CONFIG);
        KerasAnswers.assertSame(
                KerasAnswers.run(WeightsImport.of(h5, json), "pixels", written.pixels(), 9, 10, 1), written.answer());
    }
}

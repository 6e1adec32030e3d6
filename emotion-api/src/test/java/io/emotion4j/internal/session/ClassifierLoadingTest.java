package io.emotion4j.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.ModelLoadException;
import io.emotion4j.NoProviderException;
import io.emotion4j.model.ModelOnDisk;
import io.emotion4j.spi.ClassifierOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierLoadingTest {

    private final BrightnessSession network = new BrightnessSession();
    private ModelOnDisk files;

    @TempDir
    Path folder;

    @BeforeEach
    void describe() {
        files = ModelOnDisk.classifier(folder);
    }

    private SessionClassifier open() {
        return SessionClassifier.open(network, files.write(), ClassifierOptions.defaults());
    }

    @Test
    void aModelThatTakesOneFaceAtATimeButDoesNotSaySoIsRefusedWhenLoaded() {
        network.mostFaces = 1;
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(this::open)
                .withMessageContaining("\"maxBatch\": 1");
        assertThat(network.closed).hasValue(1);
    }

    @Test
    void classifierRejectsModelWhoseLabelCountDiffers() {
        network.labels = 7;
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(this::open)
                .withMessageContaining("outputs 7 scores a face but its descriptor lists 3 labels")
                .withMessageContaining(folder.toString());
        assertThat(network.closed).hasValue(1);
    }

    @Test
    void aModelWithoutAnOutputOfItsDescriptorIsRefusedWhenLoaded() {
        files.with("outputs", "[\"logits\", \"more\"]");
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(this::open)
                .withMessageContaining("gives 1 outputs of model 'scorer', its descriptor lists 2: [logits, more]");
        assertThat(network.closed).hasValue(1);
    }

    @Test
    void aGoldenPairThatFitsIsLetPass() {
        files.withGolden("[1, 1, 4, 4]", "{\"logits\": [1, 3]}", 0.001f, golden(1, -1.0005f, 0, 1));
        open().close();
    }

    @Test
    void aGoldenPairThatDiffersIsNamedAndTheSessionReleased() {
        files.withGolden("[1, 1, 4, 4]", "{\"logits\": [1, 3]}", 0.001f, golden(1, -1, 0, 1.5f));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(this::open)
                .withMessageContaining("fails its golden check on engine 'test'")
                .withMessageContaining("logits[2] expected 1.5 within 0.001, found 1.0");
        assertThat(network.closed).hasValue(1);
    }

    @Test
    void aGoldenShapeThatDiffersIsNamed() {
        files.withGolden("[1, 1, 4, 4]", "{\"logits\": [3, 1]}", 0.001f, golden(1, -1, 0, 1));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(this::open)
                .withMessageContaining("expected [3, 1], found [1, 3]");
    }

    @Test
    void whatTheEngineThrowsWhileLoadingIsWrappedWithTheFilesName() {
        files.withFile("weights", "model.onnx", new byte[] {1, 2, 3});
        network.format = "weights";
        network.failure = new IOException("bad magic");
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(this::open)
                .withMessageContaining("Engine 'test' cannot load file model.onnx")
                .withMessageContaining("bad magic")
                .withMessageContaining(folder.toString())
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void aFileThatIsNoNetworkIsSaidToBeThatNotWhatTheEngineMakesOfIt() {
        files.withFile("onnx", "model.onnx", "PK\u0003\u0004".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        network.failure = new IOException("protobuf parsing failed");
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(this::open)
                .withMessageContaining("Engine 'test' cannot load file model.onnx")
                .withMessageContaining(": expected a network in ONNX, but it is a zip file")
                .withMessageNotContaining("protobuf")
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void anInputThatTheNetworkRefusesIsNotBlamedOnTheNumberOfFaces() {
        network.mostFaces = 0;
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(this::open)
                .withMessageContaining("does not run")
                .withMessageNotContaining("maxBatch");
    }

    @Test
    void aDeviceThatIsNotThereIsSaidAsTheEngineSaysIt() {
        network.failure = new NoProviderException("no cuda:0");
        assertThatExceptionOfType(NoProviderException.class)
                .isThrownBy(this::open)
                .withMessage("no cuda:0");
    }

    @Test
    void aFormatThatTheModelDoesNotComeInIsNamed() {
        network.format = "torchscript";
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(this::open)
                .withMessageContaining("expected format torchscript, found [onnx]");
    }

    /** An even input of 16 pixels, then three logits. */
    private static float[] golden(float pixel, float... logits) {
        float[] numbers = new float[16 + logits.length];
        java.util.Arrays.fill(numbers, 0, 16, pixel);
        System.arraycopy(logits, 0, numbers, 16, logits.length);
        return numbers;
    }
}

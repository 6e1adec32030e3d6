package io.emotion4j.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.model.GoldenSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.classifier.FaceRanges;
import io.emotion4j.training.network.BatchNormFolding;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.network.Quantization;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuantizedExportTest {

    private static final ModelNotes NOTES = new ModelNotes(
            "sample", "1.2.3", "test licence", new ModelNotes.Origin("noise", "a test", "train --fast", 7));

    @TempDir
    private Path folder;

    private final Network network = BatchNormFolding.fold(ClassifierPreset.TINY.build(3, 0));

    @BeforeEach
    void exportBoth() throws IOException {
        ClassifierExport.write(network, Map.of(), 0.1f, NOTES, folder);
        List<LabelledFace> faces = faces(64);
        Network quantized = Quantization.quantize(network, FaceRanges.of(network, faces));
        QuantizedExport.write(
                Model.of(folder),
                quantized,
                faces.size() + " faces",
                Map.of("accuracy", 0.5),
                new Evaluation("{}"),
                folder);
    }

    @Test
    void libraryReadsItBesideTheOriginal() {
        ModelDescriptor original = Model.of(folder).descriptor();
        Model model = Model.of(folder.resolve("model-int8.json"));
        ModelDescriptor descriptor = model.descriptor();

        assertThat(descriptor.id()).isEqualTo("sample-int8");
        assertThat(descriptor.files()).containsOnlyKeys("onnx");
        assertThat(descriptor.input()).isEqualTo(original.input());
        assertThat(descriptor.scores()).isEqualTo(original.scores());
        assertThat(descriptor.metrics()).containsExactly(Map.entry("accuracy", 0.5));
        descriptor.files().values().forEach(model::read);
        model.read(Objects.requireNonNull(descriptor.evaluation()));
        assertThat(new String(model.read(Objects.requireNonNull(descriptor.card()))))
                .contains("sample-int8", "64 faces", "| accuracy | 0.5000 |", "train --fast");
    }

    @Test
    void onnxRuntimeGivesTheGoldenVectorsOfTheRoundedNetwork() throws Exception {
        GoldenSpec golden = Objects.requireNonNull(
                Model.of(folder.resolve("model-int8.json")).descriptor().golden());
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("golden-int8.f32")));
        float[] all = new float[bytes.capacity() / Float.BYTES];
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(all);
        float[] input = Arrays.copyOf(all, 48 * 48);

        assertThat(logits("model-int8.onnx", input))
                .containsExactly(Arrays.copyOfRange(all, 48 * 48, 48 * 48 + 7), within(golden.tolerance() / 4));
    }

    @Test
    void answersAreNearThoseOfTheOriginalButNotTheSame() throws Exception {
        float worst = 0;
        for (LabelledFace face : faces(16)) {
            float[] input = new float[48 * 48];
            for (int i = 0; i < input.length; i++) {
                input[i] = ((face.pixels()[i] & 255) / 255f - 0.5f) / 0.25f;
            }
            float[] expected = logits("model.onnx", input);
            float[] found = logits("model-int8.onnx", input);
            for (int i = 0; i < expected.length; i++) {
                worst = Math.max(worst, Math.abs(found[i] - expected[i]));
            }
        }
        assertThat(worst).isPositive().isLessThan(0.1f);
    }

    @Test
    void sameInputGivesSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(folder.resolve("model-int8.onnx"));
        exportBoth();

        assertThat(folder.resolve("model-int8.onnx")).hasBinaryContent(first);
    }

    private float[] logits(String file, float[] input) throws Exception {
        return Objects.requireNonNull(EngineRuns.onnx(Files.readAllBytes(folder.resolve(file)), input, 1, 1, 48, 48)
                .get("logits"));
    }

    /** Noise on grounds of any brightness. */
    private static List<LabelledFace> faces(int count) {
        Random random = new Random(2);
        List<LabelledFace> faces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] pixels = new byte[48 * 48];
            int ground = random.nextInt(256);
            for (int p = 0; p < pixels.length; p++) {
                pixels[p] = (byte) Math.max(0, Math.min(255, ground + random.nextGaussian() * 40));
            }
            faces.add(new LabelledFace(pixels, 48, 48, 0, null, "noise " + i));
        }
        return faces;
    }
}

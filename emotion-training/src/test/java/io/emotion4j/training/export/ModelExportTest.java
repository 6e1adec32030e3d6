package io.emotion4j.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emotion4j.model.ChannelOrder;
import io.emotion4j.model.GoldenSpec;
import io.emotion4j.model.InputSpec;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.TensorLayout;
import io.emotion4j.model.TensorType;
import io.emotion4j.model.ThresholdSpec;
import io.emotion4j.training.classifier.ClassifierPreset;
import io.emotion4j.training.detector.DetectorPreset;
import io.emotion4j.training.network.Network;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelExportTest {

    private static final ModelNotes NOTES = new ModelNotes(
                    "sample", "1.2.3", "test licence", new ModelNotes.Origin("noise", "a test", "train --fast", 7))
            .withFigures(Map.of("accuracy", 0.75), Map.of());

    @TempDir
    private Path folder;

    @Test
    void libraryReadsTheClassifierThatWasWritten() throws IOException {
        ClassifierExport.write(classifier(), Map.of("logits", 1.25), 0.1f, NOTES, folder);

        Model model = Model.of(folder);
        ModelDescriptor descriptor = model.descriptor();
        assertThat(descriptor.id()).isEqualTo("sample");
        assertThat(descriptor.version()).isEqualTo("1.2.3");
        assertThat(descriptor.outputs()).containsExactly("logits", "logits_fer2013");
        assertThat(descriptor.input().scale()).isEqualTo(1 / 255f);
        assertThat(descriptor.metrics()).containsExactly(Map.entry("accuracy", 0.75));
        assertThat(descriptor.labels()).hasSize(7);
        readAll(model);
    }

    @Test
    void everyOtherHeadIsAVariantOfTheSameFiles() throws IOException {
        ClassifierExport.write(classifier(), Map.of(), 0.1f, NOTES, folder);

        ModelDescriptor first = Model.of(folder).descriptor();
        ModelDescriptor variant = Model.of(folder.resolve("model-fer2013.json")).descriptor();
        assertThat(variant.id()).isEqualTo("sample-fer2013");
        assertThat(variant.files()).isEqualTo(first.files());
        assertThat(variant.scores()).isNotNull();
        assertThat(String.valueOf(variant.scores())).contains("logits_fer2013");
    }

    @Test
    void libraryReadsTheDetectorThatWasWritten() throws IOException {
        DetectorExport.write(detector(), detectorInput(), new ThresholdSpec(0.6f, 0.3f), NOTES, folder);

        Model model = Model.of(folder);
        assertThat(model.descriptor().architecture()).isEqualTo("yunet");
        assertThat(model.descriptor().input())
                .isEqualTo(InputSpec.builder("input")
                        .multipleOf(32)
                        .type(TensorType.UINT8)
                        .layout(TensorLayout.NHWC)
                        .channels(detectorInput().channels())
                        .build());
        assertThat(model.descriptor().thresholds()).isEqualTo(new ThresholdSpec(0.6f, 0.3f));
        readAll(model);
    }

    @Test
    void goldenVectorsHoldForEveryFormat() throws Exception {
        ClassifierExport.write(classifier(), Map.of("logits", 2.0), 0.1f, NOTES, folder);
        GoldenSpec golden = golden(Model.of(folder).descriptor());
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("golden.f32")));
        float[] all = new float[bytes.capacity() / Float.BYTES];
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(all);
        float[] input = java.util.Arrays.copyOf(all, 48 * 48);
        float[] logits = java.util.Arrays.copyOfRange(all, 48 * 48, 48 * 48 + 7);
        List<String> names = List.of("logits", "logits_fer2013");

        assertThat(golden.outputShapes().keySet()).containsExactlyElementsOf(names);
        for (float[] found : List.of(
                EngineRuns.onnx(Files.readAllBytes(folder.resolve("model.onnx")), input, 1, 1, 48, 48)
                        .get("logits"),
                EngineRuns.torchScript(folder, names, input, 1, 1, 48, 48).get("logits"),
                EngineRuns.savedModel(folder, input, 1, 1, 48, 48).get("logits"))) {
            assertThat(found).containsExactly(logits, org.assertj.core.api.Assertions.within(1e-4f));
        }
    }

    @Test
    void sameInputGivesSameBytes() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        ClassifierExport.write(classifier(), Map.of("logits", 1.25), 0.1f, NOTES, one);
        ClassifierExport.write(classifier(), Map.of("logits", 1.25), 0.1f, NOTES, two);

        assertThat(hashes(one)).isEqualTo(hashes(two)).hasSize(7);
    }

    @Test
    void cardTellsLicenceFiguresCommandAndSeed() throws IOException {
        ClassifierExport.write(classifier(), Map.of("logits", 1.25), 0.1f, NOTES, folder);

        assertThat(folder.resolve("card.md"))
                .content()
                .contains("test licence", "| accuracy | 0.7500 |", "train --fast", "Seed 7", "`logits` 1.250")
                .doesNotContain("{{");
    }

    @Test
    void cardWithoutAValueIsRefused() {
        assertThatThrownBy(() -> ModelCard.fillText("a {{b}} c", "some-card.md", Map.of("d", "e")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("some-card.md")
                .hasMessageContaining("{{b}}")
                .hasMessageContaining("[d]");
    }

    @Test
    void networkWithoutTheDetectorsOutputsIsRefused() {
        assertThatThrownBy(() -> DetectorExport.write(
                        DetectorPreset.TINY.forTraining(1),
                        detectorInput(),
                        new ThresholdSpec(0.6f, 0.3f),
                        NOTES,
                        folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'cls_8'")
                .hasMessageContaining("score_8");
        assertThatThrownBy(() -> ClassifierExport.write(detector(), Map.of(), 0.1f, NOTES, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'logits'");
    }

    private static Network classifier() {
        return SampleNetworks.shaken(ClassifierPreset.TINY.build(1, 0.2));
    }

    private static Network detector() {
        return DetectorPreset.TINY.forInference(SampleNetworks.shaken(DetectorPreset.TINY.forTraining(1)));
    }

    private static InputSpec detectorInput() {
        return InputSpec.builder("input")
                .multipleOf(32)
                .channels(ChannelOrder.BGR)
                .values(1, List.of(104f, 117f, 123f), List.of(1f, 1f, 1f))
                .build();
    }

    private static GoldenSpec golden(ModelDescriptor descriptor) {
        return java.util.Objects.requireNonNull(descriptor.golden());
    }

    /** The library checks size and SHA-256 of what it reads. */
    private static void readAll(Model model) {
        ModelDescriptor descriptor = model.descriptor();
        assertThat(descriptor.files()).containsOnlyKeys("onnx", "torchscript", "savedmodel");
        descriptor.files().values().forEach(model::read);
        model.read(golden(descriptor).file());
        ModelFile card = java.util.Objects.requireNonNull(descriptor.card());
        model.read(card);
    }

    private static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        ExportFolder other = new ExportFolder(folder.resolveSibling("copy"));
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                hashes.put(name, other.put(name, Files.readAllBytes(file)).sha256());
            }
        }
        return hashes;
    }
}

package io.emotion4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.emotion4j.Emotion;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptorWriterTest {

    private static final ModelFile FILE = new ModelFile("a/b.onnx", "0123456789abcdef".repeat(4), 152);
    private static final Point P = new Point(1.5f, 2);

    private static final ModelDescriptor CLASSIFIER = ModelDescriptor.builder(
                    "mine", ModelTask.EMOTION_CLASSIFICATION, "softmax-classifier")
            .version("2.0 \"beta\"\n\\ \u0001 \u00fc")
            .files(Map.of("onnx", FILE))
            .input(InputSpec.builder("in")
                    .size(4, 4)
                    .maxBatch(7)
                    .type(TensorType.UINT8)
                    .values(1 / 255f, List.of(0.5f), List.of(0.25f))
                    .build())
            .constants(Map.of("keep", new ConstantSpec(TensorType.INT64, List.of(1L, 2L), List.of(1.0, 2.0))))
            .outputs(List.of("a", "b"))
            .scores(new ScoresSpec("b", ScoresSpec.Kind.PROBABILITIES, new SliceSpec(3, 3), List.of(1), 1.5f, 0.25f))
            .labels(List.of(Emotion.SAD, Emotion.HAPPY))
            .face(new FaceSpec(0.1f, new Landmarks(P, P, P, P, P)))
            .prior(new PriorSpec(Map.of(Emotion.SAD, 0.25f, Emotion.HAPPY, 0.75f), 0.5f))
            .extras(Map.of("valence", new ExtraSpec("b", new SliceSpec(6, 1))))
            .golden(new GoldenSpec(FILE, List.of(2L, 1L, 4L, 4L), Map.of("b", List.of(2L, 3L)), 0.001f))
            .card(FILE)
            .evaluation(FILE)
            .license("CC0-1.0")
            .trainingData("pictures")
            .source("here")
            .metrics(Map.of("accuracy", 1e-7))
            .build();

    private static final ModelDescriptor DETECTOR = ModelDescriptor.builder("finder", ModelTask.FACE_DETECTION, "yunet")
            .files(Map.of("onnx", new ModelFile("a/c.onnx", FILE.sha256(), 9, List.of(FILE), List.of(FILE, FILE))))
            .input(InputSpec.builder("in")
                    .multipleOf(32)
                    .enlargeTo(224)
                    .layout(TensorLayout.NHWC)
                    .channels(ChannelOrder.BGR)
                    .build())
            .outputs(List.of("a"))
            .thresholds(new ThresholdSpec(0.6f, 0.3f, 0.5f, 4))
            .decoder(DecoderSpec.of(
                    Map.of("strides", List.of(8, 16), "sides", List.of(List.of(1.5), List.of(2)), "box", "corners")))
            .build();

    private static final ModelDescriptor MIGRATED = CLASSIFIER.toBuilder()
            .face(new FaceSpec(0.2f, null, FaceSpec.Fit.STRETCH, -0.1f, true, FaceSpec.Resample.TRIANGLE))
            .build();

    @TempDir
    Path folder;

    @Test
    void whatIsReadEqualsWhatWasWritten() throws Exception {
        for (ModelDescriptor written : List.of(CLASSIFIER, DETECTOR, MIGRATED)) {
            Files.writeString(folder.resolve("model.json"), written.toJson());
            ModelDescriptor read = Model.of(folder).descriptor();
            assertThat(read).isEqualTo(written).hasSameHashCodeAs(written);
            assertThat(read.toJson()).isEqualTo(written.toJson());
        }
    }

    @Test
    void aBuilderOfADescriptorHoldsAllOfIt() {
        assertThat(CLASSIFIER.toBuilder().build()).isEqualTo(CLASSIFIER);
        assertThat(DETECTOR.toBuilder().build()).isEqualTo(DETECTOR);
        ModelDescriptor renamed = CLASSIFIER.toBuilder().id("other").build();
        assertThat(renamed).isNotEqualTo(CLASSIFIER);
        assertThat(renamed.toBuilder().id("mine").build()).isEqualTo(CLASSIFIER);
    }

    @Test
    void meanAndDeviationAreThatOfPlainPixelsUnlessSaid() {
        assertThat(DETECTOR.input().mean()).containsExactly(0f, 0f, 0f);
        assertThat(DETECTOR.input().std()).containsExactly(1f, 1f, 1f);
    }

    @Test
    void whatCannotBeIsRefusedByItsKey() {
        refused(
                "\"id\" must be lower-case",
                () -> CLASSIFIER.toBuilder().id("A").build());
        refused(
                "\"outputs\" is empty",
                () -> DETECTOR.toBuilder().outputs(List.of()).build());
        refused(
                "\"scores.output\" must be one of \"outputs\" [c], found \"b\"",
                () -> CLASSIFIER.toBuilder().outputs(List.of("c")).build());
        refused(
                "\"labels\" has a label twice",
                () -> CLASSIFIER.toBuilder()
                        .labels(List.of(Emotion.SAD, Emotion.SAD))
                        .build());
        refused(
                "\"labels\" needs at least 2",
                () -> CLASSIFIER.toBuilder().labels(List.of()).build());
        refused(
                "\"metrics\" holds finite numbers",
                () -> CLASSIFIER.toBuilder().metrics(Map.of("a", Double.NaN)).build());
        refused("\"path\" must lie at or below", () -> new ModelFile("../x", FILE.sha256(), 1));
        refused("\"sha256\" must be 64", () -> new ModelFile("x", "0", 1));
        refused("\"bytes\" must lie within 1", () -> new ModelFile("x", FILE.sha256(), 0));
        refused("\"margin\" must lie within", () -> new FaceSpec(Float.NaN, null));
        refused("\"score\" must lie within 0 to 1, found 1.0001", () -> new ThresholdSpec(1.0001f, 0));
        refused(
                "\"enlargeTo\" must be at least \"multipleOf\" (32), found 31",
                () -> InputSpec.builder("in").multipleOf(32).enlargeTo(31).build());
        refused("\"nms\" must lie within 0 to 1", () -> new ThresholdSpec(0, Float.NaN));
        refused("\"voting\" must lie within 0 to 1, found -0.5", () -> new ThresholdSpec(0, 0, -0.5f));
        refused(
                "\"voters\" must lie within 1 to 100, or be left out, found 0.5",
                () -> new ThresholdSpec(0, 0, 0.5f, 0.5f));
        refused("\"voters\" needs \"voting\"", () -> new ThresholdSpec(0, 0, 1, 4));
        refused("\"tolerance\" must be more than 0", () -> new GoldenSpec(FILE, List.of(), Map.of("b", List.of()), 0));
        refused(
                "\"std\" must not be 0",
                () -> InputSpec.builder("in")
                        .values(1, List.of(0f), List.of(0f))
                        .build());
        refused(
                "\"mean\" needs one finite number a channel, 1 for GRAY",
                () -> InputSpec.builder("in")
                        .values(1, List.of(0f, 0f), List.of(1f))
                        .build());
        refused(
                "\"width\" and height are both 0",
                () -> InputSpec.builder("in").size(0, 4).build());
        assertThatNullPointerException()
                .isThrownBy(() -> ModelDescriptor.builder("mine", ModelTask.FACE_DETECTION, "yunet")
                        .outputs(List.of("a"))
                        .build())
                .withMessage("input");
    }

    private static void refused(String message, Runnable made) {
        assertThatIllegalArgumentException().isThrownBy(made::run).withMessageStartingWith(message);
    }
}

package io.emotion4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.emotion4j.Emotion;
import io.emotion4j.internal.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a model.json, it is read or refused; what was read is written so that it is read as the same. */
class DescriptorFuzzTest {

    @MethodSource("descriptors")
    @FuzzTest(maxDuration = "10m")
    void read(byte[] json) throws JsonException {
        ModelDescriptor read;
        try {
            read = DescriptorReader.read(new String(json, StandardCharsets.UTF_8));
        } catch (JsonException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        assertThat(DescriptorReader.read(read.toJson())).isEqualTo(read);
    }

    static Stream<byte[]> descriptors() {
        ModelDescriptor classifier = ModelDescriptor.builder(
                        "a", ModelTask.EMOTION_CLASSIFICATION, "softmax-classifier")
                .files(Map.of("onnx", new ModelFile("m.onnx", "0".repeat(64), 9)))
                .input(InputSpec.builder("x").size(48, 48).build())
                .outputs(List.of("y"))
                .scores(new ScoresSpec("y", ScoresSpec.Kind.LOGITS))
                .labels(List.of(Emotion.SAD, Emotion.HAPPY))
                .face(new FaceSpec(0.1f, null))
                .metrics(Map.of("accuracy", 0.5))
                .build();
        ModelDescriptor detector = ModelDescriptor.builder("b", ModelTask.FACE_DETECTION, "yunet")
                .files(Map.of("onnx", new ModelFile("m.onnx", "0".repeat(64), 9)))
                .input(InputSpec.builder("x").build())
                .outputs(List.of("y"))
                .thresholds(new ThresholdSpec(0.5f, 0.3f))
                .build();
        return Stream.of(classifier, detector).map(model -> model.toJson().getBytes(StandardCharsets.UTF_8));
    }
}

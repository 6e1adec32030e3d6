package io.emotion4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.Emotion;
import io.emotion4j.ModelLoadException;
import io.emotion4j.Point;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptorTest {

    @TempDir
    Path folder;

    @Test
    void aClassifierIsReadInFull() {
        ModelDescriptor model = ModelOnDisk.classifier(folder)
                .with("face", "{\"margin\": 0.1, \"template\": [[1, 1], [3, 1], [2, 2], [1, 3], [3, 3]]}")
                .with("license", "\"Apache-2.0\"")
                .with("trainingData", "\"pictures\"")
                .with("source", "\"here\"")
                .with("metrics", "{\"accuracy\": 0.7}")
                .write()
                .descriptor();
        assertThat(model.id()).isEqualTo("scorer");
        assertThat(model.task()).isEqualTo(ModelTask.EMOTION_CLASSIFICATION);
        assertThat(model.labels()).containsExactly(Emotion.SAD, Emotion.NEUTRAL, Emotion.HAPPY);
        assertThat(model.scores()).isEqualTo(new ScoresSpec("logits", ScoresSpec.Kind.LOGITS));
        assertThat(model.input())
                .isEqualTo(InputSpec.builder("input")
                        .size(4, 4)
                        .values(1 / 255f, List.of(0.5f), List.of(0.5f))
                        .build());
        assertThat(model.face()).isNotNull().satisfies(face -> {
            assertThat(face.margin()).isEqualTo(0.1f);
            assertThat(face.template())
                    .isNotNull()
                    .satisfies(t -> assertThat(t.leftEye()).isEqualTo(new Point(3, 1)));
        });
        assertThat(model.metrics()).containsEntry("accuracy", 0.7);
        assertThat(model.license()).isEqualTo("Apache-2.0");
        assertThat(model.has("onnx")).isTrue();
        assertThat(model.has("torchscript")).isFalse();
    }

    @Test
    void classesThatAreNoExpressionAreLeftOutAndTheirPlacesKept() {
        ModelDescriptor model = ModelOnDisk.classifier(folder)
                .with("labels", "[null, \"scared\", \"anger\", null]")
                .write()
                .descriptor();
        assertThat(model.labels()).containsExactly(Emotion.FEAR, Emotion.ANGRY);
        assertThat(model.scores())
                .isNotNull()
                .satisfies(scores -> assertThat(scores.skipped()).containsExactly(0, 3));
    }

    @Test
    void aDetectorIsReadInFull() {
        ModelDescriptor model = ModelOnDisk.detector(folder).write().descriptor();
        assertThat(model.input().anySize()).isTrue();
        assertThat(model.input().multipleOf()).isEqualTo(32);
        assertThat(model.input().shape(1, 64, 96)).containsExactly(1, 3, 64, 96);
        assertThat(model.thresholds()).isEqualTo(new ThresholdSpec(0.6f, 0.3f));
        assertThat(model.labels()).isEmpty();
        assertThat(model.scores()).isNull();
    }

    @Test
    void goldenIsReadInFull() {
        GoldenSpec golden = ModelOnDisk.classifier(folder)
                .withGolden("[1, 1, 4, 4]", "{\"logits\": [1, 3]}", 0.001f, new float[19])
                .write()
                .descriptor()
                .golden();
        assertThat(golden).isNotNull().satisfies(g -> {
            assertThat(g.inputShape()).containsExactly(1L, 1L, 4L, 4L);
            assertThat(g.outputShapes()).containsEntry("logits", List.of(1L, 3L));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "formatVersion|2|this library reads 1",
                "id|\"Has Space\"|\"id\" must be lower-case",
                "task|\"dancing\"|must be one of [face-detection, emotion-classification], found \"dancing\"",
                "lables|[]|Unknown key \"lables\"",
                "thresholds|{\"score\": 1, \"nms\": 1}|Unknown key \"thresholds\"",
                "files|{}|\"files\" is empty",
                "files|{\"onnx\": {\"path\": \"../x\", \"sha256\": \"\", \"bytes\": 1}}|\"files.onnx.path\" must lie at or below",
                "files|{\"onnx\": {\"path\": \"/etc/x\", \"sha256\": \"\", \"bytes\": 1}}|\"files.onnx.path\" must lie at or below",
                "files|{\"onnx\": {\"path\": \"c:x\", \"sha256\": \"\", \"bytes\": 1}}|\"files.onnx.path\" must lie at or below",
                "files|{\"onnx\": {\"path\": \"x\", \"sha256\": \"ABC\", \"bytes\": 1}}|64 lower-case hexadecimal digits, found \"ABC\"",
                "outputs|[]|\"outputs\" is empty",
                "outputs|[\"other\"]|\"scores.output\" must be one of \"outputs\" [other], found \"logits\"",
                "scores|{\"output\": \"logits\", \"kind\": \"scores\"}|\"scores.kind\" must be one of [logits, probabilities, sigmoid, sigmoid-logits]",
                "scores|{\"output\": \"logits\", \"kind\": \"logits\", \"count\": 4}|\"scores.count\" must be as many as there are labels, 3, found 4",
                "scores|{\"output\": \"logits\", \"kind\": \"logits\", \"temperature\": 0}|\"scores.temperature\" must be above 0",
                "scores|{\"output\": \"logits\", \"kind\": \"logits\", \"abstainBelow\": 2}|\"scores.abstainBelow\" must lie within 0 to 1",
                "prior|{\"shares\": {\"sad\": 1}}|\"prior.shares\" needs a share for each of the labels",
                "prior|{\"shares\": {\"sad\": 0.2, \"happy\": 0.2, \"neutral\": 0.2}}|\"prior.shares\" must have the sum 1",
                "prior|{\"shares\": {\"sad\": 1, \"happy\": 0, \"neutral\": 0}}|\"prior.shares\" must lie above 0",
                "prior|{\"shares\": {\"sad\": 0.2, \"happy\": 0.2, \"neutral\": 0.6}, \"strength\": 2}|\"prior.strength\" must lie within",
                "extras|{\"age\": {\"output\": \"ages\"}}|\"extras.age.output\" must be one of \"outputs\" [logits], found \"ages\"",
                "labels|[\"sad\", 1]|\"labels\" must be a text or null as each element, found 1",
                "outputs|[null]|\"outputs\" must be a text as each element, found null",
                "labels|[\"sad\", \"bored\"]|\"labels\" has \"bored\", expected only",
                "labels|[\"sad\", \"sadness\"]|\"labels\" has \"sadness\" twice",
                "labels|[\"sad\"]|needs at least 2 labels, found 1",
                "face|{\"template\": [[1, 1]]}|\"face.template\" needs five points",
                "face|{\"fit\": \"oval\"}|\"face.fit\" must be one of [square, stretch], found \"oval\"",
                "face|{\"shift\": 2}|\"face.shift\" must lie within -1 to 1",
                "face|{\"wholePixels\": 1}|\"face.wholePixels\" must be true or false, found 1.0",
                "face|{\"resample\": \"area\", \"template\": [[1, 1], [3, 1], [2, 2], [1, 3], [3, 3]]}|\"face.resample\" must be smooth",
                "constants|{\"keep\": {\"shape\": [2], \"values\": [1]}}|\"constants.keep.values\" needs 2 numbers for shape [2], found 1",
                "constants|{\"keep\": \"1\"}|\"constants.keep\" must be an object",
                "face|{\"margin\": -0.5}|\"face.margin\" must lie within",
                "metrics|{\"a\": \"b\"}|\"metrics.a\" must be a number",
            })
    void aWrongKeyIsNamed(String key, String value, String message) {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(
                        () -> ModelOnDisk.classifier(folder).with(key, value).write())
                .withMessageContaining(folder.resolve("model.json").toString())
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'width': 4|'width': 0|must be both at least 1, found 0 and 4",
                "'width': 4|'width': 9000|\"input.width\" must be within 0 to 8192",
                "'width': 4|'width': 4, 'multipleOf': 32|\"input.multipleOf\"",
                "'width': 4|'width': 4, 'enlargeTo': 64|\"input.enlargeTo\" goes with width and height 0, found 64",
                "'NCHW'|'CHWN'|\"input.layout\" must be one of [NCHW, NHWC]",
                "'GRAY'|'RGB'|needs one finite number a channel, 3 for RGB",
                "'std': [0.5]|'std': [0]|\"input.std\" must not be 0",
                "'name': 'input', ||\"input.name\" is missing",
            })
    void aWrongInputIsNamed(String right, String wrong, String message) {
        String input = "{'name': 'input', 'width': 4, 'height': 4, 'layout': 'NCHW', 'channels': 'GRAY', 'scale': 1,"
                + " 'mean': [0.5], 'std': [0.5]}";
        assertThat(input).contains(right);
        String changed = input.replace(right, wrong == null ? "" : wrong).replace('\'', '"');
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() ->
                        ModelOnDisk.classifier(folder).with("input", changed).write())
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 4, 4, 1]|{\"logits\": [1, 3]}|\"golden.inputShape\" must be a batch of the input in layout NCHW",
                "[1, 1, 4, 5]|{\"logits\": [1, 3]}|\"golden.inputShape\"",
                "[1, 1, 4, 4]|{\"other\": [1, 3]}|\"golden.outputShapes.other\" must be one of \"outputs\" [logits]",
                "[1, 1, 4, 4]|{\"logits\": [1, 4]}|\"golden.bytes\" must be 80 for these shapes, found 76",
                "[1, 1, 4, 4]|{}|\"golden.outputShapes\" is empty",
            })
    void aGoldenThatDoesNotFitIsNamed(String inputShape, String outputShapes, String message) {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> ModelOnDisk.classifier(folder)
                        .withGolden(inputShape, outputShapes, 0.001f, new float[19])
                        .write())
                .withMessageContaining(message);
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(
                        () -> ModelOnDisk.detector(folder).without("thresholds").write())
                .withMessageContaining("\"thresholds\" is missing");
    }
}

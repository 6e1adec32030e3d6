package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.model.ModelProblems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each of the wrong model folders of ../shared/cases, with all that is told of it. */
class ModelsCheckTest {

    private static final Path CASES = Path.of("..", "..", "shared", "cases", "models");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "01-missing-labels|model.json: Key \"labels\" is missing; add it: docs/model-format.md says what it is",
                "03-unknown-key|model.json: Key \"input.colour\" is unknown; remove it or correct its spelling. There are "
                        + "[channels, enlargeTo, height, layout, maxBatch, mean, multipleOf, name, scale, std, type, width]",
                "04-wrong-type|model.json: Key \"input.width\" must be a number, found \"48\"",
                "05-6-labels|model.json: Key \"labels\" has 6 labels, but output 'scores' of the network has 7 numbers a face; "
                        + "list a label for each, null for what is no expression of ours, or say which numbers are scores with "
                        + "\"from\" and \"count\" in \"scores\"",
                "06b-nhwc-for-nchw|model.json: Key \"input\" describes a picture of shape [48, 48, 1] (NHWC), but the network "
                        + "takes [?, 1, 48, 48]; write \"layout\": \"NCHW\"",
                "07-wrong-hash|m.onnx: \"files.onnx.sha256\" is "
                        + "0000000000000000000000000000000000000000000000000000000000000000, but the file's is "
                        + "7abe3fd5206d7e151d8e681204d3d589bd44b830e80e0244f0997df8428141a2; copy the file again, or write that "
                        + "if it is the right one",
                "07c-wrong-bytes|m.onnx: \"files.onnx.bytes\" is 5, but the file has 289261; copy the file again, or write "
                        + "that if it is the right one",
                "09-traversal|model.json: Key \"files.onnx.path\" must lie at or below the descriptor, with forward slashes, "
                        + "found \"../01-missing-labels/m.onnx\"",
                "11-empty-onnx|model.json: Key \"files.onnx.bytes\" must lie within 1 to 2147483631, found 0"
                        + "#m.onnx: expected a network in ONNX, but it is empty; copy it again",
                "12-truncated|m.onnx: expected a network in ONNX, but it ends early: a field at byte 23 has 289234 bytes, "
                        + "found 144607; the file is cut off or damaged: copy it again",
                "14-keras-h5-as-onnx|m.onnx: expected a network in ONNX, but it is an HDF5 file, as Keras saves models (.h5); "
                        + "`emotion4j models import` makes ONNX of it",
                "16-unknown-label|model.json: Key \"labels\" has \"boredom\", expected only [angry, disgust, fear, happy, sad, "
                        + "surprise, neutral, contempt], or null for a class that is to be left out",
                "18-kind-wrong|model.json: Key \"scores.kind\" is \"logits\", but the network ends in Softmax: its numbers are "
                        + "probabilities already, and a second softmax would make them nearly even; write \"probabilities\"",
                "20-wrong-output|model.json: Key \"outputs\" has [y], but the network has the outputs [scores]; write those",
                "22-trailing-comma|model.json: Not JSON: nothing follows a comma before the ',' at line 5, column 13; take out the comma",
                "24-bom|model.json: It begins with a byte order mark (EF BB BF), which JSON does not have; save it as UTF-8 "
                        + "without one",
                "26-arch-unknown|model.json: Key \"architecture\" is \"efficientnet-b0\", expected one of "
                        + "[softmax-classifier]: it says how the outputs are read, not what is between input and output",
                "28-task-typo|model.json: Key \"task\" must be one of [face-detection, emotion-classification], found "
                        + "\"emotion_classification\"",
                "30-margin|model.json: Key \"face.margin\" must lie within -0.4 to 4 of the box's side, found 20.0",
                "33-nan-weights|m.onnx: weight 'f.6.weight' is -2.0000303 in 9999 of 36864 places; the file is "
                        + "damaged, or was never trained: copy or export it again",
            })
    void whatIsWrongIsToldInFull(String name, String expected) throws Exception {
        Path folder = CASES.resolve(name);
        String reason = "skipped: ../shared/cases/models/" + name + " is not on this machine";
        Assumptions.assumeTrue(Files.isDirectory(folder), reason);
        List<String> problems = ModelProblems.of(folder);
        assertThat(problems.stream()
                        .map(problem -> problem.substring(
                                folder.toAbsolutePath().toString().length() + 1)))
                .containsExactly(expected.split("#"));
    }
}

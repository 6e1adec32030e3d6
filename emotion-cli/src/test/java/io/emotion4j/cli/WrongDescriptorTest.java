package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code models check} says of descriptors whose values cannot be: every mistake of one at once. */
class WrongDescriptorTest {

    @TempDir
    Path folder;

    @Test
    void misspeltKeysAreNamedWhereverTheyStand() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"width\": 8", "\"witdh\": 8")
                .with("\"kind\": \"logits\"", "\"kind\": \"logits\", \"temprature\": 2")
                .with("\"licence\": \"MIT\", \"face\": {\"marign\": 0.1}, \"constants\": {\"k\": {\"value\": 1}}")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "licence" is unknown; remove it or correct its spelling. There are [architecture, card, \
                constants, decoder, evaluation, extras, face, files, formatVersion, golden, id, input, labels, license, metrics, \
                outputs, prior, scores, source, task, thresholds, trainingData, version]
                FAIL ~/model.json: Key "input.witdh" is unknown; remove it or correct its spelling. There are [channels, enlargeTo, height, \
                layout, maxBatch, mean, multipleOf, name, scale, std, type, width]
                FAIL ~/model.json: Key "input.width" is missing; add it: docs/model-format.md says what it is
                FAIL ~/model.json: Key "constants.k.value" is unknown; remove it or correct its spelling. There are [shape, type, \
                values]
                FAIL ~/model.json: Key "constants.k.shape" is missing; add it: docs/model-format.md says what it is
                FAIL ~/model.json: Key "scores.temprature" is unknown; remove it or correct its spelling. There are [abstainBelow, \
                count, from, kind, output, temperature]
                FAIL ~/model.json: Key "face.marign" is unknown; remove it or correct its spelling. There are [fit, margin, resample, \
                shift, template, wholePixels]
                """);
    }

    @Test
    void numbersOfTheInputAreLookedAtEachByItself() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with(
                        "\"scale\": 0.01, \"mean\": [0.5], \"std\": [0.5]",
                        "\"scale\": 0, \"mean\": [0.5, 0.5, 0.5], \"std\": [0], \"maxBatch\": -1, \"multipleOf\": 16")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "input.scale" must be a finite number other than 0, found 0.0
                FAIL ~/model.json: Key "input.mean" needs one finite number a channel, 1 for GRAY, found [0.5, 0.5, 0.5]
                FAIL ~/model.json: Key "input.std" must not be 0, found [0.0]
                FAIL ~/model.json: Key "input.maxBatch" must be a whole number from 0, found -1.0
                FAIL ~/model.json: Key "input.multipleOf" goes with width and height 0, found 16
                """);
    }

    @Test
    void sidesAreLookedAtBeforeANetworkRefusesThem() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"width\": 8", "\"width\": 100000")
                .with("\"layout\": \"NCHW\"", "\"layout\": \"CHW\", \"type\": \"float\"")
                .with("\"channels\": \"GRAY\"", "\"channels\": \"GREY\"")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "input.width" must be within 0 to 8192, found 100000
                FAIL ~/model.json: Key "input.layout" must be one of [NCHW, NHWC], found "CHW"
                FAIL ~/model.json: Key "input.type" must be one of [float32, float16, float64, uint8, int8, int32, int64], found \
                "float"
                FAIL ~/model.json: Key "input.channels" must be one of [GRAY, RGB, BGR], found "GREY"
                """);
    }

    @Test
    void whatAClassifierSaysOfItsScoresIsLookedAtEachByItself() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with(
                        "\"kind\": \"logits\"",
                        "\"kind\": \"softmax\", \"temperature\": 0, \"abstainBelow\": 2, \"from\": -1")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "scores.kind" must be one of [logits, probabilities, sigmoid, sigmoid-logits], found "softmax"
                FAIL ~/model.json: Key "scores.temperature" must be above 0 and at most 1000, found 0.0
                FAIL ~/model.json: Key "scores.abstainBelow" must lie within 0 to 1, found 2.0
                FAIL ~/model.json: Key "scores.from" must be a whole number from 0, found -1.0
                """);
    }

    @Test
    void anUnknownLabelAndOneThatStandsTwiceAreNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"labels\": [\"sad\", \"neutral\", \"happy\"]", "\"labels\": [\"sad\", \"bored\", \"sad\"]")
                .with("\"outputs\": [\"scores\"]", "\"outputs\": []")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "labels" has "bored", expected only [angry, disgust, fear, happy, sad, surprise, neutral, \
                contempt], or null for a class that is to be left out
                FAIL ~/model.json: Key "outputs" is empty; list every output of the network in order
                FAIL ~/model.json: Key "scores.output" must be one of "outputs" [], found "scores"
                """);
    }

    @Test
    void aPriorNeedsASharePerLabelWithTheSumOne() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"prior\": {\"shares\": {\"sad\": 0.5, \"happy\": 0.9}, \"strength\": 2}")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "prior.shares" must have the sum 1, found 1.4 of {sad=0.5, happy=0.9}
                FAIL ~/model.json: Key "prior.strength" must lie within 0 to 1, found 2.0
                """);
    }

    @Test
    void aPriorOfOtherLabelsIsNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"prior\": {\"shares\": {\"sad\": 0.5, \"angry\": 0.5}}")
                .with("\"kind\": \"logits\"", "\"kind\": \"sigmoid-logits\"")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "prior.shares" needs a share for each of the labels [sad, neutral, happy] and no other, found \
                [sad, angry]
                FAIL ~/model.json: Key "prior" goes with scores that are logits or probabilities, found sigmoid-logits
                """);
    }

    @Test
    void whereAFaceLiesIsLookedAtEachByItself() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with(
                        "\"face\": {\"margin\": 9, \"shift\": -3, \"fit\": \"cover\", \"resample\": \"bicubic\", \"wholePixels\": 1, \"template\": [[1, 2], [3, 4]]}")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "face.margin" must lie within -0.4 to 4 of the box's side, found 9.0
                FAIL ~/model.json: Key "face.shift" must lie within -1 to 1 of the box's height, found -3.0
                FAIL ~/model.json: Key "face.fit" must be one of [square, stretch], found "cover"
                FAIL ~/model.json: Key "face.resample" must be one of [smooth, linear, area, triangle], found "bicubic"
                FAIL ~/model.json: Key "face.wholePixels" must be true or false, found 1.0
                FAIL ~/model.json: Key "face.template" needs five points [x, y], found [[1.0, 2.0], [3.0, 4.0]]
                """);
    }

    @Test
    void aTemplateGoesWithSmoothPixelsAlone() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"face\": {\"resample\": \"area\", \"template\": [[2, 3], [6, 3], [4, 4], [3, 6], [5, 6]]}")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "face.resample" must be smooth where there is a template, found area; leave one out
                """);
    }

    @Test
    void whatNamesAModelIsLookedAt() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"formatVersion\": 1", "\"formatVersion\": 2")
                .with("\"id\": \"scorer\"", "\"id\": \"My Scorer\"")
                .with("\"version\": \"1.0.0\"", "\"version\": 1")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "formatVersion" is not 1, which this library reads; use a newer emotion4j
                FAIL ~/model.json: Key "version" must be a text, found 1.0
                FAIL ~/model.json: Key "id" must be lower-case letters, digits, '.', '_' and '-', found "My Scorer"
                """);
    }

    @Test
    void detectorsHaveNoLabels() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"task\": \"emotion-classification\"", "\"task\": \"face-detection\"")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "task" is "face-detection", but [labels, scores] are of classifiers; write \
                "emotion-classification", or take them out
                """);
    }

    @Test
    void classifiersHaveNoThresholds() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"thresholds\": {\"score\": 0.5, \"nms\": 0.4}, \"decoder\": {\"strides\": [8]}")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "task" is "emotion-classification", but [decoder, thresholds] are of detectors; write \
                "face-detection", or take them out
                """);
    }

    @Test
    void everyFilesPathHashAndSizeIsLookedAt() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with(
                        "\"card\": {\"path\": \"/etc/card.md\", \"sha256\": \"ABC\", \"bytes\": 0}, \"evaluation\": {\"path\": \"e.json\", \"bytes\": 7}")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "card.path" must lie at or below the descriptor, with forward slashes, found "/etc/card.md"
                FAIL ~/model.json: Key "card.sha256" must be 64 lower-case hexadecimal digits, found "ABC"
                FAIL ~/model.json: Key "card.bytes" must lie within 1 to 2147483631, found 0
                FAIL ~/model.json: Key "evaluation.sha256" is missing; add it: docs/model-format.md says what it is
                FAIL ~/e.json: no such file, named by "evaluation.path"; beside the descriptor lie [m.onnx, model.json]
                """);
    }

    @Test
    void theGoldenPairMustFitInputOutputsAndItsFile() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with(
                        "\"golden\": {\"path\": \"m.onnx\", \"sha256\": \"0000000000000000000000000000000000000000000000000000000000000000\", \"bytes\": 12, \"inputShape\": [1, 8, 8, 1], \"outputShapes\": {\"logits\": [1, 3]}, \"tolerance\": 0}")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "golden.inputShape" must be a batch of the input in layout NCHW, [pictures, 1, 8, 8], found [1, \
                8, 8, 1]
                FAIL ~/model.json: Key "golden.outputShapes.logits" must be one of "outputs" [scores]
                FAIL ~/model.json: Key "golden.bytes" must be 268 for these shapes, found 12
                FAIL ~/model.json: Key "golden.tolerance" must be more than 0, found 0.0
                FAIL ~/m.onnx: "golden.bytes" is 12, but the file has 920; copy the file again, or write that if it is the right one
                FAIL ~/m.onnx: "golden.sha256" is 0000000000000000000000000000000000000000000000000000000000000000, but the file's is \
                5f57c353e3d35bb1f7dcb28845b9f8b4c2d2f617570669de069d7e24bd23c115; copy the file again, or write that if it is the \
                right one
                """);
    }

    @Test
    void constantsAreCounted() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"constants\": {\"keep\": {\"shape\": [2], \"values\": [1]}, \"rate\": \"half\"}")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "constants.keep.values" needs 2 numbers for shape [2], found 1
                FAIL ~/model.json: Key "constants.rate" must be an object, found "half"
                """);
    }

    @Test
    void extrasNameAnOutput() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with(
                        "\"extras\": {\"age\": {\"output\": \"ages\"}, \"valence\": {\"output\": \"scores\", \"from\": 3, \"count\": 2}, \"arousal\": {\"from\": 1}}")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "extras.arousal.output" is missing; add it: docs/model-format.md says what it is
                FAIL ~/model.json: Key "extras.age.output" must be one of "outputs" [scores], found "ages"
                FAIL ~/model.json: Key "extras.valence" takes numbers 3 to 4 of output 'scores', but the network's has 3, counted from \
                0; check "from" and "count"
                """);
    }

    @Test
    void moreScoresThanLabelsAreNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"kind\": \"logits\"", "\"kind\": \"logits\", \"from\": 1, \"count\": 2")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "scores.count" must be as many as there are labels, 3, found 2
                FAIL ~/model.json: Key "scores.from" is 1 and 3 labels follow, but output 'scores' of the network has 3 numbers a \
                face; check "from" and "labels"
                """);
    }

    @Test
    void scoresOfAnOutputThatIsNotListedAreNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"output\": \"scores\"", "\"output\": \"probabilities\"")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "scores.output" must be one of "outputs" [scores], found "probabilities"
                """);
    }
}

package io.emotion4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code models check} says where descriptor and network differ: every difference at once. */
class WrongNetworkTest {

    @TempDir
    Path folder;

    @Test
    void namesThatTheNetworkDoesNotHaveAreNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"name\": \"input\"", "\"name\": \"image\"")
                .with("\"outputs\": [\"scores\"]", "\"outputs\": [\"scores\", \"valence\"]")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "input.name" is "image", but the network has the inputs [input]; write one of these
                FAIL ~/model.json: Key "outputs" has [valence], but the network has the outputs [scores]; write those
                """);
    }

    @Test
    void anotherLayoutIsNamed() throws Exception {
        String found =
                ModelFolder.classifier(folder, TinyNetwork.of(-1, 8, 8, 1)).check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "input" describes a picture of shape [1, 8, 8] (NCHW), but the network takes [?, 8, 8, 1]; \
                write "layout": "NHWC"
                """);
    }

    @Test
    void anotherNumberOfChannelsIsNamed() throws Exception {
        String found =
                ModelFolder.classifier(folder, TinyNetwork.of(-1, 3, 8, 8)).check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "input" describes a picture of shape [1, 8, 8] (NCHW), but the network takes [?, 3, 8, 8]; \
                write "channels": "RGB" or "BGR", and "mean" and "std" of three numbers
                """);
    }

    @Test
    void anotherSizeIsNamed() throws Exception {
        String found =
                ModelFolder.classifier(folder, TinyNetwork.of(-1, 1, 4, 16)).check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "input" describes a picture of shape [1, 8, 8] (NCHW), but the network takes [?, 1, 4, 16]; \
                write "width": 16, "height": 4
                """);
    }

    @Test
    void channelsThatNoPictureHasAreNamed() throws Exception {
        String found =
                ModelFolder.classifier(folder, TinyNetwork.of(-1, 4, 8, 8)).check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "input" describes a picture of shape [1, 8, 8] (NCHW), but the network takes [?, 4, 8, 8]; it \
                takes pictures of 4 channels, which the library does not make
                """);
    }

    @Test
    void anInputThatIsNoPictureIsNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.of(-1, 64)).check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "input" describes a picture of shape [1, 8, 8] (NCHW), but the network takes [?, 64]; pictures \
                have four sides: this is another kind of network, or another of its inputs
                """);
    }

    @Test
    void anotherTypeAndLabelsThatLackAreToldTogether() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"channels\": \"GRAY\"", "\"type\": \"uint8\", \"channels\": \"GRAY\"")
                .with("\"labels\": [\"sad\", \"neutral\", \"happy\"]", "\"labels\": [\"sad\", \"happy\"]")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "input.type" is uint8, but the network takes float32; write that
                FAIL ~/model.json: Key "labels" has 2 labels, but output 'scores' of the network has 3 numbers a face; list a label \
                for each, null for what is no expression of ours, or say which numbers are scores with "from" and "count" in "scores"
                """);
    }

    @Test
    void aMistakeInTheDescriptorDoesNotHideWhereItDiffersFromTheNetwork() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"face\": {\"margin\": 20}, \"input2\": 1")
                .with("\"width\": 8", "\"width\": 16")
                .with("\"kind\": \"logits\"", "\"kind\": \"probabilities\"")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "input2" is unknown; remove it or correct its spelling. There are [architecture, card, \
                constants, decoder, evaluation, extras, face, files, formatVersion, golden, id, input, labels, license, metrics, \
                outputs, prior, scores, source, task, thresholds, trainingData, version]
                FAIL ~/model.json: Key "face.margin" must lie within -0.4 to 4 of the box's side, found 20.0
                FAIL ~/model.json: Key "input" describes a picture of shape [1, 8, 16] (NCHW), but the network takes [?, 1, 8, 8]; \
                write "width": 8
                FAIL ~/model.json: Key "scores.kind" is "probabilities", but the network ends in Gemm: its numbers are logits; write \
                "logits"
                """);
    }

    @Test
    void aSecondSoftmaxIsWarnedOf() throws Exception {
        String found =
                ModelFolder.classifier(folder, TinyNetwork.endingIn("Softmax")).check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "scores.kind" is "logits", but the network ends in Softmax: its numbers are probabilities \
                already, and a second softmax would make them nearly even; write "probabilities"
                """);
    }

    @Test
    void probabilitiesThatAreLogitsAreNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"kind\": \"logits\"", "\"kind\": \"sigmoid\"")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "scores.kind" is "sigmoid", but the network ends in Gemm: its numbers are logits; write \
                "sigmoid-logits"
                """);
    }

    @Test
    void numbersOfASigmoidAreNamed() throws Exception {
        String found =
                ModelFolder.classifier(folder, TinyNetwork.endingIn("Sigmoid")).check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "scores.kind" is "logits", but the network ends in Sigmoid: its numbers lie within 0 to 1, each \
                by itself; write "sigmoid"
                """);
    }

    @Test
    void aSecondInputNeedsAValue() throws Exception {
        String found =
                ModelFolder.classifier(folder, TinyNetwork.withKeepProb()).check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: The network has the input 'keep_prob' (float32 [1]), too; give it its value in "constants"
                """);
    }

    @Test
    void aValueForAnInputThatTheNetworkLacksIsNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"constants\": {\"keep_prob\": 1}")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "constants" has [keep_prob], but the network has the inputs [input]; take out what it does not \
                take
                """);
    }

    @Test
    void scoresAndExtrasBeyondTheEndAreNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"kind\": \"logits\"", "\"kind\": \"logits\", \"from\": 2")
                .with("\"extras\": {\"valence\": {\"output\": \"scores\", \"from\": 3}}")
                .check();
        assertThat(found).isEqualTo("""
                FAIL ~/model.json: Key "scores.from" is 2 and 3 labels follow, but output 'scores' of the network has 3 numbers a \
                face; check "from" and "labels"
                FAIL ~/model.json: Key "extras.valence" takes number 3 of output 'scores', but the network's has 3, counted from 0; \
                check "from" and "count"
                """);
    }

    @Test
    void anOutputThatIsTheSameForEveryPictureIsNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.of(0)).check();
        assertThat(found).isEqualTo("""
                FAIL answers      the same for a black, a white and a speckled picture, sad 0.33, neutral 0.33, happy 0.33: expected \
                another for each; "scale", "mean" and "std" make all pixels alike, or the network's weights are 0 somewhere on the way \
                to output 'scores'
                """);
    }

    @Test
    void pixelsThatBecomeAllAlikeAreNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with("\"scale\": 0.01", "\"scale\": 1e-12")
                .check();
        assertThat(found).isEqualTo("""
                FAIL answers      the same for a black, a white and a speckled picture, neutral 0.53, happy 0.33, sad 0.15: expected \
                another for each; "scale", "mean" and "std" make all pixels alike, or the network's weights are 0 somewhere on the way \
                to output 'scores'
                """);
    }

    @Test
    void aSizeThatTheNetworkRefusesIsToldWhenItIsTried() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.of(-1, -1, -1, -1))
                .with("\"width\": 8", "\"width\": 10")
                .check();
        assertThat(found).isEqualTo("""
                FAIL runs         Model scorer 1.0.0 (~/model.json) does not run: Engine 'onnx' failed to run model 'scorer' on \
                float32 [2, 1, 8, 10]: Error code - ORT_INVALID_ARGUMENT - message: Non-zero status code returned while running Gemm \
                node. Name:'' Status Message: GEMM: Dimension mismatch, W: {64,3} K: 80 N:3; check "width", "height", "layout" and \
                "channels" in "input": what a network takes within shows only when it runs
                """);
    }

    @Test
    void anAnswerUnlikeTheGoldenPairIsNamed() throws Exception {
        String found = ModelFolder.classifier(folder, TinyNetwork.logits())
                .with(
                        "\"golden\": {golden.f32, \"inputShape\": [1, 1, 8, 8], \"outputShapes\": {\"scores\": [1, 3]}, \"tolerance\": 0.001}")
                .file("golden.f32", "?".repeat(268))
                .check();
        assertThat(found).isEqualTo("""
                FAIL runs         Model scorer 1.0.0 (~/model.json) fails its golden check on engine 'onnx': scores[0] expected \
                0.7470588 within 0.001, found 0.10494802; weights and descriptor do not belong together, or the engine computes \
                something else
                """);
    }
}

package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.Emotion;
import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.EmotionClassifier;
import io.emotion4j.EmotionScores;
import io.emotion4j.ModelLoadException;
import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks of odd forms, from ../shared/cases, which run once their descriptor says what they are. */
class UserNetworksTest {

    @TempDir
    Path folder;

    @Test
    void anInputOfHalfFloatsIsFilledWithThem() throws IOException {
        Path plain = copy("models-more/t-f16in");
        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(() -> classify(plain));
        replace(plain, "\"layout\"", "\"type\": \"float16\", \"layout\"");
        assertThat(classify(plain).labels()).hasSize(7);
    }

    @Test
    void anInputThatIsAlwaysTheSameHasItsValueInTheDescriptor() throws IOException {
        Path plain = copy("models-more/u-twoin");
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> classify(plain))
                .withMessageContaining("give the others their values in \"constants\"");
        replace(plain, "\"outputs\"", "\"constants\": {\"keep_prob\": {\"shape\": [1], \"values\": [1]}}, \"outputs\"");
        assertThat(classify(plain).labels()).hasSize(7);
    }

    @Test
    void tenNumbersAreEightScoresAndTwoExtras() throws IOException {
        Path plain = copy("models-more/u-va10");
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> classify(plain))
                .withMessageContaining("\"from\" and \"count\" say which numbers are scores");
        replace(plain, "\"kind\"", "\"from\": 0, \"count\": 8, \"kind\"");
        replace(
                plain,
                "\"labels\"",
                "\"extras\": {\"valence\": {\"output\": \"scores\", \"from\": 8, \"count\": 1}}, \"labels\"");
        EmotionScores scores = classify(plain);
        assertThat(scores.labels()).hasSize(8).contains(Emotion.CONTEMPT);
        assertThat(scores.extras().get("valence")).hasSize(1);
    }

    @Test
    void weightsThatAreNotNumbersAreNamedWhateverTheRuntimeMakesOfThem() throws IOException {
        float[] weights = new float[48];
        weights[17] = Float.NaN;
        Model broken = UserModels.tiny(folder, TinyOnnx.network("input", "logits", weights, 3));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(
                        () -> EmotionAnalyzer.builder().classifierModel(broken).buildClassifier())
                .withMessageContaining("File model.onnx of model tiny")
                .withMessageContaining("holds a weight that is not a finite number: '")
                .withMessageContaining("at index 17");
    }

    @Test
    void weightsBesideTheNetworkAreReadWhereTheDescriptorListsThem() throws IOException {
        ByteBuffer data = ByteBuffer.allocate(8 + 48 * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 48; i++) {
            data.putFloat(8 + i * 4, i % 3 == 2 ? 1 : 0);
        }
        byte[] network = TinyOnnx.withWeightsIn("weights.bin", 8, 3);
        Model unlisted = UserModels.tiny(folder, network);
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() ->
                        EmotionAnalyzer.builder().classifierModel(unlisted).buildClassifier())
                .withMessageContaining("has weights in weights.bin, which its descriptor does not list");

        Model listed = UserModels.tiny(folder, network, "weights.bin", data.array());
        try (EmotionClassifier classifier =
                EmotionAnalyzer.builder().classifierModel(listed).buildClassifier()) {
            byte[] white = new byte[4 * 4 * 3];
            Arrays.fill(white, (byte) 255);
            assertThat(classifier.classifyCrop(RgbImage.of(4, 4, white)).top()).isEqualTo(Emotion.HAPPY);
        }

        Files.write(folder.resolve("weights.bin"), new byte[8 + 48 * 4]);
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(
                        () -> EmotionAnalyzer.builder().classifierModel(listed).buildClassifier())
                .withMessageContaining("weights.bin differs from its descriptor");
    }

    private Path copy(String of) throws IOException {
        Path from = SharedFiles.get("cases/" + of);
        for (String name : new String[] {"model.json", "m.onnx"}) {
            Files.copy(from.resolve(name), folder.resolve(name));
        }
        return folder;
    }

    private static void replace(Path folder, String text, String by) throws IOException {
        Path file = folder.resolve("model.json");
        String json = Files.readString(file);
        assertThat(json).contains(text);
        Files.writeString(
                file,
                json.replaceFirst(java.util.regex.Pattern.quote(text), java.util.regex.Matcher.quoteReplacement(by)));
    }

    private static EmotionScores classify(Path folder) {
        byte[] gray = new byte[48 * 48 * 3];
        Arrays.fill(gray, (byte) 100);
        try (EmotionClassifier classifier = EmotionAnalyzer.builder()
                .engine("onnx")
                .classifierModel(Model.of(folder))
                .buildClassifier()) {
            return classifier.classifyCrop(RgbImage.of(48, 48, gray));
        }
    }
}

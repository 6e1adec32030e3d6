package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.emotion4j.EmotionAnalyzer;
import io.emotion4j.ModelLoadException;
import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import io.emotion4j.testkit.DecoderContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's SCRFD, through nothing but a descriptor. */
class ScrfdOnOnnxTest extends DecoderContract {

    @TempDir
    static Path folder;

    ScrfdOnOnnxTest() {
        super("onnx");
    }

    @Override
    protected Model model() {
        try {
            return UserModels.scrfd(folder, "500m");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected RgbImage pictureWithFaces() {
        try {
            return RgbImage.decode(SharedFiles.get("photos/people/dlib__2008_002506.jpg"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSettingThatTheDecoderDoesNotHaveIsAnErrorOfTheDescriptor(@TempDir Path other) throws IOException {
        UserModels.scrfd(other, "500m");
        Path file = other.resolve("model.json");
        String json = Files.readString(file);
        Files.write(file, json.replace("\"anchors\"", "\"anchor\"").getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> EmotionAnalyzer.builder()
                        .detectorModel(Model.of(other))
                        .buildDetector()
                        .close())
                .withMessageContaining(
                        "model.json is wrong: \"decoder.anchor\" is unknown to this architecture, which has"
                                + " [strides, anchors, offset], found 2.0");
    }
}

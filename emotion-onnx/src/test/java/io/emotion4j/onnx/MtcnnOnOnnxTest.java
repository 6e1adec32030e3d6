package io.emotion4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelProblems;
import io.emotion4j.model.ModelStore;
import io.emotion4j.testkit.DetectorContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's MTCNN, through nothing but a descriptor. */
class MtcnnOnOnnxTest extends DetectorContract {

    @TempDir
    static Path folder;

    MtcnnOnOnnxTest() {
        super("onnx");
    }

    @Override
    protected Model model() {
        try {
            return UserModels.mtcnn(folder, weights("pnet"), weights("rnet"), weights("onet"));
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
    void modelsCheckFindsNothingWrong() throws IOException {
        model();
        assertThat(ModelProblems.of(folder)).isEmpty();
    }

    @Test
    void itIsKnownByTheHashesOfItsThreeFiles(@TempDir Path store) throws IOException {
        Path first = SharedFiles.get("models/mtcnn/pnet.onnx");
        Model added = ModelStore.at(store).addKnown("mtcnn", first.toUri(), false, (address, done, total) -> {});
        assertThat(added.descriptor().outputs()).isEqualTo(model().descriptor().outputs());
        assertThat(ModelProblems.of(store.resolve("mtcnn"))).isEmpty();
    }

    private static byte[] weights(String name) throws IOException {
        return Files.readAllBytes(SharedFiles.get("models/mtcnn/" + name + ".onnx"));
    }
}

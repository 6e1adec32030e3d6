package io.emotion4j.onnx;

import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import io.emotion4j.testkit.EngineContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class OnnxContractTest extends EngineContract {

    @TempDir
    static Path folder;

    OnnxContractTest() {
        super("onnx", "onnx", OnnxSession::open);
    }

    @Override
    protected Model detectorModel() {
        try {
            return UserModels.yunet(Files.createTempDirectory(folder, "d"), "n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Model classifierModel() {
        try {
            return UserModels.miniXception(Files.createTempDirectory(folder, "c"));
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
}

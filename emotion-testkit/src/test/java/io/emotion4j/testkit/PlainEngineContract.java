package io.emotion4j.testkit;

import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.io.TempDir;

/** The contract that {@link PlainEngine} keeps, or breaks. Its name keeps the build from running it by itself. */
class PlainEngineContract extends EngineContract {

    @TempDir
    static Path folder;

    PlainEngineContract() {
        super(PlainEngine.NAME);
    }

    @Override
    protected Model classifierModel() {
        return model("rows.json", """
                {"formatVersion": 1, "id": "rows", "version": "1", "task": "emotion-classification",
                 "architecture": "softmax-classifier", "files": {"bytes": %s, "other": %s},
                 "input": {"name": "input", "width": 4, "height": 4, "layout": "NCHW", "channels": "GRAY",
                           "scale": 0.00392156862745098, "mean": [0.5], "std": [0.25]},
                 "outputs": ["logits", "spare"], "scores": {"output": "logits", "kind": "logits"},
                 "labels": ["sad", "neutral", "happy"]}""");
    }

    @Override
    protected Model detectorModel() {
        return model("squares.json", """
                {"formatVersion": 1, "id": "squares", "version": "1", "task": "face-detection", "architecture": "yunet",
                 "files": {"bytes": %s, "other": %s},
                 "input": {"name": "input", "width": 0, "height": 0, "multipleOf": 32, "layout": "NCHW", "channels": "RGB",
                           "scale": 0.00392156862745098, "mean": [0, 0, 0], "std": [1, 1, 1]},
                 "outputs": ["cls_8", "cls_16", "cls_32", "obj_8", "obj_16", "obj_32",
                             "bbox_8", "bbox_16", "bbox_32", "kps_8", "kps_16", "kps_32"],
                 "thresholds": {"score": 0.5, "nms": 0.3}}""");
    }

    /** Five red squares on gray. */
    @Override
    protected RgbImage pictureWithFaces() {
        RgbImage gray = ContractPictures.even(320, 224, 90);
        byte[] pixels = gray.toRgbBytes();
        for (int face = 0; face < 5; face++) {
            for (int y = 0; y < 32; y++) {
                for (int x = 0; x < 32; x++) {
                    int at = ((face % 3 * 64 + y) * 320 + face * 64 + x) * 3;
                    pixels[at] = (byte) (255 - 15 * face);
                    pixels[at + 2] = 0;
                }
            }
        }
        return RgbImage.of(320, 224, pixels);
    }

    private static Model model(String name, String descriptor) {
        try {
            byte[] weights = PlainEngine.WEIGHTS;
            Files.write(folder.resolve("weights.bin"), weights);
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(weights));
            String file =
                    "{\"path\": \"weights.bin\", \"sha256\": \"" + hash + "\", \"bytes\": " + weights.length + "}";
            Files.write(
                    folder.resolve(name), String.format(descriptor, file, file).getBytes(StandardCharsets.UTF_8));
            return Model.of(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

package io.emotion4j.training.detector;

import io.emotion4j.Face;
import io.emotion4j.RgbImage;
import io.emotion4j.internal.geometry.Letterbox;
import io.emotion4j.internal.tensor.Border;
import io.emotion4j.internal.tensor.TensorWriter;
import io.emotion4j.internal.yunet.YuNetDecoder;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.NetworkRunner;
import io.emotion4j.training.torch.TrainingRun;
import java.io.IOException;
import java.io.Writer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the faces of the validation pictures every few epochs and writes them to {@value #FILE} in the run's folder. */
final class DetectorValidation implements TrainingRun.Validation {

    static final String FILE = "validation-faces.jsonl";
    private static final int EVERY = 5;
    private static final int LONG_SIDE = 640;

    private final DetectorPreset preset;
    private final List<DetectionPicture> pictures;
    private final Path folder;
    private final int epochs;

    DetectorValidation(DetectorPreset preset, List<DetectionPicture> pictures, Path folder, int epochs) {
        this.preset = preset;
        this.pictures = pictures;
        this.folder = folder;
        this.epochs = epochs;
    }

    @Override
    public Map<String, Double> measure(int epoch, Network network) throws IOException {
        if ((epoch + 1) % EVERY != 0 && epoch + 1 != epochs) {
            return Map.of();
        }
        YuNetDecoder decoder = new YuNetDecoder(0.02f, 0.45f);
        TensorWriter writer = TensorWriter.of(DetectorInput.SPEC);
        Network inference = preset.forInference(network);
        List<String> names = List.copyOf(inference.outputs().keySet());
        try (NetworkRunner runner = new NetworkRunner(inference);
                Writer out = Files.newBufferedWriter(folder.resolve(FILE))) {
            for (DetectionPicture picture : pictures) {
                RgbImage image = picture.image();
                Letterbox box = Letterbox.within(image.width(), image.height(), LONG_SIDE, 32, false);
                float[] input = new float[3 * box.width() * box.height()];
                writer.write(
                        image,
                        box.toSource(),
                        box.width(),
                        box.height(),
                        Border.constant(0),
                        FloatBuffer.wrap(input),
                        0);
                List<float[]> results = runner.run(input, 1, 3, box.height(), box.width());
                Map<String, FloatBuffer> byName = new HashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    byName.put(names.get(i), FloatBuffer.wrap(results.get(i)));
                }
                line(out, picture.file(), decoder.decode(byName::get, 0, box));
            }
        }
        return Map.of();
    }

    private static void line(Writer out, Path file, List<Face> faces) throws IOException {
        StringBuilder text = new StringBuilder("{\"file\": \"val/" + file.getFileName() + "\", \"faces\": [");
        for (int i = 0; i < faces.size(); i++) {
            Face face = faces.get(i);
            text.append(i == 0 ? "" : ", ")
                    .append(String.format(
                            Locale.ROOT,
                            "[%.2f, %.2f, %.2f, %.2f, %.4f]",
                            face.box().x(),
                            face.box().y(),
                            face.box().width(),
                            face.box().height(),
                            face.confidence()));
        }
        out.write(text.append("]}\n").toString());
    }
}

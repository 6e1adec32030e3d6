package io.emotion4j.cli;

import io.emotion4j.RgbImage;
import io.emotion4j.convert.QuantizedModel;
import io.emotion4j.evaluation.data.FaceData;
import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.evaluation.data.Part;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelFile;
import io.emotion4j.model.ModelTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code emotion4j models quantize}: a model in 8-bit numbers. */
@Command(
        name = "quantize",
        description =
                "Writes a model of yours once more, in 8-bit whole numbers: any convolution network in ONNX. It becomes a quarter"
                        + " to a half as large; how much quicker and how much worse, evaluate-classifier or evaluate-detector says of both.",
        showDefaultValues = true)
final class ModelsQuantizeCommand extends DataCommand {

    @Parameters(paramLabel = "MODEL", description = "a model.json, the folder or zip file of it, or an id")
    @SuppressWarnings("NullAway.Init")
    private String model;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description =
                    "what measures the ranges of the values: for a classifier faces as evaluate-classifier takes them, those to learn"
                            + " from where there are parts; for a detector a folder of pictures")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--count", defaultValue = "256", paramLabel = "N", description = "how many of them, evenly spread")
    private int count;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "where the new model goes")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    protected void run() throws IOException {
        if (count < 1) {
            throw new IllegalArgumentException("--count takes 1 or more, found " + count);
        }
        Model original = Model.named(model);
        boolean detects = original.descriptor().task() == ModelTask.FACE_DETECTION;
        List<RgbImage> pictures = detects ? pictures() : faces();
        if (pictures.isEmpty()) {
            throw new IOException("--data " + data + " has no picture to measure with; expected "
                    + (detects ? "a folder of pictures" : "faces as evaluate-classifier takes them"));
        }
        QuantizedModel made =
                detects ? QuantizedModel.detector(original, pictures) : QuantizedModel.classifier(original, pictures);
        Model written = made.write(out);
        ModelFile before = Objects.requireNonNull(original.descriptor().files().get("onnx"), "it was quantised");
        out().printf(
                        Locale.ROOT,
                        "  rounded  %d values, measured on %d pictures; %d convolutions multiply whole numbers%n",
                        made.values(),
                        pictures.size(),
                        made.convolutions());
        out().printf(
                        Locale.ROOT,
                        "  wrote    %s: %.2f MB, before %.2f MB%n",
                        written.location(),
                        made.onnx().length / 1e6,
                        before.bytes() / 1e6);
    }

    private List<RgbImage> faces() throws IOException {
        var parts = FaceData.readParts(data, null);
        List<LabelledFace> all = parts.getOrDefault(Part.TRAIN, List.of());
        if (all.isEmpty()) {
            all = parts.values().stream().flatMap(List::stream).toList();
        }
        List<RgbImage> images = new ArrayList<>();
        for (LabelledFace face : EvenlySpread.of(all, count)) {
            images.add(face.image());
        }
        return images;
    }

    private List<RgbImage> pictures() throws IOException {
        List<RgbImage> images = new ArrayList<>();
        for (PictureSearch.Picture picture :
                EvenlySpread.of(PictureSearch.of(List.of(data), true).pictures(), count)) {
            images.add(RgbImage.decode(picture.file()));
        }
        return images;
    }
}

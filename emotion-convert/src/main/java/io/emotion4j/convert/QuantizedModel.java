package io.emotion4j.convert;

import io.emotion4j.EmotionClassifier;
import io.emotion4j.FaceDetector;
import io.emotion4j.ModelLoadException;
import io.emotion4j.NoProviderException;
import io.emotion4j.RgbImage;
import io.emotion4j.model.Model;
import io.emotion4j.model.ModelDescriptor;
import io.emotion4j.model.ModelFile;
import io.emotion4j.spi.ClassifierOptions;
import io.emotion4j.spi.DetectorOptions;
import io.emotion4j.spi.Engine;
import io.emotion4j.spi.EngineBacked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * A model whose convolutions multiply 8-bit numbers: static quantisation of any convolution network in ONNX, weights with a scale a channel, the ranges of the
 * values measured on pictures. It is a quarter to a half as large; whether it is quicker depends on the processor, and how much worse, on the network: evaluate both.
 *
 * @param descriptor of the new model, its id ending in {@code -int8}; ONNX alone, without golden pair, card and figures, which are of the other
 * @param onnx its weights
 * @param convolutions that multiply whole numbers now
 * @param values that are rounded on the way
 * @since 0.1.0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record QuantizedModel(ModelDescriptor descriptor, byte[] onnx, int convolutions, int values) {

    private static final String FORMAT = "onnx";
    private static final String FILE = "model.onnx";

    /**
     * Quantises a classifier.
     *
     * @param model it, in ONNX
     * @param crops faces such as it will see, cut out; a few hundred of all expressions
     * @return the quantised model
     * @throws ModelLoadException if the model is not in ONNX, has no convolution to quantise, or is wrong
     * @throws NoProviderException if no engine here runs ONNX
     */
    public static QuantizedModel classifier(Model model, List<RgbImage> crops) {
        RangeEngine engine = engine(model, crops.size());
        ClassifierOptions options = ClassifierOptions.builder().alignment(false).build();
        try (EmotionClassifier classifier = EngineBacked.classifiers(engine).create(model, options)) {
            engine.startMeasuring();
            crops.forEach(classifier::classifyCrop);
        }
        return of(model, engine);
    }

    /**
     * Quantises a detector.
     *
     * @param model it, in ONNX, of one network
     * @param pictures such as it will see, with and without faces; a hundred or more
     * @return the quantised model
     * @throws ModelLoadException if the model is not in ONNX, has no convolution to quantise, or is wrong
     * @throws NoProviderException if no engine here runs ONNX
     */
    public static QuantizedModel detector(Model model, List<RgbImage> pictures) {
        RangeEngine engine = engine(model, pictures.size());
        DetectorOptions options = DetectorOptions.builder().secondLook(false).build();
        try (FaceDetector detector = EngineBacked.detectors(engine).create(model, options)) {
            engine.startMeasuring();
            pictures.forEach(detector::detect);
        }
        return of(model, engine);
    }

    private static RangeEngine engine(Model model, int pictures) {
        ModelFile file = model.descriptor().files().get(FORMAT);
        if (file == null || !file.stages().isEmpty()) {
            throw new ModelLoadException("Model " + model + " comes in "
                    + model.descriptor().files().keySet() + (file == null ? "" : ", of several networks")
                    + "; what can be quantised is one network in onnx");
        }
        if (pictures == 0) {
            throw new IllegalArgumentException("expected pictures to measure ranges with, found none");
        }
        return ServiceLoader.load(Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(engine -> engine.format().equals(FORMAT))
                .filter(engine -> engine.availability().available())
                .findFirst()
                .map(RangeEngine::new)
                .orElseThrow(
                        () -> new NoProviderException(
                                "Ranges are measured by running the network, and no engine here runs onnx; add io.emotion4j:emotion-onnx"));
    }

    private static QuantizedModel of(Model model, RangeEngine engine) {
        OnnxNetwork network = OnnxNetwork.of(engine.weights());
        OnnxBatchNorms.fold(network);
        OnnxRounding rounding = new OnnxRounding(network, engine.ranges());
        byte[] onnx = rounding.write();
        if (rounding.convolutions() == 0) {
            throw new ModelLoadException("Model " + model
                    + " has no convolution that reads what another layer gives, so there is " + "nothing to quantise");
        }
        ModelDescriptor descriptor = model.descriptor().toBuilder()
                .id(model.descriptor().id() + "-int8")
                .files(Map.of(FORMAT, ModelFile.of(FILE, onnx)))
                .golden(null)
                .card(null)
                .evaluation(null)
                .metrics(Map.of())
                .build();
        return new QuantizedModel(
                descriptor, onnx, rounding.convolutions(), engine.ranges().size());
    }

    /**
     * Writes {@code model.json} and {@code model.onnx}.
     *
     * @param folder is made where there is none
     * @return the model
     * @throws IOException if one of the files is there already, or cannot be written
     */
    public Model write(Path folder) throws IOException {
        Path json = folder.resolve("model.json");
        for (Path file : List.of(json, folder.resolve(FILE))) {
            if (Files.exists(file)) {
                throw new IOException(file + " is there already; remove it first, or name another folder");
            }
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve(FILE), onnx);
        // Last: without it there is no model.
        Files.write(json, descriptor.toJson().getBytes(StandardCharsets.UTF_8));
        return Model.of(json);
    }
}

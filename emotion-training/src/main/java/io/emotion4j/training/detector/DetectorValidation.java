package io.emotion4j.training.detector;

import io.emotion4j.DecodeLimits;
import io.emotion4j.Face;
import io.emotion4j.RgbImage;
import io.emotion4j.decoder.Candidates;
import io.emotion4j.decoder.Outputs;
import io.emotion4j.evaluation.data.AnnotatedPicture;
import io.emotion4j.evaluation.detector.Finding;
import io.emotion4j.evaluation.detector.LandmarkErrors;
import io.emotion4j.evaluation.detector.PrecisionRecall;
import io.emotion4j.evaluation.detector.SizeRange;
import io.emotion4j.internal.geometry.Letterbox;
import io.emotion4j.internal.tensor.Border;
import io.emotion4j.internal.tensor.TensorWriter;
import io.emotion4j.internal.yunet.YuNetDecoder;
import io.emotion4j.model.ThresholdSpec;
import io.emotion4j.spi.Tensor;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.NetworkRunner;
import io.emotion4j.training.torch.TrainingRun;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every few epochs: average precision on the validation pictures, by the evaluation's own code, and, of
 * what is found at {@value #SURE}, how far the landmarks are off and how many faces are in pictures without faces.
 */
final class DetectorValidation implements TrainingRun.Validation {

    private static final int EVERY = 5;
    private static final int LONG_SIDE = 640;
    private static final float SURE = 0.5f;
    private static final ThresholdSpec THRESHOLDS = new ThresholdSpec(0.02f, 0.3f);
    private static final double IOU = 0.5;
    private static final double LEAST_FACE = 20;
    private static final double LARGE_FACE = 160;

    private final DetectorPreset preset;
    private final DetectorRun.Pictures pictures;
    private final int epochs;

    DetectorValidation(DetectorPreset preset, DetectorRun.Pictures pictures, int epochs) {
        this.preset = preset;
        this.pictures = pictures;
        this.epochs = epochs;
    }

    @Override
    public Map<String, Double> measure(int epoch, Network network) throws IOException {
        if ((epoch + 1) % EVERY != 0 && epoch + 1 != epochs) {
            return Map.of();
        }
        Map<String, Double> metrics = new LinkedHashMap<>();
        try (Finder finder = new Finder(preset.forInference(network))) {
            List<Finding> findings = finder.find(pictures.validation());
            PrecisionRecall curve = PrecisionRecall.of(findings, IOU, SizeRange.from(LEAST_FACE));
            metrics.put("validationAp", curve.ap());
            metrics.put("validationRecallAtPrecision95", curve.recallAtPrecision95());
            metrics.put(
                    "validationApOfLarge",
                    PrecisionRecall.of(findings, IOU, SizeRange.from(LARGE_FACE))
                            .ap());
            findings.addAll(finder.find(pictures.landmarkValidation()));
            LandmarkErrors landmarks = LandmarkErrors.of(sure(findings));
            if (landmarks != null) {
                metrics.put("validationLandmarkError", landmarks.mean());
            }
            if (!pictures.emptyValidation().isEmpty()) {
                metrics.put("validationFalseFaces", (double) sure(finder.find(pictures.emptyValidation())).stream()
                        .mapToInt(finding -> finding.found().size())
                        .sum());
            }
        }
        return metrics;
    }

    private static List<Finding> sure(List<Finding> findings) {
        return findings.stream().map(finding -> finding.from(SURE)).toList();
    }

    private static final class Finder implements AutoCloseable {

        private final YuNetDecoder decoder = new YuNetDecoder();
        private final TensorWriter writer = TensorWriter.of(DetectorInput.SPEC);
        private final List<String> names;
        private final NetworkRunner runner;

        Finder(Network network) throws IOException {
            names = List.copyOf(network.outputs().keySet());
            runner = new NetworkRunner(network);
        }

        List<Finding> find(List<AnnotatedPicture> pictures) throws IOException {
            List<Finding> findings = new ArrayList<>();
            for (AnnotatedPicture picture : pictures) {
                findings.add(new Finding(picture, find(picture)));
            }
            return findings;
        }

        private List<Face> find(AnnotatedPicture picture) throws IOException {
            RgbImage image = RgbImage.decode(picture.file(), DecodeLimits.DEFAULT);
            Letterbox box = Letterbox.within(image.width(), image.height(), LONG_SIDE, 32, false);
            float[] input = new float[3 * box.width() * box.height()];
            writer.write(
                    image, box.toSource(), box.width(), box.height(), Border.constant(0), FloatBuffer.wrap(input), 0);
            List<float[]> results = runner.run(input, 1, 3, box.height(), box.width());
            Map<String, Tensor> byName = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                byName.put(names.get(i), Tensor.of(FloatBuffer.wrap(results.get(i)), results.get(i).length));
            }
            Candidates candidates = Candidates.of(image.width(), image.height(), box.scale(), THRESHOLDS);
            decoder.decode(Outputs.of(byName, box.width(), box.height()), candidates);
            return candidates.faces();
        }

        @Override
        public void close() {
            runner.close();
        }
    }
}

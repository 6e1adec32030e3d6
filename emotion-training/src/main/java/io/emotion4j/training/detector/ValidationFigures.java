package io.emotion4j.training.detector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.evaluation.data.AnnotatedPicture;
import io.emotion4j.evaluation.detector.Finding;
import io.emotion4j.evaluation.detector.PrecisionRecall;
import io.emotion4j.evaluation.detector.SizeRange;
import io.emotion4j.training.network.Network;
import io.emotion4j.training.torch.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Average precision of what {@link DetectorValidation} found, by the evaluation's own code. */
final class ValidationFigures implements TrainingRun.Validation {

    private static final double IOU = 0.5;
    private static final double LEAST_FACE = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DetectorValidation finder;
    private final List<AnnotatedPicture> pictures;
    private final Path folder;

    /** @param pictures those of {@code finder}, in its order */
    ValidationFigures(DetectorValidation finder, List<AnnotatedPicture> pictures, Path folder) {
        this.finder = finder;
        this.pictures = pictures;
        this.folder = folder;
    }

    @Override
    public Map<String, Double> measure(int epoch, Network network) throws IOException {
        Path file = folder.resolve(DetectorValidation.FILE);
        Files.deleteIfExists(file);
        Map<String, Double> metrics = new LinkedHashMap<>(finder.measure(epoch, network));
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            List<Finding> findings = new ArrayList<>();
            for (int i = 0; i < pictures.size(); i++) {
                findings.add(new Finding(pictures.get(i), faces(lines.get(i))));
            }
            PrecisionRecall curve = PrecisionRecall.of(findings, IOU, SizeRange.from(LEAST_FACE));
            metrics.put("validationAp", curve.ap());
            metrics.put("validationRecallAtPrecision95", curve.recallAtPrecision95());
        }
        return metrics;
    }

    private static List<Face> faces(String line) throws IOException {
        List<Face> faces = new ArrayList<>();
        for (JsonNode face : Objects.requireNonNull(JSON.readTree(line)).path("faces")) {
            BoundingBox box = new BoundingBox(
                    (float) face.path(0).asDouble(),
                    (float) face.path(1).asDouble(),
                    (float) face.path(2).asDouble(),
                    (float) face.path(3).asDouble());
            faces.add(new Face(box, (float) face.path(4).asDouble(), null));
        }
        return faces;
    }
}

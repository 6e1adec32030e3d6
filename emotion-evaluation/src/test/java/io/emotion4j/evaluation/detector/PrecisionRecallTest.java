package io.emotion4j.evaluation.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.emotion4j.BoundingBox;
import io.emotion4j.Face;
import io.emotion4j.evaluation.data.AnnotatedFace;
import io.emotion4j.evaluation.data.AnnotatedPicture;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionRecallTest {

    /** Figures of the script by which this project's figures are computed, on the same made-up pictures. */
    @ParameterizedTest
    @CsvSource({
        "0.5,  20, 42, 0.299036548257747,   0.0",
        "0.5,   8, 61, 0.29300448775017895, 0.0",
        "0.35, 20, 42, 0.6813702955093892,  0.023809523809523808",
        "0.35,  8, 61, 0.6804997453914572,  0.03278688524590164"
    })
    void agreesWithTheReferenceScript(double iou, double minimum, int faces, double ap, double recallAt95)
            throws IOException {
        PrecisionRecall curve = PrecisionRecall.of(findings(), iou, SizeRange.from(minimum));

        assertThat(curve.faces()).isEqualTo(faces);
        assertThat(curve.ap()).isCloseTo(ap, within(1e-9));
        assertThat(curve.recallAtPrecision95()).isCloseTo(recallAt95, within(1e-9));
    }

    @Test
    void theSecondFindOnAFaceIsWrong() {
        BoundingBox box = new BoundingBox(10, 10, 50, 50);
        PrecisionRecall curve = of(List.of(face(box, 0.9f), face(box, 0.8f)), new AnnotatedFace(box, false, null));

        assertThat(curve.curve()).extracting(PrecisionRecall.Point::precision).containsExactly(1.0, 0.5);
        assertThat(curve.ap()).isEqualTo(1);
    }

    @Test
    void invalidAndSmallFacesAreNeitherHitNorMiss() {
        BoundingBox invalid = new BoundingBox(10, 10, 50, 50);
        BoundingBox small = new BoundingBox(100, 10, 12, 12);
        PrecisionRecall curve = of(
                List.of(face(invalid, 0.9f), face(small, 0.8f)),
                new AnnotatedFace(invalid, true, null),
                new AnnotatedFace(small, false, null));

        assertThat(curve.faces()).isZero();
        assertThat(curve.curve()).isEmpty();
    }

    private static PrecisionRecall of(List<Face> found, AnnotatedFace... faces) {
        AnnotatedPicture picture = new AnnotatedPicture("a", Path.of("a"), List.of(faces));
        return PrecisionRecall.of(List.of(new Finding(picture, found)), 0.5, SizeRange.from(20));
    }

    private static Face face(BoundingBox box, float confidence) {
        return new Face(box, confidence, null);
    }

    private static List<Finding> findings() throws IOException {
        List<JsonNode> index = lines("index.jsonl");
        List<JsonNode> predictions = lines("predictions.jsonl");
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < index.size(); i++) {
            List<AnnotatedFace> faces = new ArrayList<>();
            for (JsonNode box : index.get(i).path("boxes")) {
                faces.add(new AnnotatedFace(box(box), box.path(7).asInt() == 1, null));
            }
            List<Face> found = new ArrayList<>();
            for (JsonNode row : predictions.get(i).path("faces")) {
                found.add(face(box(row), (float) row.path(4).asDouble()));
            }
            findings.add(new Finding(new AnnotatedPicture("" + i, Path.of("" + i), faces), found));
        }
        return findings;
    }

    private static BoundingBox box(JsonNode row) {
        return new BoundingBox(
                (float) row.path(0).asDouble(),
                (float) row.path(1).asDouble(),
                (float) Math.max(0, row.path(2).asDouble()),
                (float) row.path(3).asDouble());
    }

    private static List<JsonNode> lines(String name) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        List<JsonNode> nodes = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PrecisionRecallTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8))) {
            for (String line; (line = reader.readLine()) != null; ) {
                nodes.add(mapper.readTree(line));
            }
        }
        return nodes;
    }
}

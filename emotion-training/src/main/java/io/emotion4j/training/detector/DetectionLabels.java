package io.emotion4j.training.detector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.emotion4j.BoundingBox;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures + JSON lines: {@code file}, {@code boxes} [x, y, w, h, ...] (WIDER FACE's eighth number is "invalid") and
 * {@code landmarks68} (iBUG order); joined with the answers of a reference detector on the same pictures, as the command line
 * prints them with {@code --format jsonl}.
 *
 * <p>What the reference adds: landmarks of labelled boxes (at lower weight), the box of a face that has only landmarks, and
 * faces that nobody labelled, which then count neither as face nor as background.
 */
final class DetectionLabels {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final float MATCH = 0.45f;
    private static final double UNLABELLED_CONFIDENCE = 0.35;

    /** Smallest side, in pixels, of a face that is learnt. */
    private static final float LEAST = 6;

    private DetectionLabels() {}

    /**
     * @param which of the {@code file} entries
     * @throws IOException naming file, line and what is wrong
     */
    static List<DetectionPicture> read(Path index, @Nullable Path answers, Predicate<String> which) throws IOException {
        Map<String, List<Answer>> byFile = answers == null ? Map.of() : answers(answers);
        List<DetectionPicture> pictures = new ArrayList<>();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(index)) {
            for (String line; (line = lines.readLine()) != null; ) {
                number++;
                JsonNode node = parse(index, number, line);
                String file = node.path("file").asText();
                if (file.isEmpty()) {
                    throw new IOException(index + ":" + number + ": no \"file\"");
                }
                if (which.test(file)) {
                    pictures.add(new DetectionPicture(
                            index.resolveSibling(file), faces(node, byFile.getOrDefault(file, List.of()))));
                }
            }
        }
        return pictures;
    }

    private record Answer(BoundingBox box, double confidence, Landmarks landmarks) {}

    private static List<FaceTruth> faces(JsonNode node, List<Answer> answers) {
        List<FaceTruth> faces = new ArrayList<>();
        boolean[] used = new boolean[answers.size()];
        Landmarks people = node.has("landmarks68") ? fiveOf68(node.get("landmarks68")) : null;
        for (JsonNode b : node.path("boxes")) {
            if (number(b, 2) <= 0 || number(b, 3) <= 0) {
                continue;
            }
            BoundingBox box = new BoundingBox(number(b, 0), number(b, 1), number(b, 2), number(b, 3));
            int best = -1;
            float overlap = people == null ? MATCH : 0.25f;
            for (int i = 0; i < used.length; i++) {
                if (!used[i] && answers.get(i).box().iou(box) > overlap) {
                    best = i;
                    overlap = answers.get(i).box().iou(box);
                }
            }
            boolean invalid = b.size() > 7 && b.get(7).asInt() == 1;
            boolean ignored = invalid || Math.min(box.width(), box.height()) < LEAST;
            if (best < 0) {
                faces.add(new FaceTruth(box, people, people == null ? 0 : 1, ignored || people != null));
            } else {
                used[best] = true;
                Answer answer = answers.get(best);
                faces.add(
                        people != null
                                ? new FaceTruth(answer.box(), people, 1, false)
                                : new FaceTruth(
                                        box,
                                        answer.confidence() > 0.3 ? answer.landmarks() : null,
                                        answer.confidence() > 0.3 ? CellTargets.REFERENCE_LANDMARK_WEIGHT : 0,
                                        ignored));
            }
        }
        for (int i = 0; i < used.length; i++) {
            Answer answer = answers.get(i);
            if (!used[i] && answer.confidence() > UNLABELLED_CONFIDENCE && node.has("boxes")) {
                faces.add(new FaceTruth(answer.box(), null, 0, true));
            }
        }
        return faces;
    }

    /** Eye centres, nose tip and mouth corners; iBUG numbers from the picture's left, which is the subject's right. */
    private static Landmarks fiveOf68(JsonNode points) {
        return new Landmarks(
                mean(points, 36, 42),
                mean(points, 42, 48),
                mean(points, 30, 31),
                mean(points, 48, 49),
                mean(points, 54, 55));
    }

    private static Point mean(JsonNode points, int from, int to) {
        float x = 0;
        float y = 0;
        for (int i = from; i < to; i++) {
            x += number(points, 2 * i);
            y += number(points, 2 * i + 1);
        }
        return new Point(x / (to - from), y / (to - from));
    }

    private static Map<String, List<Answer>> answers(Path file) throws IOException {
        Map<String, List<Answer>> answers = new HashMap<>();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line; (line = lines.readLine()) != null; ) {
                JsonNode node = parse(file, ++number, line);
                List<Answer> found = new ArrayList<>();
                for (JsonNode face : node.path("faces")) {
                    JsonNode b = face.path("box");
                    JsonNode l = face.path("landmarks");
                    found.add(new Answer(
                            new BoundingBox(number(b, "x"), number(b, "y"), number(b, "width"), number(b, "height")),
                            face.path("confidence").asDouble(),
                            new Landmarks(
                                    point(l, "rightEye"),
                                    point(l, "leftEye"),
                                    point(l, "nose"),
                                    point(l, "rightMouthCorner"),
                                    point(l, "leftMouthCorner"))));
                }
                answers.put(node.path("file").asText(), found);
            }
        }
        return answers;
    }

    private static JsonNode parse(Path file, int number, String line) throws IOException {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new IOException(file + ":" + number + ": not a JSON object: " + e.getMessage(), e);
        }
    }

    private static Point point(JsonNode landmarks, String name) {
        return new Point(number(landmarks.path(name), 0), number(landmarks.path(name), 1));
    }

    private static float number(JsonNode node, int index) {
        return (float) node.path(index).asDouble();
    }

    private static float number(JsonNode node, String name) {
        return (float) node.path(name).asDouble();
    }
}

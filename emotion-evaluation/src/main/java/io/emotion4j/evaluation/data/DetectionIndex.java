package io.emotion4j.evaluation.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.emotion4j.BoundingBox;
import io.emotion4j.Landmarks;
import io.emotion4j.Point;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures with marked faces from JSON lines, a line a picture:
 *
 * <pre>{@code
 * {"file": "val/a.jpg", "boxes": [[x, y, width, height], ...]}
 * }</pre>
 *
 * {@code file} is relative to the index. A box may go on as in WIDER FACE: blur, expression, illumination, invalid, occlusion,
 * pose. {@code landmarks5} (right eye, left eye, nose, right and left mouth corner; x and y each) or {@code landmarks68} (iBUG's
 * order) hold a row a box, null where a box has none; or one plain row where there is one box. No {@code boxes} = no faces. A
 * face with a number in {@code scores} was found by a detector: its landmarks are that detector's, not people's, and are left out.
 *
 * @since 0.1.0
 */
public final class DetectionIndex {

    private static final String DEFAULT_NAME = "index.jsonl";
    private static final int INVALID = 7;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private DetectionIndex() {}

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(DEFAULT_NAME));
    }

    /**
     * Reads the pictures of one part.
     *
     * @param index the file, or the folder that holds an {@code index.jsonl}
     * @param part only pictures in a folder of that name ("val/..."); null for all
     * @return the pictures, in the order of the lines
     * @throws IOException naming file, line and what is wrong
     */
    public static List<AnnotatedPicture> read(Path index, @Nullable Part part) throws IOException {
        Path file = Files.isDirectory(index) ? index.resolve(DEFAULT_NAME) : index;
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    file + ": found nothing there; expected JSON lines, or a folder with " + DEFAULT_NAME);
        }
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        List<AnnotatedPicture> pictures = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line;
            for (int number = 1; (line = lines.readLine()) != null; number++) {
                if (line.isBlank()) {
                    continue;
                }
                AnnotatedPicture picture = picture(line, folder, file + ":" + number);
                if (part == null || partOf(picture.name()).filter(part::equals).isPresent()) {
                    pictures.add(picture);
                }
            }
        }
        if (pictures.isEmpty()) {
            throw new IOException(file + ": no picture" + (part == null ? "" : " in a folder of part " + part));
        }
        return pictures;
    }

    /**
     * The part that a picture belongs to.
     *
     * @param name how the index calls the picture, such as "val/a.jpg"
     * @return the part whose name the first folder has, or nothing
     */
    public static Optional<Part> partOf(String name) {
        int slash = name.indexOf('/');
        return slash > 0 ? Part.named(name.substring(0, slash)) : Optional.empty();
    }

    private static AnnotatedPicture picture(String line, Path folder, String place) throws IOException {
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IOException(place + ": not JSON: " + e.getOriginalMessage(), e);
        }
        String name = node.path("file").asText("");
        if (name.isEmpty()) {
            throw new IOException(place + ": expected \"file\" with a picture's path, found " + node.get("file"));
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IOException(place + ": no picture " + file);
        }
        JsonNode boxes = node.path("boxes");
        List<AnnotatedFace> faces = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            boolean found = node.path("scores").path(i).isNumber();
            Landmarks marked = landmarks(node, i, boxes.size(), place);
            faces.add(face(boxes.get(i), found ? null : marked, place));
        }
        return new AnnotatedPicture(name, file, faces);
    }

    private static AnnotatedFace face(JsonNode box, @Nullable Landmarks landmarks, String place) throws IOException {
        if (box.size() < 4) {
            throw new IOException(place + ": a box needs 4 numbers (x, y, width, height), found " + box);
        }
        double[] xywh = numbers(box, place, "a box");
        // WIDER FACE has boxes with negative sides; like those without an area they are no faces to find.
        BoundingBox where = new BoundingBox(
                (float) xywh[0], (float) xywh[1], (float) Math.max(0, xywh[2]), (float) Math.max(0, xywh[3]));
        return new AnnotatedFace(where, xywh.length > INVALID && xywh[INVALID] == 1, landmarks);
    }

    private static @Nullable Landmarks landmarks(JsonNode node, int box, int boxes, String place) throws IOException {
        double[] five = row(node.path("landmarks5"), box, boxes, 5, place);
        if (five.length > 0) {
            return new Landmarks(point(five, 0), point(five, 1), point(five, 2), point(five, 3), point(five, 4));
        }
        double[] many = row(node.path("landmarks68"), box, boxes, Landmarks68.COUNT, place);
        return many.length > 0 ? Landmarks68.toFive(many) : null;
    }

    private static Point point(double[] xy, int index) {
        return new Point((float) xy[2 * index], (float) xy[2 * index + 1]);
    }

    /** The coordinates that belong to a box; empty where it has none. */
    private static double[] row(JsonNode rows, int box, int boxes, int points, String place) throws IOException {
        if (rows.isMissingNode() || rows.isNull()) {
            return new double[0];
        }
        boolean plain = rows.path(0).isNumber();
        if (plain ? boxes != 1 : rows.size() != boxes) {
            throw new IOException(place + ": expected a row of landmarks for each of " + boxes + " boxes, found "
                    + (plain ? 1 : rows.size()));
        }
        JsonNode row = plain ? rows : rows.get(box);
        if (row.isNull()) {
            return new double[0];
        }
        double[] xy = numbers(row, place, "a row of landmarks");
        if (xy.length != 2 * points) {
            throw new IOException(
                    place + ": expected " + 2 * points + " numbers for " + points + " landmarks, found " + xy.length);
        }
        return xy;
    }

    private static double[] numbers(JsonNode array, String place, String what) throws IOException {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!array.get(i).isNumber()) {
                throw new IOException(place + ": " + what + " must hold numbers, found " + array.get(i));
            }
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }
}

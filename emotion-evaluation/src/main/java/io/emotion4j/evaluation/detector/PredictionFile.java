package io.emotion4j.evaluation.detector;

import io.emotion4j.Face;
import io.emotion4j.Landmarks;
import io.emotion4j.evaluation.internal.ReportJson;
import io.emotion4j.internal.files.WholeFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a detector found, as JSON lines that other programs can judge.
 *
 * @since 0.1.0
 */
public final class PredictionFile {

    /**
     * A line.
     *
     * @param file as the index calls the picture
     * @param faces x, y, width, height, score and, where there are any, the five landmarks' x and y
     */
    record Line(String file, List<List<Float>> faces) {}

    private PredictionFile() {}

    /**
     * Writes them, a line a picture.
     *
     * @param findings what was found
     * @param file to write
     * @throws IOException if it cannot be written
     */
    public static void write(List<Finding> findings, Path file) throws IOException {
        WholeFile.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            for (Finding finding : findings) {
                Line line = new Line(
                        finding.picture().name(),
                        finding.found().stream().map(PredictionFile::numbers).toList());
                writer.write(ReportJson.line(line) + System.lineSeparator());
            }
            writer.flush();
        });
    }

    private static List<Float> numbers(Face face) {
        List<Float> numbers = new ArrayList<>(List.of(
                face.box().x(), face.box().y(), face.box().width(), face.box().height(), face.confidence()));
        Landmarks landmarks = face.landmarks();
        if (landmarks != null) {
            landmarks.points().forEach(point -> {
                numbers.add(point.x());
                numbers.add(point.y());
            });
        }
        return numbers;
    }
}

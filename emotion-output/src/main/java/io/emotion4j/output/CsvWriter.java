package io.emotion4j.output;

import io.emotion4j.Analysis;
import io.emotion4j.BoundingBox;
import io.emotion4j.Emotion;
import io.emotion4j.FaceEmotion;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A line a face, after RFC 4180. A picture without a face, or one that failed, has a line with empty columns, so that no
 * picture is missing.
 */
public final class CsvWriter implements ResultWriter {

    private static final List<String> FACE_COLUMNS =
            List.of("face", "x", "y", "face_width", "face_height", "confidence", "emotion", "score");

    private final Writer out;
    private final List<Emotion> labels;

    /**
     * Writes the header.
     *
     * @param out where to; stays open
     * @param setup what ran; a column for each of its labels
     * @throws IOException if the header cannot be written
     */
    public CsvWriter(Writer out, Setup setup) throws IOException {
        this.out = out;
        this.labels = setup.labels();
        List<String> header = new ArrayList<>(List.of("file", "width", "height"));
        header.addAll(FACE_COLUMNS);
        labels.forEach(label -> header.add(label.label()));
        header.add("error");
        line(header);
    }

    @Override
    public void write(Result result) throws IOException {
        Analysis analysis = result.analysis();
        if (analysis == null) {
            line(row(List.of(result.file(), "", ""), noFace(), Objects.requireNonNullElse(result.error(), "")));
            return;
        }
        List<String> picture = List.of(result.file(), "" + analysis.width(), "" + analysis.height());
        if (analysis.faces().isEmpty()) {
            line(row(picture, noFace(), ""));
        }
        int number = 0;
        for (FaceEmotion face : analysis) {
            line(row(picture, columns(++number, face), ""));
        }
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    private List<String> columns(int number, FaceEmotion face) {
        BoundingBox box = face.box();
        List<String> columns = new ArrayList<>(List.of(
                "" + number,
                Decimals.pixels(box.x()).toPlainString(),
                Decimals.pixels(box.y()).toPlainString(),
                Decimals.pixels(box.width()).toPlainString(),
                Decimals.pixels(box.height()).toPlainString(),
                Decimals.probability(face.confidence()).toPlainString(),
                face.emotion().label(),
                Decimals.probability(face.score()).toPlainString()));
        face.scores()
                .values()
                .forEach(score -> columns.add(Decimals.probability(score).toPlainString()));
        return columns;
    }

    private List<String> noFace() {
        return Collections.nCopies(FACE_COLUMNS.size() + labels.size(), "");
    }

    private static List<String> row(List<String> picture, List<String> face, String error) {
        List<String> row = new ArrayList<>(picture);
        row.addAll(face);
        row.add(error);
        return row;
    }

    private void line(List<String> fields) throws IOException {
        List<String> quoted = fields.stream().map(CsvWriter::quoted).toList();
        out.write(String.join(",", quoted) + "\r\n");
        out.flush();
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}

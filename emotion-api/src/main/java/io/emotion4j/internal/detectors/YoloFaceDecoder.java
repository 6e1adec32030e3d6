package io.emotion4j.internal.detectors;

import io.emotion4j.InferenceException;
import io.emotion4j.decoder.Candidates;
import io.emotion4j.decoder.FaceDecoder;
import io.emotion4j.decoder.Outputs;
import io.emotion4j.model.DecoderSpec;
import io.emotion4j.spi.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Makes faces of one table that holds all that a network found, as exports of YOLO for faces have it: a record a candidate, of a box,
 * scores and points, in pixels of the input. Which number of a record is what, the descriptor says. Immutable and thread-safe.
 */
public final class YoloFaceDecoder implements FaceDecoder {

    private static final int NO_POINTS = -1;

    private final TableForm form;

    /** For {@link java.util.ServiceLoader}. */
    public YoloFaceDecoder() {
        this(new TableForm(false, false, false, 0, List.of(4), Scores.PROBABILITIES, NO_POINTS, 3));
    }

    private YoloFaceDecoder(TableForm form) {
        this.form = form;
    }

    @Override
    public String architecture() {
        return "yolo-face";
    }

    @Override
    public FaceDecoder with(DecoderSpec settings) {
        return new YoloFaceDecoder(form.with(settings));
    }

    @Override
    public void decode(Outputs outputs, Candidates candidates) {
        String name = outputs.names().get(0);
        Tensor tensor = outputs.tensor(name);
        long[] shape = tensor.shape();
        boolean table = outputs.names().size() == 1
                && shape.length >= 2
                && shape.length <= 3
                && (shape.length == 2 || shape[0] == 1);
        if (!table) {
            throw wrong(name, tensor, "one output [1,N,C], or [1,C,N] with \"axes\": \"columns\"");
        }
        int records = (int) shape[shape.length - (form.columns() ? 1 : 2)];
        int length = (int) shape[shape.length - (form.columns() ? 2 : 1)];
        if (length < form.length()) {
            throw wrong(name, tensor, "records of at least " + form.length() + " numbers, found " + length);
        }
        FloatBuffer numbers = tensor.floats();
        Table all = form.columns()
                ? (record, number) -> numbers.get(number * records + record)
                : (record, number) -> numbers.get(record * length + number);
        for (int record = 0; record < records; record++) {
            float score = 1;
            for (int at : form.scoresAt()) {
                score *= form.scores().of(all.get(record, at));
            }
            if (score >= candidates.minConfidence()) {
                add(outputs, candidates, all, record, score);
            }
        }
    }

    private void add(Outputs outputs, Candidates candidates, Table all, int record, float score) {
        float scaleX = form.relative() ? outputs.width() : 1;
        float scaleY = form.relative() ? outputs.height() : 1;
        int at = form.boxAt();
        float first = all.get(record, at) * scaleX;
        float second = all.get(record, at + 1) * scaleY;
        float third = all.get(record, at + 2) * scaleX;
        float fourth = all.get(record, at + 3) * scaleY;
        float width = form.corners() ? third - first : third;
        float height = form.corners() ? fourth - second : fourth;
        int points = form.pointsAt();
        candidates.add(
                form.corners() ? first : first - width / 2,
                form.corners() ? second : second - height / 2,
                width,
                height,
                score,
                points == NO_POINTS
                        ? null
                        : () -> FivePoints.of(
                                i -> all.get(record, points + i * form.pointStep()) * scaleX,
                                i -> all.get(record, points + i * form.pointStep() + 1) * scaleY));
    }

    private static InferenceException wrong(String name, Tensor tensor, String expected) {
        return new InferenceException("Output '" + name + "' of the detector is " + Arrays.toString(tensor.shape())
                + "; expected " + expected + "; check \"outputs\" and \"decoder\"");
    }

    /** A number of a record. */
    private interface Table {

        float get(int record, int number);
    }

    /** Which number of a record is what. */
    private record TableForm(
            boolean columns,
            boolean corners,
            boolean relative,
            int boxAt,
            List<Integer> scoresAt,
            Scores scores,
            int pointsAt,
            int pointStep) {

        private static final int MOST = 4096;

        TableForm with(DecoderSpec settings) {
            settings.allow(List.of("axes", "box", "unit", "boxAt", "scoresAt", Scores.KEY, "pointsAt", "pointStep"));
            return new TableForm(
                    settings.word("axes", List.of("rows", "columns")).equals("columns"),
                    settings.word("box", List.of("centre", "corners")).equals("corners"),
                    settings.word("unit", List.of("pixels", "relative")).equals("relative"),
                    settings.whole("boxAt", boxAt, 0, MOST),
                    settings.wholes("scoresAt", scoresAt, 0, MOST),
                    scores.in(settings),
                    settings.whole("pointsAt", pointsAt, NO_POINTS, MOST),
                    settings.whole("pointStep", pointStep, 2, MOST));
        }

        /** {@return how many numbers a record has at least} */
        int length() {
            int last = boxAt + 3;
            for (int at : scoresAt) {
                last = Math.max(last, at);
            }
            return 1 + (pointsAt == NO_POINTS ? last : Math.max(last, pointsAt + 4 * pointStep + 1));
        }
    }
}

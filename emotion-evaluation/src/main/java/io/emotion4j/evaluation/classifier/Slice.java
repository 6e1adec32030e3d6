package io.emotion4j.evaluation.classifier;

import io.emotion4j.evaluation.data.LabelledFace;
import io.emotion4j.internal.gray.GrayMeasures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The pictures that have a property as they are: the darkest third, the blurred third, and so on.
 *
 * @param name such as "brightness: under 101.50"
 * @param pictures how many
 * @param accuracy share of the right answers
 * @param balancedAccuracy mean recall of the expressions that occur
 * @since 0.1.0
 */
public record Slice(String name, int pictures, double accuracy, double balancedAccuracy) {

    private static final int THIRDS = 3;

    /** Splits answers into thirds by brightness, contrast, sharpness and size of their pictures; equal values stay together. */
    static List<Slice> all(List<LabelledFace> faces, List<ClassifierAnswer> answers) {
        List<Slice> slices = new ArrayList<>();
        List<GrayMeasures> measures = faces.stream().map(Slice::measures).toList();
        slices.addAll(thirds("brightness", measures, answers, GrayMeasures::brightness));
        slices.addAll(thirds("contrast", measures, answers, GrayMeasures::contrast));
        slices.addAll(thirds("sharpness", measures, answers, GrayMeasures::sharpness));
        slices.addAll(thirds("size", faces, answers, face -> Math.min(face.width(), face.height())));
        return slices;
    }

    private static GrayMeasures measures(LabelledFace face) {
        float[] gray = new float[face.pixels().length];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = face.pixels()[i] & 0xff;
        }
        return GrayMeasures.of(gray, face.width());
    }

    private static <T> List<Slice> thirds(
            String property, List<T> faces, List<ClassifierAnswer> answers, ToDoubleFunction<T> measure) {
        double[] values = faces.stream().mapToDouble(measure).toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        List<Slice> slices = new ArrayList<>();
        if (sorted.length < THIRDS || sorted[0] == sorted[sorted.length - 1]) {
            return slices;
        }
        for (int third = 0; third < THIRDS; third++) {
            double from = third == 0 ? Double.NEGATIVE_INFINITY : sorted[sorted.length * third / THIRDS];
            double to = third == THIRDS - 1 ? Double.POSITIVE_INFINITY : sorted[sorted.length * (third + 1) / THIRDS];
            List<ClassifierAnswer> within = IntStream.range(0, values.length)
                    .filter(i -> values[i] >= from && values[i] < to)
                    .mapToObj(answers::get)
                    .toList();
            if (!within.isEmpty()) {
                ConfusionMatrix matrix = ConfusionMatrix.of(within);
                slices.add(new Slice(
                        property + ": " + range(from, to),
                        within.size(),
                        matrix.accuracy(),
                        matrix.balancedAccuracy()));
            }
        }
        return slices;
    }

    private static String range(double from, double to) {
        if (from == Double.NEGATIVE_INFINITY) {
            return String.format(Locale.ROOT, "under %.2f", to);
        }
        return to == Double.POSITIVE_INFINITY
                ? String.format(Locale.ROOT, "%.2f and more", from)
                : String.format(Locale.ROOT, "%.2f to %.2f", from, to);
    }
}

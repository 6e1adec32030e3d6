package io.emotion4j.evaluation.classifier;

import io.emotion4j.FaceQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The faces of which a measure of {@link FaceQuality} lies within bounds that are the same for all data, so that a program can look its
 * own faces up.
 *
 * @param measure its name in results: {@code eyeDistance}, {@code sharpness}, {@code brightness}, {@code yaw} or {@code roll}, of which
 *     the last two are taken without their signs
 * @param from least value; null where there is no bound
 * @param to less than that; null where there is no bound. Neither: of {@code eyeDistance}, the faces whose points were not found where
 *     others' were
 * @param faces how many
 * @param accuracy share of the right answers
 * @param accuracyInterval of it, by Wilson's formula
 * @param balancedAccuracy mean recall of the expressions that occur
 * @since 0.1.0
 */
public record QualityBand(
        String measure,
        @Nullable Double from,
        @Nullable Double to,
        int faces,
        double accuracy,
        Interval accuracyInterval,
        double balancedAccuracy) {

    /** Of the normal distribution, for 95 %: bands may have a handful of faces, of which resampling says too little. */
    private static final double Z = 1.959964;

    /** A measure and where its bands meet. */
    private record Measure(String name, List<Double> edges, Function<FaceQuality, @Nullable Float> value) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("eyeDistance", List.of(8.0, 12.0, 16.0, 24.0, 48.0), FaceQuality::eyeDistance),
            new Measure("sharpness", List.of(0.3, 0.4, 0.5, 0.6, 0.8, 1.0), FaceQuality::sharpness),
            new Measure("brightness", List.of(40.0, 80.0, 120.0, 160.0, 200.0), FaceQuality::brightness),
            new Measure("yaw", List.of(10.0, 20.0, 30.0, 45.0), quality -> positive(quality.yaw())),
            new Measure("roll", List.of(10.0, 20.0, 30.0), quality -> positive(quality.roll())));

    private static @Nullable Float positive(@Nullable Float degrees) {
        return degrees == null ? null : Float.valueOf(Math.abs(degrees));
    }

    /**
     * Sorts answers by the quality of their faces; bands without a face are left out.
     *
     * @param qualities of the faces
     * @param answers to the same faces, in the same order
     * @return the bands, measure by measure, the lowest values first
     */
    static List<QualityBand> all(List<FaceQuality> qualities, List<ClassifierAnswer> answers) {
        List<QualityBand> bands = new ArrayList<>();
        for (Measure measure : MEASURES) {
            List<@Nullable Float> values =
                    qualities.stream().<@Nullable Float>map(measure.value()).toList();
            List<ClassifierAnswer> without = IntStream.range(0, values.size())
                    .filter(i -> values.get(i) == null)
                    .mapToObj(answers::get)
                    .toList();
            if (measure.equals(MEASURES.get(0)) && !without.isEmpty() && without.size() < answers.size()) {
                bands.add(of(measure.name(), null, null, without));
            }
            for (int band = 0; band <= measure.edges().size(); band++) {
                Double from = band == 0 ? null : measure.edges().get(band - 1);
                Double to =
                        band == measure.edges().size() ? null : measure.edges().get(band);
                List<ClassifierAnswer> within = IntStream.range(0, values.size())
                        .filter(i -> within(values.get(i), from, to))
                        .mapToObj(answers::get)
                        .toList();
                if (!within.isEmpty()) {
                    bands.add(of(measure.name(), from, to, within));
                }
            }
        }
        return bands;
    }

    private static boolean within(@Nullable Float value, @Nullable Double from, @Nullable Double to) {
        return value != null && (from == null || value >= from) && (to == null || value < to);
    }

    private static QualityBand of(
            String measure, @Nullable Double from, @Nullable Double to, List<ClassifierAnswer> answers) {
        ConfusionMatrix matrix = ConfusionMatrix.of(answers);
        double share = matrix.accuracy();
        double n = answers.size();
        double middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return new QualityBand(
                measure,
                from,
                to,
                answers.size(),
                share,
                new Interval(Math.max(0, middle - half), Math.min(1, middle + half)),
                matrix.balancedAccuracy());
    }

    /** {@return such as "brightness: 40 to 80"} */
    @Override
    public String toString() {
        String range = from == null && to == null
                ? "no points found"
                : from == null
                        ? "under " + number(to)
                        : to == null ? number(from) + " and more" : number(from) + " to " + number(to);
        return measure + ": " + range;
    }

    private static String number(@Nullable Double value) {
        double number = value == null ? 0 : value;
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%.1f", number);
    }
}

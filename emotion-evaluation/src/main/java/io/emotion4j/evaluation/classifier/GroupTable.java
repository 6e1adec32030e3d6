package io.emotion4j.evaluation.classifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Whether a classifier works equally well for every group of people.
 *
 * @param minimumCount groups with fewer pictures are listed, but say too little to count in the gaps
 * @param groups by name
 * @param accuracyGap best minus worst accuracy among the groups that count; null where fewer than two count
 * @param balancedAccuracyGap the same of balanced accuracy
 * @since 0.1.0
 */
public record GroupTable(
        int minimumCount,
        Map<String, Group> groups,
        @Nullable Double accuracyGap,
        @Nullable Double balancedAccuracyGap) {

    /**
     * The figures of a group.
     *
     * @param pictures how many
     * @param counts whether there are enough of them
     * @param accuracy share of the right answers
     * @param accuracyInterval its 95 % interval
     * @param balancedAccuracy mean recall of the expressions that occur
     */
    public record Group(
            int pictures, boolean counts, double accuracy, Interval accuracyInterval, double balancedAccuracy) {}

    /**
     * Splits answers by group.
     *
     * @param answers the answers
     * @param names the group of each, null where it has none
     * @param minimumCount pictures a group needs to count
     * @param seed of the intervals
     * @return the table, or null where no face has a group
     */
    static @Nullable GroupTable of(
            List<ClassifierAnswer> answers, List<? extends @Nullable String> names, int minimumCount, long seed) {
        Map<String, List<ClassifierAnswer>> split = new TreeMap<>();
        for (int i = 0; i < answers.size(); i++) {
            String name = names.get(i);
            if (name != null && !name.isEmpty()) {
                split.computeIfAbsent(name, key -> new ArrayList<>()).add(answers.get(i));
            }
        }
        if (split.isEmpty()) {
            return null;
        }
        Map<String, Group> groups = new LinkedHashMap<>();
        split.forEach((name, of) -> {
            ConfusionMatrix matrix = ConfusionMatrix.of(of);
            groups.put(
                    name,
                    new Group(
                            of.size(),
                            of.size() >= minimumCount,
                            matrix.accuracy(),
                            new Bootstrap(of, seed).interval(ConfusionMatrix::accuracy),
                            matrix.balancedAccuracy()));
        });
        return new GroupTable(minimumCount, groups, gap(groups, Group::accuracy), gap(groups, Group::balancedAccuracy));
    }

    private static @Nullable Double gap(Map<String, Group> groups, ToDoubleFunction<Group> figure) {
        double[] figures = groups.values().stream()
                .filter(Group::counts)
                .mapToDouble(figure)
                .sorted()
                .toArray();
        return figures.length < 2 ? null : figures[figures.length - 1] - figures[0];
    }
}

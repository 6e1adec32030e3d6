package io.emotion4j.evaluation.detector;

import java.util.List;

/**
 * Faces found in pictures that have none.
 *
 * @param pictures how many
 * @param faces found in them at the default threshold
 * @param perPicture faces over pictures
 * @param picturesWithFaces pictures in which at least one was found
 * @param worst the names of the pictures with the surest finds, surest first
 * @since 0.1.0
 */
public record FalseFaces(int pictures, int faces, double perPicture, int picturesWithFaces, List<String> worst) {

    private static final int MOST_NAMED = 10;

    /**
     * Counts them.
     *
     * @param findings what was found in each picture, from the default threshold on
     * @return the counts
     */
    static FalseFaces of(List<Finding> findings) {
        int faces = findings.stream().mapToInt(f -> f.found().size()).sum();
        List<Finding> wrong = findings.stream()
                .filter(f -> !f.found().isEmpty())
                .sorted((a, b) -> Float.compare(surest(b), surest(a)))
                .toList();
        return new FalseFaces(
                findings.size(),
                faces,
                (double) faces / Math.max(1, findings.size()),
                wrong.size(),
                wrong.stream().limit(MOST_NAMED).map(f -> f.picture().name()).toList());
    }

    private static float surest(Finding finding) {
        return finding.found().get(0).confidence();
    }
}

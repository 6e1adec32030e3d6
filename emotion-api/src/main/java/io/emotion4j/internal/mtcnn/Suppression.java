package io.emotion4j.internal.mtcnn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Greedy non-maximum suppression. Scores that differ by less than two engines do are equal here, and of equal ones the earlier
 * comes first: the networks' softmax gives hundreds of places a score of nearly 1, and which of them is the highest is chance.
 */
final class Suppression {

    /** Steps in which scores are told apart. */
    private static final float STEPS = 1024;

    private Suppression() {}

    /**
     * {@return indices of those that stay, in their order}
     *
     * @param places any number
     * @param most of one that another may cover, for both to stay
     * @param ofSmaller whether that is measured against the smaller one, or the union
     */
    static int[] keep(List<Proposal> places, float most, boolean ofSmaller) {
        long[] order = new long[places.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = -(long) Math.round(places.get(i).score() * STEPS) << 32 | i;
        }
        Arrays.sort(order);
        List<Proposal> kept = new ArrayList<>();
        int[] indices = new int[order.length];
        for (long key : order) {
            Proposal place = places.get((int) key);
            boolean free = true;
            for (int i = 0; free && i < kept.size(); i++) {
                free = !(place.overlap(kept.get(i), ofSmaller) > most);
            }
            if (free) {
                indices[kept.size()] = (int) key;
                kept.add(place);
            }
        }
        int[] found = Arrays.copyOf(indices, kept.size());
        Arrays.sort(found);
        return found;
    }
}

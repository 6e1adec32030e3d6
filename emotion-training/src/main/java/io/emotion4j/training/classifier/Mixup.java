package io.emotion4j.training.classifier;

import java.util.Random;

/**
 * Lays the faces of a batch over one another in pairs, and their targets as well (mixup, Zhang et al. 2018): between two faces the answer
 * is to go over from one to the other, which wrong labels disturb less. The shares are even between none and the given one, where the
 * paper draws them from a beta distribution.
 */
final class Mixup {

    private final double most;

    /** @param most largest share of the other face, 0 to 0.5; 0: nothing is mixed */
    Mixup(double most) {
        this.most = most;
    }

    /**
     * Mixes every row with the one half a batch further on; of an odd number the last stays as it is.
     *
     * @param random draws a share for each pair
     * @param arrays of as many rows each
     */
    void apply(int rows, Random random, float[]... arrays) {
        if (most == 0) {
            return;
        }
        for (int i = 0; i < rows / 2; i++) {
            float share = (float) (random.nextDouble() * most);
            for (float[] array : arrays) {
                int length = array.length / rows;
                mix(array, i * length, (i + rows / 2) * length, length, share);
            }
        }
    }

    private static void mix(float[] array, int one, int other, int length, float share) {
        for (int k = 0; k < length; k++) {
            float a = array[one + k];
            float b = array[other + k];
            array[one + k] = a + share * (b - a);
            array[other + k] = b + share * (a - b);
        }
    }
}

package io.emotion4j.internal.tensor;

/**
 * Which source pixels make an output pixel, along one axis: those that its footprint covers, weighted by how much of
 * each it covers. The footprint is as wide as the scale, but never narrower than one source pixel: up to 1:1 that gives
 * bilinear interpolation, beyond it area averaging.
 *
 * <p>Weights are whole numbers out of 256, so that sums of bytes stay within 16 bits.
 */
final class AxisTaps {

    /** For each output pixel the first source pixel. */
    final int[] first;

    /** For each output pixel where its weights start and, at the next index, end. */
    final int[] start;

    /** The weights. */
    final int[] weights;

    /** For each output pixel the weight of the padding; 0 where the border is replicated. */
    final int[] padding;

    /** The lowest source pixel that is used; above {@link #highest} if none is. */
    final int lowest;

    /** The highest source pixel that is used. */
    final int highest;

    /**
     * For source coordinate = scale * output coordinate + offset.
     *
     * @param count of output pixels
     * @param size of the source along this axis
     */
    AxisTaps(double scale, double offset, int count, int size, Border border) {
        first = new int[count];
        start = new int[count + 1];
        padding = new int[count];
        double footprint = Math.max(1, Math.abs(scale));
        int[] growing = new int[count * (int) Math.min(Math.ceil(footprint) + 1, size)];
        int used = 0;
        int low = size;
        int high = -1;
        for (int i = 0; i < count; i++) {
            double from = scale * (i + 0.5) + offset - footprint / 2;
            int begin = (int) Math.min(Math.max(Math.floor(from), 0), size - 1);
            int end = (int) Math.min(Math.max(Math.ceil(from + footprint), begin + 1), size);
            int before = border.replicates() ? 0 : covered(begin, from, footprint);
            int sum = 0;
            start[i] = used;
            for (int k = begin; k < end; k++) {
                // Rounding the running sum, not each weight, makes the weights add up.
                int after = border.replicates() && k == end - 1 ? Lanes.ONE : covered(k + 1, from, footprint);
                int weight = after - before;
                before = after;
                if (weight == 0 && used == start[i]) {
                    begin++;
                } else {
                    growing[used++] = weight;
                    sum += weight;
                }
            }
            while (used > start[i] && growing[used - 1] == 0) {
                used--;
            }
            first[i] = begin;
            padding[i] = Lanes.ONE - sum;
            if (used > start[i]) {
                low = Math.min(low, begin);
                high = Math.max(high, begin + used - start[i] - 1);
            }
        }
        start[count] = used;
        weights = growing;
        lowest = low;
        highest = high;
    }

    /** {@return how many source pixels there are from the lowest used to the highest} */
    int used() {
        return Math.max(0, highest - lowest + 1);
    }

    /**
     * {@return whether the output starts with the source's pixels as they are, one after the other, and all else is
     * padding}
     */
    boolean areShifted() {
        for (int i = 0; i < first.length; i++) {
            int count = start[i + 1] - start[i];
            if (count != (i < used() ? 1 : 0) || count == 1 && (padding[i] != 0 || first[i] != lowest + i)) {
                return false;
            }
        }
        return true;
    }

    /** How much of the footprint lies left of a place, out of 256. */
    private static int covered(int place, double from, double footprint) {
        return (int) Math.round(Lanes.ONE * Math.min(Math.max((place - from) / footprint, 0), 1));
    }
}
